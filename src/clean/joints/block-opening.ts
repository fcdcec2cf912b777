import { languageCodes, languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction, endsOpen } from '../../language/function-word.ts'
import { isWeakBullet } from '../../grammar/label.ts'
import { opensOperative } from '../../grammar/operative.ts'
import { letterOpenings } from '../../grammar/letter-wording.ts'
import { opensSmallOperative, preambularOpenings } from '../../grammar/preamble.ts'
import { endsAnnex } from '../../grammar/section-word.ts'
import { opensSignature } from '../../grammar/signature-word.ts'
import { speakerOpenings } from '../../grammar/speaker.ts'
import { testimoniumOpenings } from '../../grammar/testimonium.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import { beginsSmall } from '../lines/first-letter.ts'
import type { Line } from '../lines/line.ts'
import { endsClause, endsInColon, endsInComma, endsInDesignator, endsInMark, endsItem, endsSentence } from '../lines/sentence-end.ts'
import { isFigureBelowFigure } from './cell-opening.ts'
import type { Opening } from './line-pair.ts'
import { mayFollow, standsAlone } from './stands-alone.ts'
import type { OpeningSign } from './weights.ts'

/** What words say of a line: signs that a block begins here, or `true` and `false` where they decide; `undefined` where they say nothing. */
type Rule = (opening: Opening) => boolean | readonly OpeningSign[] | undefined

/** For whom a signature is, and in French the office, stand above it. */
const signatoryAbove: Rule = ({ next, open, language }) => {
  if (language === 'zh' || !opensSignature(next.value, language)) return undefined
  return open.lines.some(({ value }) => opensSignature(value, language)) ? undefined : false
}

/** A Chinese heading of an annex that takes two lines: the date and the sender above, `…的信的附件` below. */
const annexBelow: Rule = ({ next, previous, open, language }) =>
  endsAnnex(next.value, language) && open.lines.length === 1 && opensTitle(previous.value, language) ? false : undefined

/** What the numbering says of a label. */
const fits = { next: 'next-label', start: 'first-label', gap: 'label-behind-gap', jump: 'label-far-off' } as const

const label: Rule = ({ label: own, preamble, next, previous }) => {
  if (!own) return undefined
  if (own.shape === 'bullet') {
    // Behind the colon of a list, and behind another item, a dash is a bullet like any.
    const listed = own.fit === 'next' ? endsItem(previous.value) : endsInColon(previous.value)
    return [`${own.fit === 'next' ? 'next' : 'first'}-${isWeakBullet(next.value.slice(0, own.length)) && !listed ? 'dash' : 'bullet'}`]
  }
  if (preamble) return [fits[own.fit], 'first-number-behind-preamble']
  if (own.fit === 'next' && own.length === next.value.length) return [fits.next, 'label-alone']
  return own.capital ? [fits[own.fit], 'label-of-heading'] : own.style === 'decimal' ? [fits[own.fit], 'number-of-paragraph'] : [fits[own.fit]]
}

/** Below a column of labels the first text begins: it is not that of the last label. */
const columnAbove: Rule = ({ column }) => column || undefined

/** Extractors put the text behind a label on a line of its own. */
const labelAbove: Rule = ({ open: { lines, label: own } }) => (lines.length === 1 && own?.length === lines[0]?.value.length ? false : undefined)

/** A name or an office below a signature. In Chinese the signature comes last. */
const signatureAbove: Rule = ({ next: { value }, previous, language }) => {
  if (language === 'zh' && opensSignature(previous.value, language)) return undefined
  return value.length < 60 && (value.length < 45 || !endsSentence(value)) ? false : undefined
}

