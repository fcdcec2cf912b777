import { languages, type LanguageCode } from '../../language/code.ts'
import { isDateAlone } from '../../grammar/dateline.ts'
import { isOpeningFormula } from '../../grammar/formula.ts'
import { isJobNumber } from '../../grammar/job-number.ts'
import { isAgendaHeading, isSymbolWithDate, languageNamed, mastheadWordings, partsRunTogether } from '../../grammar/masthead-wording.ts'
import { namesOrgan } from '../../grammar/organ-word.ts'
import { areSymbols } from '../../grammar/symbol.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import { endsInMark } from '../lines/sentence-end.ts'
import { partsOf, tell, type Line } from '../lines/line.ts'
import { markCover } from './mark-cover.ts'
import { isMastheadPhrase, markMastheadFoot } from './mark-masthead-foot.ts'

/** A masthead ends here at the latest: two columns of 1990 come out as 40 lines. */
const deepest = 60

/** Lines without a fact that may stand in a row inside a masthead: the title of the agenda item takes two or three. */
const patience = 4

/** A title of an agenda item takes so many characters at most, with what stands in front of it. */
const longestBlock = 500

/** Text is not set so large. Points. */
const largerThanText = 13

/** What a line says of a masthead: nothing, something that page furniture says too, or something that nothing else does. */
type Strength = 0 | 1 | 2

/**
 * Marks the lines of the masthead: organ, symbol, distribution, date, languages, job number, session, agenda item.
 *
 * Two such lines are needed, one of which names an organ, a distribution, an original language or a session: symbols and
 * job numbers stand at the foot of every page. Lines in between that say something else stay body text.
 */
export function markMasthead(printed: readonly Line[], language: LanguageCode): Line[] {
  const lines = [...printed]
  markTop(lines, language)
  markCover(lines, (value) => organAt(value, language) === value.length, language)
  lines.forEach((line, index) => {
    if (line.role === 'body' && isDistribution(line.value, language)) markFacts(lines, index, language)
  })
  return lines
}

/**
 * A distribution, alone or with other facts of a masthead: models of page layout give them behind the text that they stood beside.
 * Alone it has its word: `Distr.: General`.
 */
function isDistribution(value: string, language: LanguageCode): boolean {
  if (value.length > 120 || !/^distr/i.test(value)) return false
  return (knownParts(value, language)?.length ?? 0) > 0
}

/** The facts of a masthead that came out in mid text: a distribution, and the symbol, the date and the languages beside it. */
function markFacts(lines: Line[], index: number, language: LanguageCode): void {
  const isFact = (line: Line | undefined): boolean => line?.role === 'body' && line.value.length < 60 && (partStrength(line.value, language) === 1 || isOriginal(line.value, language))
  let from = index
  while (isFact(lines[from - 1])) from--
  let to = index + 1
  while (isFact(lines[to])) to++
  for (let at = from; at < to; at++) tell(lines, at, { role: 'furniture', furniture: 'running-head', why: 'facts of a masthead' })
}

function isOriginal(value: string, language: LanguageCode): boolean {
  return mastheadWordings[language].original.test(value) || mastheadWordings.en.original.test(value)
}

function markTop(lines: Line[], language: LanguageCode): void {
  const found: number[] = []
  let last = -1
  let misses = 0
  for (const [index, line] of lines.slice(0, deepest).entries()) {
    if (opensTitle(line.value, language) || isOpeningFormula(line.value, language)) break
    const strength = line.role === 'body' ? mastheadStrength(line, language) || strengthOfBlock(line, found.at(-1) === index - 1, language) : 0
    if (strength === 0) {
      // A numbered paragraph, its number alone, too, or a formula ends it for good.
      if (++misses > patience || /^\D{0,2}[1١](?:[.．]| ?[-–])(?: |$)|^\d{1,2}\.\d{1,2}\.?(?: |$)|[:：]$/.test(line.value)) break
      continue
    }
    misses = 0
    if (strength === 2) last = index
    found.push(index)
  }
  const [first] = found
  if (first === undefined || last < 0 || (found.length < 2 && factsOf(lines[first], language) < 2)) {
    if (isSymbolOfDocument(lines)) tell(lines, 0, masthead)
    return
  }
  for (const index of found) tell(lines, index, masthead)
  markNameAbove(lines, first, language)
  // The names of organs and treaties that are not in the tables stand between lines that are: they are no sentences.
  for (const [index, line] of lines.slice(first, last).entries()) if (line.role === 'body' && (isMastheadPhrase(line) || namesOrgan(line.value, language))) tell(lines, first + index, masthead)
  markSetAlike(lines, first, last + 2 * patience)
  markMastheadFoot(lines, last, language)
}

