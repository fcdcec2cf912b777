import { concat, repaired, slice, type MappedText } from '../tree/mapped-text.ts'
import { endsInHyphen } from './sentence-end.ts'

/** The words of a document, small letters: what its own text says of a broken word. */
export type Vocabulary = ReadonlySet<string>

/** First parts that keep their hyphen in English, French, Spanish and Russian. */
const prefixes: ReadonlySet<string> = new Set(
  'non anti co self multi inter sub post pre re vice ex semi quasi well long short high low year sous mi demi après avant contre arrière grand nord sud est-ce outre franco socio по во из кое вице экс'.split(' ')
)

const broken = /(?<!\p{L})(\p{L}{1,30})[-\u2010\u00AD\uFFFE]$/u

/**
 * What a hyphen at the end of a line is: `true` where it belongs to the word, `false` where the line break made it,
 * `undefined` where there is none or the next line does not go on with a letter.
 */
export function keepHyphen(line: string, next: string, vocabulary?: Vocabulary): boolean | undefined {
  if (!endsInHyphen(line)) return undefined
  const left = broken.exec(line.slice(-40))
  const right = /^\p{L}{1,60}/u.exec(next)
  if (!left?.[1] || !right) return undefined
  if (line.endsWith('\u00AD')) return false
  const before = left[1].toLowerCase()
  const after = right[0].toLowerCase()
  // A name or a number goes on: North-South, Secretary-General.
  if (right[0] !== after) return true
  if (vocabulary?.has(before + after)) return false
  if (vocabulary?.has(`${before}-${after}`) || prefixes.has(before)) return true
  // Two words that the document knows, each by itself, make a compound.
  return before.length > 3 && after.length > 3 && vocabulary !== undefined && vocabulary.has(before) && vocabulary.has(after)
}

/** A line without the hyphen that broke its last word, or with a plain one where it belongs to the word. */
export function undoHyphen(line: MappedText, next: string, vocabulary?: Vocabulary): MappedText {
  const at = line.value.length - 1
  const keep = keepHyphen(line.value, next, vocabulary) === true
  if (keep && line.value.endsWith('-')) return line
  return concat([slice(line, 0, at), repaired(line, at, at + 1, keep ? '-' : '', 'undo-hyphen')])
}

/** The words of some lines, those with an inner hyphen whole. */
export function readVocabulary(lines: readonly string[]): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) for (const word of line.toLowerCase().match(/\p{L}{1,60}(?:-\p{L}{1,60}){0,8}(?!-$)/gu) ?? []) words.add(word)
  return words
}
