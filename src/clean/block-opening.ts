import { languages, type LanguageCode } from '../language/code.ts'
import { colophons } from '../grammar/colophon.ts'
import { openingFormulas } from '../grammar/formula.ts'
import { leavesOpen } from '../language/function-word.ts'
import { isWeakBullet } from '../grammar/label.ts'
import { letterOpenings } from '../grammar/letter-wording.ts'
import { isAgendaHeading } from '../grammar/masthead-wording.ts'
import { preambularOpenings } from '../grammar/preamble.ts'
import { endsAnnex, isArticleHeading, readPartLetter, readSectionHeading } from '../grammar/section-word.ts'
import { namesSignatory, opensSignature } from '../grammar/signature-word.ts'
import { speakerOpenings } from '../grammar/speaker.ts'
import { readTableCaption } from '../grammar/table-word.ts'
import { opensTitle } from '../grammar/title-opening.ts'
import type { SequencedLabel } from './label-sequence.ts'
import type { Line } from './line.ts'
import { endsClause, endsInMark, endsSentence } from './sentence-end.ts'

/** A line of body text that may open a block, and the block that is open above it. */
export interface Opening {
  body: readonly Line[]
  index: number
  next: Line
  previous: Line
  label: SequencedLabel | undefined
  /** The open block: its lines, its label, and whether it is a signature. */
  open: { lines: readonly Line[]; label?: SequencedLabel }
  signing: boolean
  /** Whether the line stands between a numbered paragraph and the next number. */
  numbered: boolean
  /** Whether an opening formula was read and no label since. */
  preamble: boolean
  language: LanguageCode
}

/** What words add to the evidence that a block begins here: infinite where they decide; `undefined` where they say nothing. */
type Rule = (opening: Opening) => number | undefined

/** What a label adds: the next in an open list is nearly sure. */
const labelWeight = { next: 4.5, start: 3.5, gap: 1.5, jump: 1.5 } as const
/** A bullet; a dash or a letter that may be one. */
const bulletWeight = { start: 4, next: 5 } as const
const weakBulletWeight = { start: 1, next: 2.5 } as const
/** The first number behind a preamble, whose last paragraph ends in a comma and often on a full line. */
const afterPreamble = 4
/** A heading has no full stop above it, and numbers of paragraphs run on. */
const headingLabel = 4
const paragraphLabel = 2
/** The opening of a paragraph of a preamble, of a speech; of a title. */
const opens = 6.4
const opensHeading = 8

const signatoryAbove: Rule = ({ next, open, signing, language }) => {
  const [first] = open.lines
  return signing && open.lines.length === 1 && opensSignature(next.value, language) && namesSignatory(first?.value ?? '', language) ? -Infinity : undefined
}

/** A Chinese heading of an annex that takes two lines: the date and the sender above, `…的信的附件` below. */
const annexBelow: Rule = ({ next, previous, open, language }) =>
  endsAnnex(next.value, language) && open.lines.length === 1 && opensTitle(previous.value, language) && !endsInMark(previous.value) ? -Infinity : undefined

const aloneOnItsLine: Rule = (opening) => {
  const { body, index, next, previous, language } = opening
  const alone =
    next.opens === true ||
    opensSignatureBlock(opening) ||
    isPart(body, index, language) ||
    isPart(body, index - 1, language) ||
    readSectionHeading(next.value, language) !== undefined ||
    standsAlone(next.value, language) ||
    standsAlone(previous.value, language)
  return alone ? Infinity : undefined
}

const label: Rule = ({ label: own, preamble, next }) => {
  if (!own) return undefined
  if (own.shape === 'bullet') return (isWeakBullet(next.value.slice(0, own.length)) ? weakBulletWeight : bulletWeight)[own.fit === 'next' ? 'next' : 'start']
  return labelWeight[own.fit] + (preamble ? afterPreamble : own.capital ? headingLabel : own.style === 'decimal' ? paragraphLabel : 0)
}

/** Extractors put the text behind a label on a line of its own. */
const labelAbove: Rule = ({ open }) => {
  const [only] = open.lines
  return open.lines.length === 1 && open.label?.length === only?.value.length ? -Infinity : undefined
}