/** The name of the organization over two lines, and the letters of a series or of a treaty body beside it, as until 2010: `UNITED`, `NATIONS`, `A`. */
function markNameAbove(lines: Line[], first: number, language: LanguageCode): void {
  const above = lines.slice(0, first).filter(({ role }) => role === 'body')
  if (above.length === 0 || above.length > patience || !above.every(isMastheadPhrase)) return
  const name = above.map(({ value }) => value).join(languages[language].spaced ? ' ' : '')
  const isCapitals = ({ value }: Line): boolean => value.length <= widestPiece && /\p{Lu}/u.test(value) && value === value.toUpperCase()
  if (!above.every(isCapitals) && organAt(name, language) === undefined && !namesOrgan(name, language)) return
  for (let index = 0; index < first; index++) if (lines[index]?.role === 'body') tell(lines, index, masthead)
}

/** Characters of a piece of that name. */
const widestPiece = 24

/** The name of an organ may go over lines: they are set alike, larger than anything else, one below the other. */
function markSetAlike(lines: Line[], first: number, end: number): void {
  for (let index = first; index < Math.min(end, lines.length); index++) {
    const { role, facts: { size = 0, box, bold } } = lines[index] as Line
    const above = lines.slice(Math.max(first, index - patience), index).findLast(({ facts }) => box !== undefined && facts.box !== undefined && Math.abs(facts.box.x - box.x) < 2)
    if (role !== 'body' || box === undefined || above?.role !== 'masthead' || above.facts.box === undefined) continue
    if (above.facts.size === size && above.facts.bold === bold && size > largerThanText && box.y - above.facts.box.y < 1.5 * size) tell(lines, index, masthead)
  }
}

/** Exports as text keep of a masthead the symbol alone: above a title, or above paragraph 1. */
function isSymbolOfDocument([first, next]: readonly Line[]): boolean {
  return first?.role === 'body' && next?.role === 'body' && areSymbols(first.value)
}

const masthead = { role: 'masthead', why: 'mark-masthead' } as const

function mastheadStrength(line: Line, language: LanguageCode): Strength {
  const { value } = line
  if (value.length > 120) return 0
  const parts = partsRunTogether(value)
  if (isSymbolWithDate(value, language)) return 1
  if (parts.length > 1 && parts.some((part) => partStrength(part, language) === 2)) return 2
  const strengths = partsOf(line).map((field) => fieldStrength(field, language))
  const strongest = Math.max(0, ...strengths) as Strength
  // A column that is in no table may stand beside one that nothing else is.
  return strongest === 2 || !strengths.includes(0) ? strongest : 0
}

/** A column of which one fact is in no table says nothing: `秘书处采取的措施` begins with an organ. */
function fieldStrength(field: string, language: LanguageCode): Strength {
  const strengths = splitParts(field, language).map((part) => partStrength(part, language) || strengthOfEnd(part, language))
  return strengths.includes(0) ? 0 : (Math.max(0, ...strengths) as Strength)
}

/** An organ, a session and the item of an agenda with its title, which models of page layout run together; below a masthead the item alone. */
function strengthOfBlock({ value, columns }: Line, below: boolean, language: LanguageCode): Strength {
  if (columns < 90 || value.length > longestBlock || endsInMark(value)) return 0
  const { session, agenda } = mastheadWordings[language]
  const organ = organAt(value, language)
  const rest = value.slice(organ ?? 0).trimStart()
  return (organ !== undefined || below) && (session.test(rest) || agenda.test(rest)) ? 2 : 0
}

