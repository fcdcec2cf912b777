import { alignDocuments, type AlignDocumentsOptions, type PairEvidence } from './align/index.ts'
import type { LanguageCode } from './language/code.ts'
import { silent } from './message/report.ts'
import { documentRecord, versionRecord } from './tree/record.ts'
import type { Root } from './tree/undast.ts'
import type { AlignedDocument, Unit } from './tree/unit.ts'

/** A version to align: its tree and the name of its file. */
export interface Version {
  root: Root
  /** Without folders. */
  file: string
}

/** Options of `alignVersions`. */
export interface AlignVersionsOptions extends Omit<AlignDocumentsOptions, 'granularity'> {
  /** What units are made of; both where missing, sentences first. */
  units?: readonly Unit['granularity'][]
}

/** The units of a document with its provenance, and what the aligner saw of each pair. */
export interface AlignedVersions extends AlignedDocument {
  evidence: PairEvidence[]
}

/** Aligns two to six versions of one document, one a language. */
export function alignVersions(versions: readonly Version[], options: AlignVersionsOptions = {}): AlignedVersions {
  const { units: granularities = ['sentence', 'paragraph'], ...rest } = options
  const roots: Partial<Record<LanguageCode, Root>> = {}
  for (const { root } of versions) {
    if (roots[root.lang]) throw new RangeError(`Unexpected second version in ${root.lang}, expected one a language`)
    roots[root.lang] = root
  }
  // Blocks are paired alike in all runs: what is to be said of them is said once.
  const runs = granularities.map((granularity, index) => alignDocuments(roots, { ...rest, granularity, ...(index === 0 ? {} : { report: silent }) }))
  return {
    document: documentRecord(versions.map(({ root, file }) => versionRecord(root, file))),
    units: runs.flatMap(({ units }) => units),
    evidence: runs[0]?.evidence ?? []
  }
}
