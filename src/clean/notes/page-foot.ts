/** Notes at the foot of a page whose raised numbers came out on lines of their own, and some of them apart from their texts. */
import { readNoteMarker } from '../../grammar/note-marker.ts'
import type { LanguageCode } from '../../language/code.ts'
import { slice, sliceWords, type MappedText } from '../../tree/mapped-text.ts'
import { joinTexts } from '../lines/join-texts.ts'
import type { Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import { hasMark, isNear, isNumberAlone, isStar, isUnderRule, mostLines } from './evidence.ts'
import type { LiftedNote } from './lifted-note.ts'

interface PageFoot {
  /** Indices of its lines. */
  lines: number[]
  notes: LiftedNote[]
  last: number
  /** Index behind it. */
  end: number
}

/** Lines that one number, or none, stands in front of. */
interface Run {
  number: number | undefined
  marker: MappedText | undefined
  texts: MappedText[]
  lines: Line[]
}

/** Numbers of notes that an export may have lost on a page. */
const mostLost = 3

/**
 * Notes from a line on to the foot of its page, by their numbers: each goes on from the one before, and a number that
 * stands apart, below the rule or at the end, is that of a text without one.
 */
export function findPageFoot(lines: readonly Line[], start: number, last: number, language: LanguageCode): PageFoot | undefined {
  const first = lines[start]
  if (!first) return undefined
  const underRule = isUnderRule(lines, start)
  if (!(underRule || isApart(lines, start, last)) || isStar(first.value)) return undefined
  const foot = gather(lines, start)
  const numbers = foot && findNumbers(foot, last)
  if (!foot || !numbers) return undefined
  const { from, to } = numbers
  const notes: LiftedNote[] = []
  const used = new Set(foot.runs.flatMap((run) => run.lines))
  let next = from
  for (const [index, run] of foot.runs.entries()) {
    const until = foot.runs[index + 1]?.number ?? to + 1
    if ((run.number ?? next) !== next || until <= next) return undefined
    const pieces = divide(run, until - next)
    if (!pieces) return undefined
    for (const [at, texts] of pieces.entries()) {
      const loose = at === 0 && run.marker ? undefined : foot.apart.find(({ value }) => value === String(next + at))
      if (loose) used.add(loose)
      notes.push({ marker: loose ? loose.text : at === 0 ? run.marker : undefined, text: joinTexts(texts, language) })
    }
    next = until
  }
  // Below a rule a number that is due needs no mark; the mark is looked for last, for it costs most.
  const due = underRule && (from === 1 || isNear(from, last))
  if (!due && !(hasMark(lines, start, from, language) && (underRule || from === to || hasMark(lines, start, to, language)))) return undefined
  const places = lines.slice(start, foot.end).flatMap((line, at) => (used.has(line) ? [start + at] : []))
  return { lines: places, notes, last: to, end: foot.end }
}

/** Whether a line is a number that may be due, set off or with another below it. */
function isApart(lines: readonly Line[], start: number, last: number): boolean {
  const first = lines[start]
  const below = lines[start + 1]
  if (!first || !below || !isNumberAlone(first) || first.role !== 'body') return false
  const number = Number(first.value)
  return (number === 1 || number > last) && (first.gap > 0 || below.gap > 0 || isNumberAlone(below))
}

interface Foot {
  runs: Run[]
  /** Numbers that stand in front of no text; the number of the page may be among them. */
  apart: Line[]
  end: number
}

/** The lines to the foot of the page: texts with the numbers in front of them, and numbers that no text stands below. */
function gather(lines: readonly Line[], start: number): Foot | undefined {
  const runs: Run[] = []
  const apart: Line[] = []
  let index = start
  for (let line = lines[index]; line && line.page === lines[start]?.page; line = lines[++index]) {
    if (index - start > mostLines || line.role === 'masthead' || line.furniture === 'rule') return undefined
    if (isNumberAlone(line)) {
      apart.push(line)
      continue
    }
    // Feet of the page may stand between the numbers and their texts.
    if (line.role === 'furniture' && runs.length === 0) continue
    if (line.role !== 'body') break
    const [above, before] = [lines[index - 1], lines[index - 2]]
    // A paragraph; the year that a line begins with ends its note: `2024.`
    if (/^\d{1,3}\.(?: |$)/.test(line.value) && (!above || line.gap > 0 || isNumberAlone(above) || endsSentence(above.value))) return undefined
    const marker = readNoteMarker(line.value)
    const run = runs.at(-1)
    if (above?.role === 'body' && above === apart.at(-1) && (run !== undefined || before !== apart.at(-2) || apart.length === 1)) {
      apart.pop()
      runs.push({ number: Number(above.value), marker: above.text, texts: [line.text], lines: [above, line] })
    } else if (marker && !marker.pointed && (run || apart.length > 0 ? goesOn(run?.number, marker.number, apart) : true)) {
      runs.push({ number: marker.number, marker: sliceWords(line.text, 0, marker.length), texts: [slice(line.text, marker.length)], lines: [line] })
    } else if (run) {
      run.texts.push(line.text)
      run.lines.push(line)
    } else {
      runs.push({ number: undefined, marker: undefined, texts: [line.text], lines: [line] })
    }
  }
  // A note under its rule, with no other beside it, may have more of them in its line.
  const [first] = runs[0]?.lines ?? []
  const alone = runs.length === 1 && apart.length === 0 && first !== undefined && !isNumberAlone(first)
  // At the end of a text nothing tells a foot.
  return alone || runs.length === 0 || (!lines[index] && lines[start]?.page === 0) ? undefined : { runs, apart, end: index }
}

/** Whether a number goes on from another, beside those that stand apart; few may come behind the texts. */
function goesOn(number: number | undefined, next: number, apart: readonly Line[]): boolean {
  if (number === undefined) return false
  const between = next - number - 1 - apart.filter(({ value }) => Number(value) > number && Number(value) < next).length
  return next > number && between <= 1
}

/** The first and the last number of a foot. */
function findNumbers({ runs, apart }: Foot, last: number): { from: number; to: number } | undefined {
  const own = runs.flatMap(({ number }) => number ?? [])
  const body = apart.filter(({ role }) => role === 'body').map(({ value }) => Number(value))
  const spare = new Set(apart.map(({ value }) => Number(value)))
  const open = runs[0]?.number === undefined
  const known = [...own, ...body]
  const near = open ? [...spare].filter((number) => isNear(number, last) && !(number > Math.min(...known))) : []
  const from = near.length > 0 ? Math.min(...near) : open && body.length === 0 && known.length > 0 ? last + 1 : Math.min(...known)
  if (known.length + near.length === 0) return undefined
  let to = Math.max(from, ...known)
  // Below a number, without a blank line, stands the next.
  for (let next = apart.find(({ value }) => Number(value) === to + 1); next?.gap === 0; next = apart.find(({ value }) => Number(value) === to + 1)) to++
  const lost = to - from + 1 - new Set([...own, ...[...spare].filter((number) => number >= from && number <= to)]).size
  return lost <= (open ? mostLost : 0) ? { from, to } : undefined
}

/** Parts the lines of a run into so many notes, each behind the end of a sentence: where a blank line stands, or the line above is shortest. */
function divide({ texts, lines }: Run, count: number): MappedText[][] | undefined {
  if (count === 1) return [texts]
  const own = lines.slice(lines.length - texts.length)
  const breaks = own
    .flatMap((line, at) => (at > 0 && endsSentence(own[at - 1]?.value ?? '') ? [{ at, weight: (line.gap > 0 ? -1000 : 0) + (own[at - 1]?.columns ?? 0) }] : []))
    .sort((a, b) => a.weight - b.weight)
    .slice(0, count - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  if (breaks.length < count - 1) return undefined
  return [0, ...breaks].map((from, at) => texts.slice(from, breaks[at] ?? texts.length))
}
