/** The label that a line begins with, by the form of it and by what the format knows; whether the numbering bears it out is told elsewhere. */
import { bulletMatch, isWeakBullet, readLabel, readWeakLabel, type LabelMatch } from '../../grammar/label.ts'
import type { Line } from '../lines/line.ts'
import { endsInColon } from '../lines/sentence-end.ts'
import type { SequencedLabel } from './sequenced-label.ts'

/** How far below a dash the next one stands, in lines. */
const nextBullet = 12

/** A bullet or a bare number; a dash is a bullet where a letter follows it and a colon or another dash is about. */
export function weakLabel(body: readonly Line[], index: number): LabelMatch | undefined {
  const value = body[index]?.value ?? ''
  const match = readWeakLabel(value)
  if (body[index]?.facts.bullet !== undefined) return bulletMatch(value)
  if (!match || match.shape !== 'bullet' || !isWeakBullet(match.value)) return match
  const words = match.value === value ? (body[index + 1]?.value ?? '') : value.slice(match.length)
  const again = (line: Line): boolean => line.value.startsWith(`${match.value} `) || line.value === match.value
  const about = isUnderColon(body, index) || body.slice(index + 1, index + nextBullet).some(again) || body.slice(Math.max(0, index - nextBullet), index).some(again)
  return /^["“«(]?\p{L}/u.test(words) && about ? match : undefined
}

/** A number that nothing sets off, as some number paragraphs beside `2.1`. */
export function bareLabel(value: string): LabelMatch | undefined {
  const match = readWeakLabel(value)
  return match?.shape === 'bare' ? match : undefined
}

/** The label that the format counts itself; which of its readings it is, i or the ninth letter, its sequence tells. */
export function givenLabel({ facts: { label }, start, value }: Line, read: SequencedLabel | undefined): SequencedLabel | undefined {
  if (!label) return undefined
  const length = Math.min(value.length, label.end - start)
  const match = readLabel(value.slice(0, length)) ?? readWeakLabel(value.slice(0, length)) ?? readLabel(`${value.slice(0, length)}.`)
  const sequenced = match?.readings.find(({ style, ordinal }) => style === read?.style && ordinal === read.ordinal)
  const reading = sequenced ?? match?.readings.toSorted((a, b) => a.ordinal - b.ordinal)[0]
  return match && reading ? { ...reading, shape: match.shape, fit: 'next', after: reading.ordinal - 1, level: label.level + 1, length } : undefined
}

/** Whether the format says that a number heads what follows. */
export function isNumberedHeading({ facts, label }: Line): boolean {
  if (facts.heading === undefined) return false
  const first = label?.readings[0]
  return first?.style === 'decimal' && !first.path
}

/** Whether a list may begin with a line: the one above it ends in a colon. */
export function isUnderColon(body: readonly Line[], index: number): boolean {
  return index > 0 && endsInColon(body[index - 1]?.value ?? '')
}
