/** The stage that pairs versions: lists of segments, plain lines, or the trees of a document. */
export { alignDocuments, type AlignDocumentsOptions, beadsOf, type DocumentAlignment, type PairEvidence, type Versions } from './align-documents.ts'
export { alignLines, type AlignLinesOptions, formatBead } from './align-lines.ts'
export { alignSegments, type AlignOptions } from './align-segments.ts'
export type { AlignDiagnostics, Alignment, IndexBead, Segment } from './segment.ts'
export { type Dictionary, dictionaryPairs, parseDictionary } from './dictionary.ts'
export { embedSegments, type SegmentVectors, type SentenceEmbedder } from './embedding.ts'
export { type Bitext, isLearnedLexicon, type LearnedLexicon, trainLexicon } from './train-lexicon.ts'
export { type AlignWeights, alignWeights } from './weights.ts'