/** How many facts share the first line of a masthead, an organ in front of them. */
function factsOf(line: Line | undefined, language: LanguageCode): number {
  const organ = line ? organAt(line.value, language) : undefined
  if (!line || organ === undefined) return 0
  const { session, agenda } = mastheadWordings[language]
  const rest = line.value.slice(organ).trimStart()
  return session.test(rest) || agenda.test(rest) ? 2 : 1
}

/** The facts that share a column of a printed line: organ and symbol, distribution and date. */
function splitParts(field: string, language: LanguageCode): string[] {
  const parts: string[] = []
  let rest = field
  const organ = organAt(rest, language)
  if (organ !== undefined) {
    parts.push(rest.slice(0, organ))
    rest = rest.slice(organ).trim()
  }
  const last = rest.split(' ').at(-1)
  if (last !== undefined && rest !== last && areSymbols(last)) {
    parts.push(last)
    rest = rest.slice(0, -last.length).trim()
  }
  if (rest !== '') parts.push(...(knownParts(rest, language) ?? [rest]))
  return parts
}

/** Facts that a line runs together, `Distr.: General 5 May 2020 Original: English`, where each of them is known; `undefined` where one is not. */
function knownParts(rest: string, language: LanguageCode): string[] | undefined {
  if (partStrength(rest, language) > 0) return [rest]
  for (let at = rest.indexOf(' '); at > 0; at = rest.indexOf(' ', at + 1)) {
    if (partStrength(rest.slice(at + 1), language) === 0) continue
    const before = knownParts(rest.slice(0, at), language)
    if (before) return [...before, rest.slice(at + 1)]
  }
  return undefined
}

function partStrength(part: string, language: LanguageCode): Strength {
  if (areSymbols(part) || isJobNumber(part) || languageNamed(part) !== undefined) return 1
  if (organAt(part, language) === part.length) return 2
  const wordings = language === 'en' ? [mastheadWordings.en] : [mastheadWordings[language], mastheadWordings.en]
  for (const { distribution, original, session, agenda, record } of wordings) {
    if (distribution.test(part) || original.test(part)) return 2
    if (part.length < 90 && record.test(part)) return 1
    if (part.length < 90 && ((session.test(part) && !isPieceOfSentence(part, language)) || (agenda.test(part) && !isAgendaHeading(part, language)))) return 2
  }
  return isDateAlone(part, language) ? 1 : 0
}

/** The last line of a sentence may say what a session is called by: `the year.`, `течение года.`, `الدورة المقبلة.` */
function isPieceOfSentence(part: string, language: LanguageCode): boolean {
  return endsInMark(part) || goesOnSmall(part, language)
}

/** A column of a masthead that is in no table, with the distribution or the original language of the other one run on behind it. */
function strengthOfEnd(part: string, language: LanguageCode): Strength {
  const at = part.search(/(?<= )(?:Distr\.|Original\s?:|Язык оригинала|Оригинал:|الأصل\s?:|原文[:：])/)
  return at > 0 && part.length < 90 && partStrength(part.slice(at), language) === 2 ? 2 : 0
}

/** Length of the name of an organ that a text begins with and that ends there or at a space. */
function organAt(value: string, language: LanguageCode): number | undefined {
  const small = value.toLowerCase().replaceAll("'", '’')
  let longest: number | undefined
  for (const wording of new Set([mastheadWordings[language], mastheadWordings.en]))
    for (const organ of wording.organs) {
      if (!small.startsWith(organ) || organ.length <= (longest ?? 0)) continue
      const next = small[organ.length]
      if (next === undefined || next === ' ' || !languages[language].spaced || (language === 'ar' && /[a-z]/.test(next))) longest = organ.length
    }
  return longest
}