/** A name or an office below a signature. In Chinese the signature comes last. */
const signatureAbove: Rule = ({ next: { value, gap }, previous, signing, language }) => {
  if (!signing || (language === 'zh' && opensSignature(previous.value, language))) return undefined
  return value.length < 60 && gap < 2 && (value.length < 45 || !endsSentence(value)) ? -Infinity : undefined
}

const annexAbove: Rule = ({ previous, language }) => (endsAnnex(previous.value, language) ? Infinity : undefined)

/** Paragraphs of a preamble end in commas, and begin with capitals but in Russian. */
const preambular: Rule = ({ previous, next, preamble, language }) =>
  preamble && /[,，،]\d{0,2}$/.test(previous.value.slice(-3)) && (language === 'ru' || !/^\p{Ll}/u.test(next.value)) && preambularOpenings[language].test(next.value) ? opens : undefined

const speech: Rule = ({ previous, next, language }) =>
  endsSentence(previous.value) && speakerOpenings[language].test(next.value) ? opens : undefined

/** Nothing in front of it says that a sentence is open. Where the script has no capitals, only a short line tells a title. */
function mayFollow({ previous, next, open, language }: Opening): boolean {
  if (endsSentence(previous.value)) return true
  const numbered = open.label !== undefined && !open.label.capital
  if (numbered || endsInMark(previous.value) || leavesOpen(previous.value.split(' ').at(-1) ?? '', language)) return false
  return languages[language].cased || previous.columns < 0.8 * next.columns
}

/** A letter does not begin between two numbers of one numbering. */
const letter: Rule = (opening) => (!opening.numbered && letterOpenings[opening.language].test(opening.next.value) && mayFollow(opening) ? opens : undefined)

const title: Rule = ({ previous, next, open, language }) => {
  if (!opensTitle(next.value, language) || endsClause(previous.value)) return undefined
  if (endsSentence(previous.value)) return opensHeading
  // The sentence of a numbered paragraph goes on, and so does one that ends in an article.
  const numbered = open.label !== undefined && !open.label.capital
  const worded = !/^\d/.test(next.value)
  const openSentence = leavesOpen(previous.value.split(' ').at(-1) ?? '', language) || (language === 'zh' && /[，。；]./.test(next.value))
  return numbered || (worded && openSentence) ? undefined : opensHeading
}

/** In this order, because the first that says something is heard: what decides goes before what only adds. */
const rules: readonly Rule[] = [signatoryAbove, annexBelow, aloneOnItsLine, label, labelAbove, signatureAbove, annexAbove, preambular, speech, letter, title]

/** What the words of a line add to the evidence that it opens a block; infinite where they decide. */
export function weighOpening(opening: Opening): number {
  for (const rule of rules) {
    const weight = rule(opening)
    if (weight !== undefined) return weight
  }
  return 0
}

/** Whether a line begins a signature: by its mark, or as "For the Government of …:" above one. */
export function opensSignatureBlock({ body, index, next, signing, language }: Pick<Opening, 'body' | 'index' | 'language' | 'next' | 'signing'>): boolean {
  if (language === 'zh') return (!signing || opensSignature(body[index - 1]?.value ?? '', language)) && leadsToSignature(body, index)
  return opensSignature(next.value, language) || (namesSignatory(next.value, language) && opensSignature(body[index + 1]?.value ?? '', language))
}

/** Chinese puts the office first and the name with the mark of the signature last. */
function leadsToSignature(body: readonly Line[], index: number): boolean {
  for (const { value } of body.slice(index, index + 4)) {
    if (opensSignature(value, 'zh')) return true
    if (value.length > 24 || (/[。；：，、]/.test(value) && !namesSignatory(value, 'zh'))) return false
  }
  return false
}

/** Whether a line is a block by itself, whatever follows. */
function standsAlone(value: string, language: LanguageCode): boolean {
  const section = readSectionHeading(value, language)
  return (
    (section !== undefined && !section.long) ||
    colophons[language].test(value) ||
    openingFormulas[language].test(value) ||
    isArticleHeading(value, language) ||
    readTableCaption(value, language) === 'alone' ||
    isAgendaHeading(value, language)
  )
}

/** A letter alone on its line that parts a resolution: a title or two, and then the opening formula again. */
function isPart(body: readonly Line[], index: number, language: LanguageCode): boolean {
  if (readPartLetter(body[index]?.value ?? '', language) === undefined) return false
  return body.slice(index + 1, index + 6).some(({ value }) => openingFormulas[language].test(value))
}
