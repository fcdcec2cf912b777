/** What a format of one version of a document is. The tree is in memory as a whole, so the text may be made as a whole. */
import { silent, type Report } from '../message/report.ts'
import type { Root } from '../tree/undast.ts'
import type { Chunk } from './format.ts'

export interface TreeWriteOptions {
  /** What the names of all files begin with. */
  name: string
  /** Whether labels (`12.`, `(a)`) are written. */
  numbering: 'keep' | 'strip'
  /** ISO 8601 date of the output; without it, no date but the document's is written. */
  date?: string
}

/** A document without its numbers is not the document: they are kept unless a caller says otherwise. */
export const defaultTreeWriteOptions: Readonly<TreeWriteOptions> = { name: 'hexapla', numbering: 'keep' }

export interface TreeFormat {
  name: string
  /** One line for `--help`. */
  title: string
  extension: string
  /** Whether it tells the sentences of a block apart: of others the tree need not have any. */
  sentences: boolean
  /** The text of the file, in pieces. */
  write(root: Root, options: Readonly<TreeWriteOptions>, report: Report): Iterable<string>
}

/** The files of a format, one a version: `note.fr.txt`; of several versions in one language, `note.fr.2.txt`. */
export async function* writeTrees(
  format: TreeFormat,
  roots: AsyncIterable<Root> | Iterable<Root>,
  options: Partial<TreeWriteOptions> = {},
  listeners: { report?: Report } = {}
): AsyncGenerator<Chunk, void, undefined> {
  const settled = { ...defaultTreeWriteOptions, ...options }
  const report = listeners.report ?? silent
  const written = new Map<string, number>()
  for await (const root of roots) {
    const number = (written.get(root.lang) ?? 0) + 1
    written.set(root.lang, number)
    const file = [settled.name, root.lang, ...(number > 1 ? [String(number)] : []), format.extension].join('.')
    for (const text of format.write(root, settled, report)) yield { file, text }
    yield { file, text: '', last: true }
  }
}
