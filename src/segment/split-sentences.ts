/**
 * Sentence boundaries by a scanner over the terminators `. ? ! … 。！？؟`, with the rules of a language as data.
 */
import type { AddedAbbreviation } from '../language/abbreviation.ts'
import { type LanguageCode, languages } from '../language/code.ts'
import { codeUnitTable } from '../language/code-unit-table.ts'
import { isLetter, Kind, kindAt, skipSpace, trimEnd } from './character.ts'
import { readNext, readNoteDigits, readTail, readWordAfter, readWordBefore, type Next } from './context.ts'
import { endsAtStop } from './full-stop.ts'
import { rulesOf, type Rules } from './rules.ts'

/** `[start, end)`, UTF-16 offsets of a sentence, without white space round it. */
export type Span = [start: number, end: number]

/** UTF-16 units between the brackets of an aside, at most: no sentence ends inside of one. */
const longestAside = 300
/** UTF-16 units of a Chinese title between 《 and 》, at most. */
const longestTitle = 200

const ordinary = 0
const terminator = 1
const opening = 2
const closing = 3
const newline = 4
const title = 5
const bullet = 6

/** What the scanner stops at. */
const marks: ReadonlyArray<readonly [characters: string, mark: number]> = [
  ['.?!…。！？؟．｡۔‼⁇⁈⁉', terminator],
  ['(（', opening],
  [')）', closing],
  ['\n\u2029', newline],
  ['《', title],
  ['•⁃▪●', bullet]
]
const markOf = codeUnitTable((character) => marks.find(([characters]) => characters.includes(character))?.[1] ?? ordinary)

/**
 * Splits a paragraph into sentences.
 *
 * @param text the paragraph, its label taken off and its lines joined; blank lines end a sentence too
 * @param language whose rules to use
 * @param added abbreviations beside those of the language
 * @returns spans in order that do not overlap and cover every character but white space
 */
export function splitSentences(text: string, language: LanguageCode, added?: readonly AddedAbbreviation[]): Span[] {
  const rules = rulesOf(language, added)
  const { cased } = languages[language]
  const spans: Span[] = []
  let start = skipSpace(text, 0)
  let index = start
  // Brackets that are open: how many, where the first of them is, and where it closes (-1: not looked yet).
  let depth = 0
  let open = 0
  let until = -1
  let nextTitleEnd = -1
  const length = text.length
  while (index < length) {
    const mark = markOf(text.charCodeAt(index))
    if (mark === ordinary) {
      index++
      continue
    }
    if (mark === opening) {
      // `)ب(`, reversed by an extractor, opens nothing.
      if (kindAt(text, index + 1) !== Kind.space) {
        if (depth === 0) {
          open = index
          until = -1
        }
        depth++
      }
      index++
    } else if (mark === closing) {
      if (depth > 0) depth--
      index++
    } else if (mark === bullet) {
      // An item of a list that was joined to the one before it.
      const end = trimEnd(text, start, index)
      if (index > end && end > start) {
        spans.push([start, end])
        start = index
        depth = 0
      }
      index++
    } else if (mark === title) {
      if (nextTitleEnd < index) {
        const found = text.indexOf('》', index)
        nextTitleEnd = found < 0 ? length : found
      }
      index = nextTitleEnd < length && nextTitleEnd - index <= longestTitle ? nextTitleEnd : index + 1
    } else if (mark === newline) {
      const after = skipSpace(text, index)
      if (text.charCodeAt(index) === 0x2029 || text.slice(index + 1, after).includes('\n')) {
        const end = trimEnd(text, start, index)
        if (end > start) spans.push([start, end])
        start = after
        depth = 0
      }
      index = after
    } else {
      let tail = readTail(text, index, language)
      if (tail < length && kindAt(text, tail) === Kind.digit && mayTakeNote(text, start, index, tail, rules)) {
        tail = readNoteDigits(text, tail)
      }
      const inside = depth > 0 && open > start
      for (let at = index; at < tail && depth > 0; at++) if (markOf(text.charCodeAt(at)) === closing) depth--
      // `（…。）说`: where case cannot tell, an aside that ends in a full stop does not end what holds it.
      if (inside && depth === 0 && tail < length && !cased) {
        index = tail
        continue
      }
      if (ends(text, start, index, tail, rules)) {
        if (depth > 0 && open > start && until < 0) until = findClosing(text, open)
        if (depth === 0 || open <= start || tail >= until) {
          spans.push([start, tail])
          start = skipSpace(text, tail)
          tail = start
          depth = 0
        }
      }
      index = tail
    }
  }
  const end = trimEnd(text, start, length)
  if (end > start) spans.push([start, end])
  return spans
}

/** Where the bracket at `open` closes; 0 where it does not within the length of an aside. */
function findClosing(text: string, open: number): number {
  let depth = 0
  const last = Math.min(text.length, open + longestAside)
  for (let index = open; index < last; index++) {
    const mark = markOf(text.charCodeAt(index))
    if (mark === opening) depth++
    else if (mark === closing && --depth === 0) return index
  }
  return 0
}

