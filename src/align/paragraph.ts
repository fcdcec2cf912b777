/** Paragraphs read off the sentences: the common boundaries at which every version begins a block, or ends. */
import type { FlatVersion } from './text/flatten.ts'
import type { CommonBoundary } from './versions/join-versions.ts'

/** Of the common boundaries of the sentences those between blocks. */
export function paragraphBoundaries(sentences: readonly CommonBoundary[], versions: readonly FlatVersion[]): CommonBoundary[] {
  return sentences.filter((boundary) => versions.every(({ blockOf }, version) => isBetween(blockOf, boundary[version] as number)))
}

function isBetween(blockOf: Int32Array, sentence: number): boolean {
  return sentence === 0 || sentence === blockOf.length || blockOf[sentence] !== blockOf[sentence - 1]
}