/** A star with a space behind it is the mark of a note or of an item: it stands on no line by chance. */
const star: Rule = ({ next }) => (next.value.startsWith('*') && /^\*{1,3} (?=["“«《(（]?\p{L})/u.test(next.value) ? true : undefined)

const annexAbove: Rule = ({ previous, language }) => (endsAnnex(previous.value, language) ? true : undefined)

/** Paragraphs of a preamble end in commas or semicolons, and begin with capitals but in Russian. */
const preambular: Rule = (opening) => {
  const { previous, next, preamble, open, language } = opening
  const small = language === 'ru'
  // A title stands above some, without the formula: nothing but a small letter tells them from its second line.
  if (small && isShortBlock(opening) && (preambularOpenings.ru.test(next.value) || opensSmallOperative(next.value, 'ru'))) return preambularSign
  return (small || !beginsSmall(next.value)) &&
    (/[,;，；،؛]\d{0,2}$/.test(previous.value.slice(-3)) || endsInConjunction(previous.value, language)) &&
    (preambularOpenings[language].test(next.value) || (preamble && opensSmallOperative(next.value, language))) &&
    (preamble || isOpenRecital(open, language))
    ? preambularSign
    : undefined
}

const preambularSign = ['preambular-opening'] as const

/** Languages in which a capital, or words that stand nowhere else, tell a recital from a sentence that goes on. */
const toldRecitals: ReadonlySet<LanguageCode> = new Set(['ar', 'en', 'es', 'fr'])

/** Whether the open block is a recital, though what opens the preamble is lost. */
function isOpenRecital({ lines, label }: Opening['open'], language: LanguageCode): boolean {
  return label === undefined && toldRecitals.has(language) && preambularOpenings[language].test(lines[0]?.value ?? '')
}

/**
 * The first operative paragraph, where it has no number, begins with a verb behind the comma of the last recital. Without
 * capitals such a verb may stand inside a recital: it tells where that has a line to itself.
 */
const operative: Rule = ({ previous, next, preamble, open, language }) =>
  preamble &&
  (languages[language].cased || open.lines.length === 1) &&
  endsInComma(previous.value) &&
  preambularOpenings[language].test(open.lines[0]?.value ?? '') &&
  opensOperative(next.value, language)
    ? ['operative-opening']
    : undefined

/** In Russian a paragraph whose number is lost begins with a small letter: a verb behind a semicolon tells it. */
const unnumbered: Rule = ({ previous, next, numbered }) =>
  !numbered && endsItem(previous.value) && opensSmallOperative(next.value, 'ru') ? ['operative-opening'] : undefined

const speech: Rule = (opening) =>
  (endsSentence(opening.previous.value) || isShortBlock(opening)) && speakerOpenings[opening.language].test(opening.next.value) ? ['speaker-opening'] : undefined

/** Whether the line above is a block of one short line without a mark at its end, as a title is. */
function isShortBlock({ previous, open, width }: Opening): boolean {
  return open.lines.length === 1 && open.label === undefined && !endsInMark(previous.value) && previous.columns < shortTitle * (width ?? Infinity)
}

/** Share of the width of the text that a short title has at most. */
const shortTitle = 0.5

/** A letter does not begin between two numbers of one numbering. */
const letter: Rule = (opening) => (!opening.numbered && letterOpenings[opening.language].test(opening.next.value) && mayFollow(opening) ? ['letter-opening'] : undefined)

/** What a treaty ends in begins behind a sentence. */
const testimonium: Rule = ({ previous, next, language }) => (endsSentence(previous.value) && testimoniumOpenings[language].test(next.value) ? ['testimonium-opening'] : undefined)

/** Each paragraph of a long quotation begins with a quotation mark, the last one ends with one: `“The Council notes …`. */
const quotation: Rule = ({ previous, next, open }) => {
  if (!opensQuotation(next.value)) return undefined
  const begun = opensQuotation(open.lines[0]?.value ?? '') && (endsSentence(previous.value) || endsClause(previous.value)) && !isQuoteClosed(open.lines)
  return begun || endsInColon(previous.value) ? ['quote-opening'] : undefined
}

const quotationMarks = /[“”«»„「」『』"]/g

function opensQuotation(value: string): boolean {
  return '“”«„「『"'.includes(value.charAt(0)) && /^[“”«„「『"][ \u00A0]?[\p{Lu}\p{Lo}]/u.test(value)
}

function isQuoteClosed(lines: readonly Line[]): boolean {
  return lines.reduce((sum, { value }) => sum + (value.match(quotationMarks)?.length ?? 0), 0) % 2 === 0
}

const titled = ['title-opening'] as const

const title: Rule = ({ previous, next, open, language }) => {
  if (!opensTitle(next.value, language) || endsClause(previous.value)) return undefined
  if (endsSentence(previous.value)) return titled
  // The sentence of a numbered paragraph goes on, and so does one that ends in an article.
  const numbered = open.label !== undefined && !open.label.capital
  const worded = !/^\d/.test(next.value)
  if (!worded && endsInDesignator(previous.value, language)) return undefined
  const openSentence = endsOpen(previous.value, language) || (language === 'zh' && /[，。；]./.test(next.value))
  return numbered || (worded && openSentence) ? undefined : titled
}

/** A rule, and of which lines it is asked: of all but where it says which. */
interface AskedRule {
  name: string
  rule: Rule
  /** Of lines below a signature. */
  signing?: true
  /** Of lines with a label, or of those without one. */
  labelled?: boolean
  language?: LanguageCode
}

/** In this order, because the first that says something is heard: what decides goes before what only adds. */
const rules: readonly AskedRule[] = [
  { name: 'signatory-above', rule: signatoryAbove, signing: true },
  { name: 'annex-below', rule: annexBelow, language: 'zh' },
  { name: 'alone-on-its-line', rule: (opening) => standsAlone(opening) || undefined },
  { name: 'star-first', rule: star },
  { name: 'words', rule: label, labelled: true },
  { name: 'figure-below-figure', rule: ({ next, previous }) => isFigureBelowFigure(previous.value, next.value) || undefined, labelled: false },
  { name: 'label-column-above', rule: columnAbove, labelled: false },
  { name: 'label-above', rule: labelAbove, labelled: false },
  { name: 'signature-above', rule: signatureAbove, signing: true, labelled: false },
  { name: 'annex-above', rule: annexAbove, language: 'zh', labelled: false },
  { name: 'words', rule: preambular, labelled: false },
  { name: 'words', rule: operative, labelled: false },
  { name: 'words', rule: unnumbered, language: 'ru', labelled: false },
  { name: 'words', rule: speech, labelled: false },
  { name: 'words', rule: letter, labelled: false },
  { name: 'words', rule: testimonium, labelled: false },
  { name: 'words', rule: quotation, labelled: false },
  { name: 'words', rule: title, labelled: false }
]

/** The rules of each language: those for lines without a label, with one, and both below a signature. */
const rulesOf = Object.fromEntries(languageCodes.map((code) => [code, [0, 1, 2, 3].map((kind) => rulesFor(kind, code))])) as Readonly<Record<LanguageCode, AskedRule[][]>>

function rulesFor(kind: number, code: LanguageCode): AskedRule[] {
  const [below, own] = [(kind & 2) !== 0, (kind & 1) !== 0]
  return rules.filter(({ signing, labelled, language }) => (!signing || below) && (labelled ?? own) === own && (language ?? code) === code)
}

/** What the words of a line say of a block that it opens: signs, or what the rule `rule` decides. */
export interface SaidOpening {
  rule?: string
  opens?: boolean
  signs: readonly OpeningSign[]
}

/** What the words of a line say of a block that it opens. */
export function readOpening(opening: Opening): SaidOpening {
  for (const { name, rule } of rulesOf[opening.language][Number(opening.label !== undefined) + 2 * Number(opening.signing)] ?? []) {
    const said = rule(opening)
    if (typeof said === 'boolean') return { rule: name, opens: said, signs: none }
    if (said !== undefined) return { signs: said }
  }
  return nothing
}

const none: readonly OpeningSign[] = []
const nothing: SaidOpening = { signs: none }