/** Whether digits glued to the tail can be the mark of a note: `goods.1`, `(2004).1`, `goods.”1`. */
function mayTakeNote(text: string, from: number, at: number, tail: number, rules: Rules): boolean {
  if (text[at] !== '.' || tail > at + 1) return text[at] !== '…'
  if (kindAt(text, at - 1) === Kind.close) return true
  const word = readWordBefore(text, at, from)
  const value = text.slice(word.start, word.end)
  if (/^(?:19|20)\d\d$/u.test(value)) return true
  return /^[\p{L}\p{M}'’-]{3,}$/u.test(value) && !/\p{Lu}$/u.test(value) && !rules.kinds.has(value.toLowerCase())
}

/** Whether a sentence ends with the terminators and closing marks in `[at, tail)`. */
function ends(text: string, from: number, at: number, tail: number, rules: Rules): boolean {
  // `(!)`, `[…]`: an aside on its own.
  const before = kindAt(text, at - 1)
  if (at > from && before === Kind.open && kindAt(text, tail - 1) === Kind.close) return false
  const next = readNext(text, tail)
  if (next.at === text.length) return true
  if (tail === at + 1 && text[at] === '.') {
    return next.gap ? endsAtStop({ text, at, from, next, rules }) : endsGlued(text, from, at, next, rules)
  }
  const run = text.slice(at, Math.min(tail, at + 16))
  if (/[。！？｡]/u.test(run)) return endsInChinese(text, from, tail, next, rules)
  if (/[?!؟‼⁇⁈⁉۔]/u.test(run)) return endsAtMark(text, at, tail, next, rules)
  if (/^(?:…|\.{2})/u.test(run)) return endsAtEllipsis(text, from, at, next, rules)
  if (!next.gap) return endsGlued(text, from, at, next, rules)
  return endsAtStop({ text, at, from, next, rules })
}

/** Who said it, in Chinese, behind the quotation: `主席问。` */
const attribution = /^\p{Script=Han}{1,10}(?:[说說問问道喊称稱]|(?<!是回)答|表示|指出|强调|补充|解释)[，。：]/u

/** 。！？ end, unless a comma or a particle ties the quotation to what follows, or who said it comes after it. */
function endsInChinese(text: string, from: number, tail: number, next: Next, rules: Rules): boolean {
  if (/[，、；：,;:]/u.test(text[next.at] ?? '')) return false
  const last = kindAt(text, tail - 1)
  if ((last !== Kind.close && last !== Kind.straight) || next.gap) return true
  if (rules.carriers.has(text[next.at] ?? '')) return false
  const first = kindAt(text, from)
  return (first !== Kind.open && first !== Kind.straight) || !attribution.test(text.slice(tail, tail + 14))
}

/** `?` and `!` end before a capital, a digit, or a letter without case. */
function endsAtMark(text: string, at: number, tail: number, next: Next, rules: Rules): boolean {
  if (next.kind === Kind.lower || next.kind === Kind.other || next.kind === Kind.close) return false
  if (next.kind === Kind.caseless && tail > 1 && kindAt(text, tail - 1) !== Kind.terminator) {
    if (rules.carriers.has(readWordAfter(text, next.word))) return false
  }
  if (next.gap || next.first === Kind.inverted) return true
  if (next.kind === Kind.upper) return kindAt(text, next.word + 1) === Kind.lower && next.word === next.at && isLetter(kindAt(text, at - 1))
  return next.kind === Kind.caseless || next.kind === Kind.han
}

/** Three dots end before a capital, not at the head of a sentence; in Chinese they only pause. */
function endsAtEllipsis(text: string, from: number, at: number, next: Next, rules: Rules): boolean {
  if (!next.gap || at === from || rules.language === 'zh') return false
  return isLetter(next.kind) && next.kind !== Kind.lower && text[next.at] !== '('
}

/** UTF-16 units of a quotation on either side of a full stop, at most. */
const longestPhrase = 80
/** An open quotation, up to a place; and how it closes before the full stop or comma of the sentence that it is a part of. */
const openPhrase = /[“「"][^“”「」"。！？]*$/u
const closedPhrase = /^[^“”「」"。！？]+[”」"][。，、；！？]/u

/** `不受“战祸.之苦”。`: in Chinese the full stop stands behind the quotation that is a part of its sentence, so none inside ends one. */
function isInPhrase(text: string, from: number, at: number): boolean {
  return closedPhrase.test(text.slice(at + 1, at + longestPhrase)) && openPhrase.test(text.slice(Math.max(from, at - longestPhrase), at))
}

/** A full stop with no space after it: lost in extraction, or no end at all. */
function endsGlued(text: string, from: number, at: number, next: Next, rules: Rules): boolean {
  const before = kindAt(text, at - 1)
  if (next.first === Kind.han) return (before === Kind.han || before === Kind.close) && !isInPhrase(text, from, at)
  if (next.kind !== Kind.upper && next.kind !== Kind.caseless) return false
  const word = readWordBefore(text, at, from)
  const value = text.slice(word.start, word.end)
  const figure = /^\d[\d,]*$/u.test(value)
  if ((!figure && !/^[\p{L}\p{M}]{4,}$/u.test(value)) || rules.kinds.has(value.toLowerCase())) return false
  const after = readWordAfter(text, next.word)
  const follower = text[next.word + after.length] ?? ' '
  if (/[.@/\d]/u.test(follower) || /[/\d]/u.test(after)) return false
  if (next.kind === Kind.caseless) return before === Kind.caseless && after.length > 2
  return next.kind === Kind.upper && (figure || before === Kind.lower) && /^\p{Lu}\p{Ll}+$/u.test(after)
}
