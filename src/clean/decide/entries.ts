import type { LabelReading } from '../../grammar/label.ts'
import { namesSignatory } from '../../grammar/signature-word.ts'
import { areSymbols, isResolutionNumber } from '../../grammar/symbol.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { goesOnSmall, isCapitalFirst } from '../lines/first-letter.ts'
import { tell, type Line, type Told } from '../lines/line.ts'
import { numberOf } from '../lines/measure-numbering.ts'
import { endsInColon, endsInComma, endsInMark, endsSentence } from '../lines/sentence-end.ts'

/** A block, or a printed line: what it says, and its label, where it has one. */
interface Entry {
  readonly value: string
  readonly label?: unknown
}

/** A block with its label as read. */
interface Block extends Entry {
  readonly label?: Pick<LabelReading, 'ordinal' | 'style'> | undefined
}

/** Characters of the name of a field, and of what it is. */
const [longestField, longestValue] = [100, 200]

/** `Ada Harbour (Lumeria)`: so many below each other are a list, and what is in the brackets differs. */
const namedBy = /^.{3,80}?[(（](\p{L}[^()（）]{1,60})[)）]$/u
const fewestNames = 3

/** So many phrases below a colon are a list of what it announces, each of so many characters at most. */
const [fewestListed, longestListed] = [3, 60]

/** So many numbers of resolutions, each so few blocks or lines below the last, are a list of them. */
const fewestResolutions = 3
const farthest = { block: 4, line: 8 } as const

/** Characters of such a number, or of the symbol of a document. */
const longestNumber = 40

/**
 * The phrases that head nothing: what stands below `Submitted by:`, `State party:`, one field below the other; names in a list;
 * titles of resolutions beside their numbers.
 */
export function entriesOf(blocks: readonly Block[], language: LanguageCode): ReadonlySet<number> {
  const found = new Set([...valuesOf(blocks, language), ...namesOf(blocks), ...listedOf(blocks)])
  for (const numbers of numbersOf(blocks, farthest.block))
    for (let index = numbers[0] ?? 0; index < (numbers.at(-1) ?? 0); index++) found.add(index)
  return found
}

/** Marks the printed lines that such phrases stand on: a block begins with each of them, and with the line below unless a comma leads to it. */
export function openEntries(printed: readonly Line[], language: LanguageCode): Line[] {
  const lines = [...printed]
  const body: Line[] = []
  const places: number[] = []
  lines.forEach((line, index) => {
    if (line.role !== 'body') return
    body.push(line)
    places.push(index)
  })
  const tellOf = (index: number, told: Partial<Told>): void => {
    tell(lines, places[index] ?? -1, told)
  }
  for (const index of listedLines(body, language)) tellOf(index, { opens: true })
  if (languages[language].cased) for (const index of peopleOf(body)) tellOf(index, { opens: true, cell: true, named: true })
  for (const index of [...valuesOf(body, language), ...namesOf(body), ...numbersOf(body, farthest.line).flat()]) {
    tellOf(index, { opens: true })
    if (!endsInComma(body[index]?.value ?? '')) tellOf(index + 1, { opens: true })
  }
  return lines
}

function valuesOf(entries: readonly Entry[], language: LanguageCode): number[] {
  // Who signs stands below for whom.
  const isField = (entry: Entry | undefined): boolean =>
    entry !== undefined && endsInColon(entry.value) && entry.label === undefined && entry.value.length <= longestField && !namesSignatory(entry.value, language)
  const found: number[] = []
  for (let index = 1; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || !isField(entries[index - 1]) || entry.label !== undefined || entry.value.length > longestValue || isField(entry)) continue
    if (isField(entries[index - 3]) || isField(entries[index + 1])) found.push(index)
  }
  return found
}

/** What stands below the colon of a paragraph, short and one below the other, where the next number is that of the paragraph behind it. */
function listedOf(blocks: readonly Block[]): number[] {
  const found: number[] = []
  for (let start = 1; start < blocks.length; start++) {
    const above = blocks[start - 1]
    if (!above?.label || !endsInColon(above.value)) continue
    let end = start
    for (let block = blocks[end]; block && block.label === undefined && block.value.length <= longestListed && !endsInColon(block.value); block = blocks[++end]);
    const below = blocks[end]?.label
    const goesOn = below?.style === above.label.style && below.ordinal === above.label.ordinal + 1
    if (goesOn && end - start >= fewestListed) for (let index = start; index < end; index++) found.push(index)
    start = end
  }
  return found
}

