/** Whether a full stop ends its sentence. */
import type { AbbreviationKind } from '../language/abbreviation.ts'
import { Kind, kindAt, skipSpace } from './character.ts'
import { holdsSentence, readPrevious, readWordAfter, readWordBefore, type Next, type Word } from './context.ts'
import type { Rules } from './rules.ts'

/** UTF-16 units of an opening phrase of time: `В начале мая 2019 `, at most. */
const longestAdverbial = 48

/** UTF-16 units that a list of numbered titles goes back over: `sections 2.1. Data and 2.2. Analysis`. */
const longestList = 120

/** UTF-16 units between a quotation mark and the dash behind who says it, at most. */
const longestSpeech = 400

/** UTF-16 units of a number with letters before its first digit: `IT-94`. */
const longestNumber = 16

const roman = /^[IVXLCDMІХ]+$/u
/** `二.` at the head of a heading. */
const hanLabel = /^[一二三四五六七八九十]{1,4}$/u
/** Letters parted by full stops or hyphens: `U.S`, `J.-P`, `А.С`. */
const initials = /^\p{L}{1,2}(?:\.[-‑]?\p{L}{1,2})+$/u
/** Bidi marks and the like. */
const hidden = /[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u
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
  if (next.kind === Kind.lower) return endsBeforeSmall(stop)
  if (!mayBegin(stop) || isSpeaker(stop)) return false
  const word = readWordBefore(text, at, from)
  if (word.start === word.end) return !hanLabel.test(text.slice(from, Math.min(at, from + 5))) && (kindAt(text, at - 1) !== Kind.space || at - 1 > from + 3)
  const read = text.slice(word.start, word.end)
  const value = hidden.test(read) ? read.replaceAll(hiddenAll, '') : read
  if (isOwnLabel(text, value, word, from) || isListed(stop)) return false
  return endsAfterWord(stop, word, value)
}

/**
 * A sentence may begin with a small letter, by a slip or because its head was lost: it does behind a plain word that no
 * abbreviation is like, `… by direct agreement. such terms`. Names and titles are left out: `Distr. générale`.
 */
function endsBeforeSmall({ text, at, from, next, rules }: Stop): boolean {
  // `“It is late.” he said`: who says it comes behind.
  if (skipSpace(text, at + 1) !== next.at || next.first === Kind.dash || isBracket(text, next.at)) return false
  const { start } = readWordBefore(text, at, from)
  const value = text.slice(start, at)
  return start > from && /^\p{Ll}{5,}$/u.test(value) && vowel.test(value) && !rules.kinds.has(value)
}

/** `«Is it late? – the President asked. – Yes»`: who says it, between two dashes inside of the quotation. */
function isSpeaker({ text, at, from, next }: Stop): boolean {
  const first = kindAt(text, from)
  if (next.first !== Kind.dash || at - from > longestSpeech || (first !== Kind.open && first !== Kind.straight)) return false
  const said = text.slice(from + 1, at)
  return /[,?!…] [–—-]{1,2} \p{Ll}[^–—]*$/u.test(said) && !/[«»“”"]/u.test(said)
}

/** A number in parts before `at`, as titles have it: `2.1`, `٢٫١`; and the word in front of it. */
function readTitleNumber(text: string, at: number, from: number): { start: number; word: string } | undefined {
  let start = at
  let parts = 1
  while (start > from && at - start < longestNumber) {
    const part = /[.٫]/u.test(text[start - 1] ?? '') && kindAt(text, start) === Kind.digit
    if (part) parts++
    else if (kindAt(text, start - 1) !== Kind.digit) break
    start--
  }
  if (parts < 2 || kindAt(text, start) !== Kind.digit) return undefined
  const { start: begin, end } = readPrevious(text, { start, end: at }, from)
  return { start, word: text.slice(begin, end).toLowerCase() }
}

/** `sections 2.1. Data and 2.2. Analysis`: numbers with their titles, one behind the other. */
function isListed({ text, at, from, rules }: Stop): boolean {
  if (kindAt(text, at - 1) !== Kind.digit) return false
  const number = readTitleNumber(text, at, from)
  if (number === undefined) return false
  if (rules.plurals.has(number.word)) return true
  if (!rules.conjunctions.has(number.word) && !/[,،]\s$/u.test(text.slice(from, number.start))) return false
  const least = Math.max(from, number.start - longestList)
  for (let earlier = text.lastIndexOf('.', number.start); earlier > least; earlier = text.lastIndexOf('.', earlier - 1)) {
    const one = readTitleNumber(text, earlier, from)
    if (one && rules.plurals.has(one.word)) return true
  }
  return false
}

/** Whether what follows can be the beginning of a sentence. */
function mayBegin({ text, next }: Stop): boolean {
  if (next.kind === Kind.other) return isQuestionStart(text, next)
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
  if (length > rules.longestAbbreviation) return !isInitials(value) || isStarter(stop, true)
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
  if (isInitials(value)) return isStarter(stop, true)
  // Small words without a vowel are abbreviations that no list knows: `pgt.`, `Hs.`; not `LDCs`, which are several of one.
  if (length <= 5 && !vowel.test(lower) && /\p{Ll}/u.test(value) && /^\p{L}+$/u.test(value) && !/^\p{Lu}{2,}s$/u.test(value)) return isStarter(stop)
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

function isBracket(text: string, index: number): boolean {
  return /[([（]/u.test(text[index] ?? '')
}

function endsAfterAbbreviation(
  stop: Stop,
  word: Word,
  previous: Word,
  kinds: ReadonlySet<AbbreviationKind>
): boolean {
  const { text, next } = stop
  // `et al. (2004) was`, `3 p.m. (New York time)`: the bracket is none of the next sentence.
  if (isBracket(text, next.at)) return !kinds.has('prefix') && holdsSentence(text, next.at)
  if (kinds.has('era') && /[\dIVXІХ]$/u.test(text.slice(previous.start, previous.end))) return endsAfterEra(stop, previous)
  if (kinds.has('number') && isNumberLike(stop)) return false
  if (kinds.has('prefix') || kinds.has('era')) return false
  if (kinds.has('doubtful')) return isStarter(stop)
  if (kinds.has('number')) return true
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
  // `sect. A, para. 5`: an article stands in front of a word.
  return value.length === 1 && (!rules.starters.has(value.toLowerCase()) || /^[.,;:)\]]/.test(text.slice(next.word + 1)))
}

/** Whether the next word begins sentences. `initials`: before it stand such, which the Arabic `and` goes on with. */
function isStarter({ text, next, rules }: Stop, initials = false): boolean {
  if (next.kind === Kind.digit) return false
  const value = readWordAfter(text, next.word)
  // `A.` is an initial, `A` a word.
  if (value === '' || (value.length === 1 && text[next.word + 1] === '.')) return false
  return rules.starters.has(value.toLowerCase()) || (!initials && value.startsWith('و'))
}

/** Two capitals or more: `США`, `UN`. */
function isAcronym(text: string, index: number): boolean {
  return kindAt(text, index) === Kind.upper && kindAt(text, index + 1) === Kind.upper
}
