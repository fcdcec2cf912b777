/**
 * Furniture glued to a text: what a page has at its edges and a sentence has not. It is certain only where no other language of
 * the unit has the same.
 */
import { withoutLeader } from '../align/text/filler.ts'
import { findJobNumber } from '../grammar/job-number.ts'
import { readLabel } from '../grammar/label.ts'
import { findSymbols } from '../grammar/symbol.ts'
import { foldDigits } from '../language/digit.ts'
import type { TextFault } from './check-text.ts'

const pageWord = '(?:page|página|pág\\.|стр\\.|страница|الصفحة|صفحة)'
/** A page number, which a mark parts from the text or nothing else could be: `. 3/12`, `Page 4`, `- 5 -`. */
const pageAtEnd = new RegExp(`(?<=[.;:!?。；：؛؟»”)])\\s{1,4}(?:\\d{1,3}/\\d{1,3}|${pageWord} ?\\d{1,4}|[-–—] ?\\d{1,4} ?[-–—]|第 ?\\d{1,4} ?页)$`, 'iu')
const pageAtStart = new RegExp(`^(?:\\d{1,3}/\\d{1,3}\\s+(?=\\p{L})|${pageWord} ?\\d{1,4}\\s+(?=\\p{L})|[-–—] ?\\d{1,4} ?[-–—]\\s+(?=\\p{L})|第 ?\\d{1,4} ?页\\s*(?=\\p{L}))`, 'iu')
/** What stands beside a job number: the letter of its language, a date. */
const besideJob = /^(?: ?[()]{1,2}[ACEFRS][()]{0,2})?(?: {1,3}\d{6}){0,3}/u

interface Edge {
  start: number
  end: number
}

/** Most pieces that are taken off a text. */
const mostPieces = 4

/** What is glued to a text of a unit whose other texts are known; with the text without it. */
export function findGlued(text: string, others: readonly string[]): TextFault | undefined {
  const taken: string[] = []
  let left = text
  for (let piece = 0; piece < mostPieces; piece++) {
    const edge = edgeOf(left, others)
    if (!edge) break
    const rest = (edge.start === 0 ? left.slice(edge.end) : left.slice(0, edge.start)).trim()
    if (!/\p{L}{2}|\p{Script=Han}/u.test(rest)) break
    taken.push(left.slice(edge.start, edge.end).trim())
    left = rest
  }
  return taken.length === 0 ? undefined : { evidence: taken.join(' … '), repaired: left }
}

function edgeOf(text: string, others: readonly string[]): Edge | undefined {
  for (const find of [symbolEdge, jobEdge, leaderEdge, pageEdge, labelEdge]) {
    const edge = find(text, others)
    if (edge) return edge
  }
  return undefined
}

/** A symbol in front of a text that begins anew behind it, or behind the end of a sentence. */
function symbolEdge(text: string, others: readonly string[]): Edge | undefined {
  const found = findSymbols(text)
  const [first, last] = [found[0], found.at(-1)]
  if (first !== undefined && text.startsWith(first) && /^\s+[\p{Lu}\p{Lo}]/u.test(text.slice(first.length)) && lack(others, first)) return { start: 0, end: first.length }
  const isBehind = last !== undefined && text.endsWith(last) && /[.;:!?。；：؛؟»”)]$/u.test(text.slice(0, -last.length).trimEnd())
  if (isBehind && lack(others, last)) return { start: text.length - last.length, end: text.length }
  return undefined
}

function lack(others: readonly string[], piece: string): boolean {
  return others.every((other) => !other.includes(piece))
}

function jobEdge(text: string, others: readonly string[]): Edge | undefined {
  const job = findJobNumber(text)
  if (job === undefined || !lack(others, job)) return undefined
  const start = text.indexOf(job)
  if (start < 0) return undefined
  const end = start + job.length + (besideJob.exec(text.slice(start + job.length))?.[0].length ?? 0)
  return start === 0 || end === text.length ? { start, end } : undefined
}

/** A leader with the page that it leads to, or without. */
function leaderEdge(text: string, others: readonly string[]): Edge | undefined {
  const start = withoutLeader(text).length
  return start === text.length || others.some((other) => withoutLeader(other) !== other) ? undefined : { start, end: text.length }
}

function pageEdge(text: string, others: readonly string[]): Edge | undefined {
  return matchEdge(text, others, pageAtEnd) ?? matchEdge(text, others, pageAtStart)
}

function matchEdge(text: string, others: readonly string[], expression: RegExp): Edge | undefined {
  const found = expression.exec(text)
  if (!found || others.some((other) => expression.test(other))) return undefined
  const [piece] = found
  // A fraction or a year that the others have, too, belongs to the text.
  const figures = foldDigits(piece).match(/\d+/gu) ?? []
  const isSaid = others.some((other) => {
    const known: readonly string[] = foldDigits(other).match(/\d+/gu) ?? []
    return figures.every((figure) => known.includes(figure))
  })
  return isSaid ? undefined : { start: found.index, end: found.index + piece.length }
}

/** A label that every other text of the unit lacks. */
function labelEdge(text: string, others: readonly string[]): Edge | undefined {
  const label = readLabel(text)
  // `M. Petit` and `A. Petit` begin as labels do.
  if (!label || label.shape === 'bullet' || label.shape === 'dash' || label.length >= text.length || (label.shape === 'dot' && !/^\p{Nd}/u.test(text))) return undefined
  if (others.length === 0 || others.some((other) => readLabel(other) !== undefined || sayNumber(other, label.readings.map(({ ordinal }) => ordinal)))) return undefined
  return { start: 0, end: label.length }
}

/** Whether a text begins with one of the numbers, written as the other languages write it: a decade, an item of a list. */
function sayNumber(text: string, ordinals: readonly number[]): boolean {
  const [first] = foldDigits(text.slice(0, 12)).match(/\d+/u) ?? []
  return first !== undefined && ordinals.includes(Number(first))
}
