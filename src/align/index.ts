/** The stage that pairs versions: lists of segments, plain lines, or the trees of a document. */
export { alignDocuments, type AlignDocumentsOptions, beadsOf, type DocumentAlignment, type PairEvidence, type Versions } from './align-documents.ts'
export { alignLines, type AlignLinesOptions, formatBead } from './align-lines.ts'
export { alignSegments, type AlignOptions, type AlignWeights, alignWeights } from './align-segments.ts'
export type { AlignDiagnostics, Alignment, IndexBead, Segment } from './segment.ts'
