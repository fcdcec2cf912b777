import { alignDocuments, type AlignDocumentsOptions, type PairEvidence } from '../align/index.ts'
import type { LanguageCode } from '../language/code.ts'
import { documentRecord, versionRecord } from '../tree/record.ts'
import type { Root } from '../tree/undast.ts'
import type { AlignedDocument } from '../tree/unit.ts'

/** A version to align: its tree and the name of its file. */
export interface Version {
  root: Root
  /** Without folders. */
  file: string
}

/** Options of `alignVersions`; units of both granularities unless told, sentences first. */
export type AlignVersionsOptions = AlignDocumentsOptions

/** The units of a document with its provenance, and what the aligner saw of each pair. */
export interface AlignedVersions extends AlignedDocument {
  evidence: PairEvidence[]
}

/** Aligns two to six versions of one document, one a language. Throws a `RangeError` for fewer, and for two in one language. */
export function alignVersions(versions: readonly Version[], options: AlignVersionsOptions = {}): AlignedVersions {
  if (versions.length < 2) throw new RangeError(`Unexpected number of versions ${versions.length}, expected two to six`)
  const roots: Partial<Record<LanguageCode, Root>> = {}
  for (const { root } of versions) {
    if (roots[root.lang]) throw new RangeError(`Unexpected second version in ${root.lang}, expected one a language`)
    roots[root.lang] = root
  }
  const { units, evidence } = alignDocuments(roots, { units: ['sentence', 'paragraph'], ...options })
  return { document: documentRecord(versions.map(({ root, file }) => versionRecord(root, file))), units, evidence }
}