/** The same of printed lines: each is short beside the numbered one behind them, and in none of them a sentence goes on. */
function listedLines(body: readonly Line[], language: LanguageCode): number[] {
  const found: number[] = []
  for (let start = 1; start < body.length; start++) {
    if (!endsInColon(body[start - 1]?.value ?? '')) continue
    let end = start
    let widest = 0
    for (let line = body[end]; line && isListed(line, language); line = body[++end]) widest = Math.max(widest, line.columns)
    const below = body[end]
    if (end - start >= fewestListed && below && numberOf(below.label) !== undefined && below.columns >= 2 * widest) for (let index = start; index < end; index++) found.push(index)
  }
  return found
}

function isListed({ label, columns, value }: Line, language: LanguageCode): boolean {
  return label === undefined && columns <= longestListed && !endsInMark(value) && !goesOnSmall(value, language)
}

function namesOf(entries: readonly Entry[]): number[] {
  const found: number[] = []
  for (let start = 0; start < entries.length; start++) {
    const first = placeOf(entries[start])
    if (first === undefined) continue
    const places: string[] = []
    for (let place: string | undefined = first; place !== undefined; place = placeOf(entries[start + places.length])) places.push(place)
    if (new Set(places).size >= fewestNames) for (const index of places.keys()) found.push(start + index)
    start += places.length
  }
  return found
}

/** `A. Lomaris`, `Mr. J. B. van Averin`; `Anna LOMARIS`, but no `Annex II`; `Anna Lomaris`. */
const initialed = /^(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Sr|Sra|Г-н|Г-жа)\.? )?(?:\p{Lu}\.[ -]?){1,3}(?:\p{Ll}[\p{Ll}’']{0,3} ){0,2}\p{Lu}[\p{L}’'-]{1,24}$/u
const inCapitals = /^(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Sr|Sra|Г-н|Г-жа)\.? )?(?:\p{Lu}[\p{L}’'.-]{0,20} ){1,3}(?:\p{Ll}[\p{Ll}’']{0,3} ){0,2}(?![IVXLC]+$)\p{Lu}[\p{Lu}’'-]{1,24}$/u
const inSmall = /^(?:\p{Lu}[\p{Ll}’'-]{1,20} ){1,2}\p{Lu}[\p{Ll}’'-]{1,20}$/u
const formsAbove = [initialed, inCapitals]
const formsBelow = [initialed, inCapitals, inSmall]

/** So many such names, one below the other, are a list; more of those that could be titles, and below some text. */
const [fewestPeople, fewestPlain] = [3, 4]
const longestPerson = 60

/** The lines that are names of persons, one below the other. */
function peopleOf(body: readonly Line[]): number[] {
  const found: number[] = []
  let text = false
  for (let start = 0; start < body.length; start++) {
    const first = body[start]?.value ?? ''
    const isShort = first.length <= longestPerson && isCapitalFirst(first) && !endsInMark(first) && first.includes(' ')
    const form = isShort ? (text ? formsBelow : formsAbove).find((each) => each.test(first)) : undefined
    if (form === undefined) {
      text ||= endsSentence(first)
      continue
    }
    let end = start + 1
    while (form.test(body[end]?.value ?? '')) end++
    if (!areLabels(first, body[start + 1]?.value) && end - start >= (form === inSmall ? fewestPlain : fewestPeople)) for (let index = start; index < end; index++) found.push(index)
    start = end - 1
  }
  return found
}

/** `A. Scope` and `B. Means`: letters that count. */
function areLabels(first: string, second = ''): boolean {
  return first[1] === '.' && second[1] === '.' && second.charCodeAt(0) === first.charCodeAt(0) + 1
}

/** The country or the office behind a name, where it begins as names do. */
function placeOf(entry: Entry | undefined): string | undefined {
  const place = entry && entry.label === undefined && entry.value.length < longestField && ')）'.includes(entry.value.charAt(entry.value.length - 1)) ? namedBy.exec(entry.value)?.[1] : undefined
  return place !== undefined && !/^\p{Ll}/u.test(place) ? place : undefined
}

/** The lists of numbers of resolutions. */
function numbersOf(entries: readonly Entry[], farthestBelow: number): number[][] {
  const lists: number[][] = []
  entries.forEach(({ value }, index) => {
    if (value.length > longestNumber || !/[/(]/.test(value) || !(isResolutionNumber(value) || areSymbols(value))) return
    const last = lists.at(-1)
    if (last && index - (last.at(-1) ?? 0) <= farthestBelow) last.push(index)
    else lists.push([index])
  })
  return lists.filter(({ length }) => length >= fewestResolutions)
}
