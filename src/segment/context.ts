/**
 * What stands before and after a terminator. Every look is bounded, so that the whole stays linear.
 */
import type { LanguageCode } from '../language/code.ts'
import { isLetter, Kind, kindAt, skipSpace } from './character.ts'

/** UTF-16 units that a look goes back over one word, at most: longer ones are addresses of the web. */
const longestWord = 40
/** UTF-16 units of opening marks that are skipped to see the first letter of the next sentence. */
const longestOpening = 12
/** UTF-16 units between the brackets of a remark behind an abbreviation, at most. */
const longestBracket = 300
/** UTF-16 units of a word read after a terminator. */
const longestNext = 24

/** A word before a terminator: `[start, end)` in the text. */
export interface Word {
  start: number
  end: number
}

/** What comes after a terminator and its closing marks. */
export interface Next {
  /** Whether white space (or nothing at all) parts it from the terminator. */
  gap: boolean
  /** Index of the first character after the white space. */
  at: number
  /** Index of the first letter or digit, after opening marks and dashes. */
  word: number
  /** Kind of the character at `word`; a label in brackets such as `(a)` counts as `upper`. */
  kind: Kind
  /** Kind of the character at `at`. */
  first: Kind
}

/** Whether `character`, a quotation mark after a terminator at `index`, closes rather than opens. */
function closes(text: string, index: number, language: LanguageCode): boolean {
  const kind = kindAt(text, index)
  const after = kindAt(text, index + 1)
  const glued = isLetter(after) || after === Kind.digit
  const character = text[index]
  if (kind === Kind.close) return !(language === 'ar' && character === '”' && glued)
  // Some typists close with the opening mark (“ in Arabic and German style); Chinese never does.
  if (kind === Kind.open) return language !== 'zh' && (character === '“' || character === '‘') && !glued
  return kind === Kind.straight && (language === 'zh' ? !glued || isOdd(text, index) : !glued)
}

/** Whether an odd number of straight marks stands in the 200 units before `index`. */
function isOdd(text: string, index: number): boolean {
  const mark = text[index]
  let count = 0
  for (let at = index - 1; at >= 0 && at > index - 200; at--) if (text[at] === mark) count++
  return count % 2 === 1
}

/**
 * End of what belongs to the sentence after the terminator at `index`: more terminators, closing brackets and
 * quotation marks (also after an inner French space), marks of notes.
 */
export function readTail(text: string, index: number, language: LanguageCode): number {
  let end = index
  while (end < text.length) {
    const kind = kindAt(text, end)
    if (kind === Kind.terminator || kind === Kind.format || kind === Kind.note) end++
    else if (kind === Kind.close || kind === Kind.straight || kind === Kind.open) {
      if (closes(text, end, language)) end++
      else return readBracketedNote(text, end)
    } else if (kind === Kind.space) {
      const after = kindAt(text, end + 1)
      const mark = text[end + 1]
      // `made. " The other`: a straight mark with spaces round it closes what is open.
      const isClosing = after === Kind.straight ? mark === '"' && kindAt(text, end + 2) === Kind.space && isOdd(text, end + 1) : after === Kind.close && mark !== '’' && mark !== '”'
      if (!isClosing) return end
      end += 2
    } else if (isPair(text, end, '>')) end += 2
    else return end
  }
  return end
}

/** Whether `<<` or `>>` stands at `index`: quotation marks of those who have no others. */
function isPair(text: string, index: number, mark: '<' | '>'): boolean {
  return text[index] === mark && text[index + 1] === mark && text[index + 2] !== mark
}

/** Skips `[12]` or `(12)` at `index`, the mark of a note. */
function readBracketedNote(text: string, index: number): number {
  const mark = text[index]
  if (mark !== '[' && mark !== '(') return index
  let end = index + 1
  while (end < index + 4 && kindAt(text, end) === Kind.digit) end++
  return end > index + 1 && text[end] === (mark === '[' ? ']' : ')') ? end + 1 : index
}

/**
 * Skips digits of note references glued to the end of a sentence at `index`: `.1 The`, `.1,2 The`.
 *
 * Returns `index` itself where the digits are anything else.
 */
