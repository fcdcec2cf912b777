/** Whether a full stop ends its sentence. */
import type { AbbreviationKind } from '../language/abbreviation.ts'
import { Kind, kindAt } from './character.ts'
import { readPrevious, readWordAfter, readWordBefore, type Next, type Word } from './context.ts'
import type { Rules } from './rules.ts'

/** UTF-16 units of an opening phrase of time: `В начале мая 2019 `, at most. */
const longestAdverbial = 48

/** UTF-16 units of a number with letters before its first digit: `IT-94`. */
const longestNumber = 16

const roman = /^[IVXLCDMІХ]+$/u
/** Letters parted by full stops or hyphens: `U.S`, `J.-P`, `А.С`. */
const initials = /^\p{L}{1,2}(?:\.[-‑]?\p{L}{1,2})+$/u
/** Bidi marks and the like. */
const hidden = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u
const hiddenAll = new RegExp(hidden.source, 'gu')
const vowel = /[aeiouyà-öø-üœаеёиоуыэюя]/u

/** One full stop and what stands round it. */
export interface Stop {
  text: string
  /** Index of the full stop. */
  at: number
  /** Start of the sentence. */
  from: number
  next: Next
  rules: Rules
}

/** Whether the full stop ends a sentence, given that white space, or the end, follows. */
export function endsAtStop(stop: Stop): boolean {
  const { text, at, from, next } = stop
  if (next.at === text.length) return true
  if (!mayBegin(stop)) return false
  const word = readWordBefore(text, at, from)
  if (word.start === word.end) return kindAt(text, at - 1) !== Kind.space || at - 1 > from + 3
  const read = text.slice(word.start, word.end)
  const value = hidden.test(read) ? read.replaceAll(hiddenAll, '') : read
  if (isOwnLabel(text, value, word, from)) return false
  return endsAfterWord(stop, word, value)
}

/** Whether what follows can be the beginning of a sentence. */
function mayBegin({ text, next }: Stop): boolean {
  if (next.kind === Kind.lower || next.kind === Kind.other) return isQuestionStart(text, next)
  // `. [...] The`: what was left out begins the next sentence.
  if (next.kind === Kind.terminator) return next.word > next.at && next.first === Kind.open
  return next.kind !== Kind.close
}

/** `№ 5`, `§ 5`, `$5`, `+5` begin sentences too. */
function isQuestionStart(text: string, next: Next): boolean {
  return next.kind === Kind.other && /[№§$€£¥]/u.test(text[next.word] ?? '')
}

/** `1.`, `IV.`, `B.` at the head of the text: the label of what follows. */
function isOwnLabel(text: string, value: string, word: Word, from: number): boolean {
  // `• 1. The`: a bullet may come before it.
  if (word.start !== from && (word.start > from + 3 || kindAt(text, from) !== Kind.dash)) return false
  return /^\d{1,3}$/u.test(value) || roman.test(value) || /^\p{L}$/u.test(value)
}

function endsAfterWord(stop: Stop, word: Word, value: string): boolean {
  const { text, from, rules } = stop
  const { length } = value
  if (kindAt(value, 0) === Kind.digit && /^[\d.,:/]+$/u.test(value)) return true
  // Most sentences end in a word that is longer than any abbreviation.
  if (length > rules.longest) return !isInitials(value) || isStarter(stop)
  const previous = readPrevious(text, word, from)
  const lower = value.toLowerCase().normalize('NFC')
  const pair = pairKinds(stop, previous, lower)
  const known = rules.kinds.get(lower)
  // `P. T. Ong`, `H. Accioly`: a capital is an initial, though `t.` is a volume and `h.` an hour.
  const capital = length === 1 && known && !known.has('prefix') && !known.has('era') && kindAt(value, 0) === Kind.upper
  const initial = capital && !(known.has('number') && isNumberLike(stop))
  const kinds = pair ?? (initial ? undefined : known)
  if (kinds) return endsAfterAbbreviation(stop, word, previous, kinds)
  if (value.includes('/') || value.includes('@')) return true
  if (length < 4 && isInitial(value)) return endsAfterInitial(stop, previous, value)
  if (isInitials(value)) return isStarter(stop)
  // Small words without a vowel are abbreviations that no list knows: `pgt.`, `Hs.`
  if (length <= 5 && !vowel.test(lower) && /\p{Ll}/u.test(value) && /^\p{L}+$/u.test(value)) return isStarter(stop)
  return true
}

