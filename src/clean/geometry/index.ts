import type { LanguageCode } from '../../language/code.ts'
import type { Source } from '../../source/source.ts'
import { mapped, type MappedText } from '../../tree/mapped-text.ts'
import type { CharacterRepair } from '../repair/index.ts'

/**
 * How what stands side by side on a line is read: pieces, words, cells between tabs. Only the files of this folder ask how
 * a line is printed; whoever looks for columns asks them.
 */
export interface Geometry {
  language: LanguageCode
  /** Whether there are tabs in the text: most texts have none. */
  tabs: boolean
  /** The characters `[start, end)` as they are printed. */
  printed: (start: number, end: number) => string
  /** Where the spaces and tabs end that stand behind a line, at or behind its end. */
  tail: (end: number) => number
  /** The same, repaired as those of a line are. */
  read: (start: number, end: number) => MappedText
}

export function geometryOf({ text }: Source, language: LanguageCode, { repair }: CharacterRepair): Geometry {
  return { language, tabs: text.includes('\t'), printed: (start, end) => text.slice(start, end), tail: (end) => tailOf(text, end), read: (start, end) => repair(mapped(text, start, end)) }
}

function tailOf(text: string, end: number): number {
  let to = end
  while (text[to] === ' ' || text[to] === '\t') to++
  return to
}
