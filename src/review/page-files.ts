/** The files of the page, as they are served. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookStyle } from '../write/index.ts'

const names = ['review.html', 'review.css', 'review.js', 'list.js', 'row-element.js', 'keys.js', 'dialogs.js', 'edit-queue.js', 'foretold.js', 'text-field.js', 'printed-page.js', 'wording.js', 'words.js'] as const

/** Beside this module as it is written, and beside the command as it is bundled. */
const folders = ['./page/', '../review/page/', './review/page/']

/** Paths to texts, for `fixedRoutes`. */
export function pageFiles(): Record<string, string> {
  const folder = folders.map((each) => new URL(each, import.meta.url)).find((url) => existsSync(fileURLToPath(new URL('review.html', url))))
  if (folder === undefined) throw new RangeError('Unexpected package without the page of the review')
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
  const files = Object.fromEntries(names.map((name) => [name === 'review.html' ? '/' : `/${name}`, read(name)]))
  return { ...files, '/look.css': lookStyle }
}
