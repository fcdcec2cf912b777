import { languages, type LanguageCode } from '../../language/code.ts'
import { endsOpen } from '../../language/function-word.ts'
import { mastheadWordings } from '../../grammar/masthead-wording.ts'
import { namesOrgan } from '../../grammar/organ-word.ts'
import { opensLetter, opensTitle } from '../../grammar/title-opening.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import { tell, type Line } from '../lines/line.ts'
import { endsInColon, endsInMark } from '../lines/sentence-end.ts'

/** What stands below the last fact of a masthead takes so many lines at most. */
const mostLines = 4

/** Lines that say when and where a meeting was held, below the last fact that nothing else has. */
const deepest = 8

/** Columns that text is set in by, against the masthead. */
const setIn = 4

/** Lines of text whose edge is looked at. */
const sample = 24

/**
 * Marks what ends a masthead and says no fact: the organ that a document is of, the title of the agenda item, who presided.
 * `last` is the index of the last line with a fact.
 */
export function markMastheadFoot(lines: Line[], last: number, language: LanguageCode): void {
  markPresiding(lines, last, language)
  markOrgan(lines, last + 1, language)
  markAgendaTitle(lines, last + 1, language)
}

/** Whether a line may be of a masthead: short, and no sentence. */
export function isMastheadPhrase({ columns, value }: Line): boolean {
  return columns <= 70 && !endsInMark(value)
}

/** The organ that a document is of stands last, over a line or two. */
function markOrgan(lines: Line[], start: number, language: LanguageCode): void {
  let open = false
  let named = false
  for (const [index, line] of lines.slice(start, start + mostLines).entries()) {
    if (line.role !== 'body') continue
    // The name of an organ goes on where the next line begins with a small letter.
    const goesOn = open || namesOrgan(line.value, language) || (named && goesOnSmall(line.value, language)) || qualifies(line, lines[start + index + 1], language)
    if (!goesOn || endsInMark(line.value)) return
    tell(lines, start + index, { role: 'masthead', why: 'an organ below it', goesOn: named && (open || goesOnSmall(line.value, language)) })
    named = true
    open = endsOpen(line.value, language) || (language === 'ar' && /(?:^| )(?:اجتماع|مؤتمر|لجنة|مجلس|هيئة)$/.test(line.value))
  }
}

/** Chinese puts what an organ acts as in front of its name: `作为…会议的` above `缔约方会议`. */
function qualifies({ value }: Line, below: Line | undefined, language: LanguageCode): boolean {
  return language === 'zh' && value.endsWith('的') && below !== undefined && namesOrgan(below.value, language)
}

/** The title of the agenda item: below the item, at the edge where the text is set in, or above the title of a letter. */
function markAgendaTitle(lines: Line[], start: number, language: LanguageCode): void {
  const text = lines.slice(start, start + sample + mostLines).filter(({ role, columns }) => role === 'body' && columns > 50)
  const below: number[] = []
  let letter = false
  for (const [index, line] of lines.slice(start, start + mostLines + 1).entries()) {
    if (line.role === 'furniture' || line.role === 'masthead') continue
    letter = opensLetter(line.value, language)
    if (line.role !== 'body' || !isMastheadPhrase(line) || line.label !== undefined || opensTitle(line.value, language) || isDisplayed(line, text)) break
    below.push(start + index)
  }
  const agenda = lines.slice(Math.max(0, start - mostLines), start).some(({ role, value }) => role === 'masthead' && mastheadWordings[language].agenda.test(value))
  if (letter && agenda) return setTitle(lines, below, language)
  const edge = edgeOf(lines.slice(0, start).filter(({ role }) => role === 'masthead'), language)
  const indents = text.map((line) => distance(line, edge, language)).sort((a, b) => a - b)
  const usual = indents[Math.floor(indents.length / 2)]
  if (usual === undefined || usual < setIn) return
  const end = below.findIndex((index) => distance(lines[index] as Line, edge, language) > 1)
  setTitle(lines, end < 0 ? below : below.slice(0, end), language)
}

/** The title of an agenda item is one text, over however many lines; several items have a title each. */
function setTitle(lines: Line[], places: readonly number[], language: LanguageCode): void {
  const title = places.map((index) => lines[index] as Line)
  const widest = Math.max(...title.map(({ columns }) => columns))
  const goesOn = (above: Line | undefined, { value, gap }: Line): boolean => {
    if (!above || gap > 0) return false
    const noRoom = widest >= narrowestTitle && above.columns + 1 + (value.split(' ')[0]?.length ?? 0) >= filled * widest
    return noRoom || goesOnSmall(value, language) || endsOpen(above.value, language)
  }
  for (const [at, line] of title.entries()) tell(lines, places[at] ?? 0, { ...masthead, goesOn: goesOn(title[at - 1], line) })
}

/** A title that takes several lines is not set narrower, in columns; share of the widest line that leaves no room for the next word. */
const [narrowestTitle, filled] = [32, 0.9]

/** Whether a line is set larger than text: it is a title of the document. */
function isDisplayed({ facts: { size } }: Line, text: readonly Line[]): boolean {
  const sizes = text.flatMap(({ facts }) => facts.size ?? []).sort((a, b) => a - b)
  return size !== undefined && size > 1.2 * (sizes[Math.floor(sizes.length / 2)] ?? Infinity)
}

/** Column of the edge at which lines begin to be read. */
function edgeOf(lines: readonly Line[], language: LanguageCode): number {
  const rightToLeft = languages[language].direction === 'rtl'
  const alone = lines.filter(({ fields }) => fields.length < 2)
  return rightToLeft ? Math.max(...alone.map(rightEdge)) : Math.min(...lines.map(({ indent }) => indent))
}

function distance(line: Line, edge: number, language: LanguageCode): number {
  return languages[language].direction === 'rtl' ? edge - rightEdge(line) : line.indent - edge
}

function rightEdge({ indent, value }: Line): number {
  return indent + value.length
}

/** `President: Mr. Abadi (Lumeria)`, on one line or on one each; the number of the meeting, its time and place may stand above. */
function markPresiding(lines: Line[], last: number, language: LanguageCode): void {
  const { presiding } = mastheadWordings[language]
  const below = lines.slice(last + 1, last + 1 + deepest).findLastIndex(({ role }) => role === 'masthead')
  const start = lines.findIndex(({ role, value }, index) => index <= last + 1 + below + 3 && (role === 'body' || role === 'masthead') && value.length < 100 && presiding.test(value))
  const line = lines[start]
  if (!line || start < 0) return
  if (/[)）]$/.test(line.value)) {
    tell(lines, start, { role: 'masthead', why: 'who presided' })
    return
  }
  if (!endsInColon(line.value)) return
  const under = lines.slice(start + 1, start + 1 + mostLines)
  const country = under.findIndex(({ value }) => /^[(（][^()（）]{2,40}[)）]$/.test(value) || /.[(（][^()（）]{2,40}[)）]$/.test(value))
  if (country < 0 || !under.slice(0, country + 1).every((each) => each.role === 'masthead' || isMastheadPhrase(each))) return
  for (let index = start; index <= start + 1 + country; index++) if (lines[index]?.role === 'body') tell(lines, index, masthead)
}

const masthead = { role: 'masthead', why: 'mark-masthead-foot' } as const