/** The kinds of an abbreviation of two words: `т. д.`, `p. ej.`, `EE. UU.`, `et al.` */
function pairKinds({ text, rules }: Stop, previous: Word, lower: string): ReadonlySet<AbbreviationKind> | undefined {
  if (lower.length > 4 || previous.end - previous.start > 4 || previous.end === previous.start) return undefined
  const first = text.slice(previous.start, previous.end).toLowerCase()
  return first.endsWith('.') ? rules.kinds.get(first + lower) : undefined
}

function isInitials(value: string): boolean {
  return value.includes('.') && initials.test(value)
}

function isInitial(value: string): boolean {
  return /^\p{L}\p{M}?ـ?$/u.test(value) || /^\p{Lu}[-‑]\p{Lu}$/u.test(value)
}

/** After one letter: an initial, unless it names an annex or a small word follows. */
function endsAfterInitial(stop: Stop, previous: Word, value: string): boolean {
  const { text, next, rules } = stop
  if (next.kind === Kind.digit) return false
  if (isStarter(stop)) return true
  const before = text.slice(previous.start, previous.end)
  if (rules.designators.has(before.toLowerCase())) return true
  // `resolution 3367 A. Комитет`, but not `2. A. Smith`.
  return /\d$/u.test(before) && /^\p{Lu}$/u.test(value)
}

function endsAfterAbbreviation(
  stop: Stop,
  word: Word,
  previous: Word,
  kinds: ReadonlySet<AbbreviationKind>
): boolean {
  const { text, next } = stop
  if (kinds.has('era') && /[\dIVXІХ]$/u.test(text.slice(previous.start, previous.end))) return endsAfterEra(stop, previous)
  if (kinds.has('number') && isNumberLike(stop)) return false
  if (kinds.has('prefix') || kinds.has('era')) return false
  if (kinds.has('number')) return true
  if (kinds.has('doubtful')) return isStarter(stop)
  if (kinds.has('final') && next.kind === Kind.caseless) return isStarter(stop)
  if (kinds.has('unit')) return next.kind !== Kind.digit && !isAcronym(text, next.word)
  return word.end > word.start
}

/** After `2019 г.` or `10 a.m.`: no end where the sentence has said nothing yet but when. */
function endsAfterEra({ text, from, rules }: Stop, previous: Word): boolean {
  if (previous.start - from > longestAdverbial) return true
  for (const word of text.slice(from, previous.start).toLowerCase().split(/[\s«“"(—–-]+/u)) {
    if (word !== '' && !/^\d/u.test(word) && !rules.adverbials.has(word)) return true
  }
  return false
}

/** Whether a number, a numeral or a single letter follows. */
function isNumberLike({ text, next, rules }: Stop): boolean {
  if (next.kind === Kind.digit) return true
  const value = readWordAfter(text, next.word)
  // `No. IT-94-1-A`, `No. A/63/10`
  if (roman.test(value) || /^[\p{L}/.-]*\d/u.test(text.slice(next.word, next.word + longestNumber))) return true
  if (next.kind === Kind.other) return true
  return value.length === 1 && !rules.starters.has(value.toLowerCase())
}

function isStarter({ text, next, rules }: Stop): boolean {
  if (next.kind === Kind.digit) return false
  const value = readWordAfter(text, next.word)
  // `A.` is an initial, `A` a word.
  if (value === '' || (value.length === 1 && text[next.word + 1] === '.')) return false
  return rules.starters.has(value.toLowerCase()) || value.startsWith('و')
}

/** Two capitals or more: `США`, `UN`. */
function isAcronym(text: string, index: number): boolean {
  return kindAt(text, index) === Kind.upper && kindAt(text, index + 1) === Kind.upper
}
