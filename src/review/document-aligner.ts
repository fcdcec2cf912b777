/** The aligner's side of realignments: documents that it has read once, one after the other. It may run in a thread of its own. */
import { FittedVersions, type LineVersion, type StretchColumns, type StretchUnits } from '../align/index.ts'

/** What is asked for: to read a document, to align a stretch of one that was read, or both; some that were read are to be forgotten. */
export interface AlignTask {
  /** Its number. */
  document: number
  versions?: LineVersion[]
  columns?: StretchColumns
  forget?: number[]
}

export class DocumentAligner {
  readonly #fitted = new Map<number, FittedVersions>()

  /** The units of the stretch, where one was asked for. */
  run({ document, versions, columns, forget = [] }: AlignTask): StretchUnits | undefined {
    for (const each of forget) this.#fitted.delete(each)
    if (versions) {
      const fitted = new FittedVersions(versions)
      fitted.rehearse()
      this.#fitted.set(document, fitted)
    }
    if (columns === undefined) return undefined
    const fitted = this.#fitted.get(document)
    if (fitted === undefined) throw new RangeError(`Unexpected stretch of document ${document}, which was not read`)
    return fitted.realign(columns)
  }
}