export function readNoteDigits(text: string, index: number): number {
  let end = index
  for (;;) {
    const start = end
    while (end < start + 3 && kindAt(text, end) === Kind.digit) end++
    if (end === start) return index
    if ((text[end] === ',' || text[end] === '-') && kindAt(text, end + 1) === Kind.digit && end < index + 12) end++
    else break
  }
  if (end < text.length && kindAt(text, end) !== Kind.space) return index
  const next = readNext(text, end)
  return next.at === text.length || (next.kind !== Kind.lower && isLetter(next.kind)) ? end : index
}

/** Looks at what follows `index`, the end of a sentence if it is one. */
export function readNext(text: string, index: number): Next {
  const at = skipSpace(text, index)
  const gap = at > index || at === text.length
  const first = kindAt(text, at)
  let word = at
  let kind: Kind = first
  while (word < at + longestOpening && word < text.length) {
    kind = kindAt(text, word)
    if (isPair(text, word, '<')) {
      word += 2
      continue
    }
    if (isLetter(kind) || kind === Kind.digit || kind === Kind.terminator || kind === Kind.other) break
    if (kind === Kind.close && !(text[word] === '”' && word === at)) break
    word++
  }
  if (kind === Kind.lower && isLabel(text, word)) kind = Kind.upper
  return { gap, at, word, kind, first }
}

/** Whether a label of small letters stands at `index`: `a) `, `(iv) `. */
function isLabel(text: string, index: number): boolean {
  let end = index
  while (end < index + 5 && kindAt(text, end) === Kind.lower) end++
  if (text[end] !== ')') return false
  const value = text.slice(index, end)
  return value.length === 1 || /^[ivx]+$/u.test(value)
}

/** The word that ends right before `end`: letters, digits, and what stands inside of words and symbols. */
export function readWordBefore(text: string, end: number, from: number): Word {
  let start = end
  const least = Math.max(from, end - longestWord)
  while (start > least) {
    const kind = kindAt(text, start - 1)
    const inside =
      (isLetter(kind) && kind !== Kind.han) ||
      kind === Kind.digit ||
      kind === Kind.format ||
      kind === Kind.dash ||
      (kind === Kind.terminator && text[start - 1] === '.') ||
      (kind === Kind.other && /[/@_№°º]/u.test(text[start - 1] ?? ''))
    if (!inside) break
    start--
  }
  while (start < end && (kindAt(text, start) === Kind.dash || kindAt(text, start) === Kind.format)) start++
  return { start, end }
}

/** The word before another one, parted by at most two spaces; empty where there is none. */
export function readPrevious(text: string, word: Word, from: number): Word {
  let end = word.start
  const least = Math.max(from, end - 3)
  while (end > least && kindAt(text, end - 1) !== Kind.space && kindAt(text, end - 1) === Kind.format) end--
  if (end <= from || kindAt(text, end - 1) !== Kind.space) return { start: end, end }
  while (end > least && kindAt(text, end - 1) === Kind.space) end--
  return readWordBefore(text, end, from)
}

/**
 * Whether the bracket at `index` holds a sentence of its own, `(See the annex.)`, or something that only stands beside a
 * word: `(2004)`, `(New York time)`. `false` where no bracket opens there or it does not close.
 */
export function holdsSentence(text: string, index: number): boolean {
  const close = text[index] === '(' ? ')' : text[index] === '（' ? '）' : text[index] === '[' ? ']' : undefined
  if (close === undefined) return false
  const first = kindAt(text, index + 1)
  if (first === Kind.lower || first === Kind.digit) return false
  for (let at = index + 1; at < index + longestBracket && at < text.length; at++) {
    if (text[at] === close) return kindAt(text, at - 1) === Kind.terminator
  }
  return false
}

/** The letters and digits from `index` on, with inner marks of symbols; without closing punctuation. */
export function readWordAfter(text: string, index: number): string {
  let end = index
  while (end < index + longestNext) {
    const kind = kindAt(text, end)
    if (!isLetter(kind) && kind !== Kind.digit && !(kind === Kind.other && text[end] === '/')) break
    end++
  }
  return text.slice(index, end)
}
