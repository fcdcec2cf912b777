/** Numbers of two texts that disagree, beyond what the notation of languages explains. */
import { foldDigits } from '../language/digit.ts'
import { figuresDisagree, figuresOf, valuesOf, missingFigures, type Figure } from '../write/figures.ts'

/** The numbers, as printed, that each of two texts lacks of the other; nothing where that is no sign of a fault. */
export function findNumbers(one: string, other: string): { ours: string[]; theirs: string[] } | undefined {
  const [left, right] = [figuresOf(one), figuresOf(other)]
  if (!figuresDisagree(left, right) || runsOf(one) === runsOf(other)) return undefined
  const [ours, theirs] = [lacked(one, left, right), lacked(other, right, left)]
  const minutes = new Set([...ours, ...theirs].flatMap(minutesOf))
  const [here, there] = [ours.filter((each) => !isOfTime(each, minutes)), theirs.filter((each) => !isOfTime(each, minutes))]
  return (here.length > 0 && there.length > 0) || here.length > 1 || there.length > 1 ? { ours: here, theirs: there } : undefined
}

function lacked(text: string, ours: readonly Figure[], theirs: readonly Figure[]): string[] {
  return [...new Set(missingFigures(ours, valuesOf(theirs)).map(({ start, end }) => text.slice(start, end)))]
}

/** All runs of digits, in order of size: the same where only marks between them differ, `10.47` and `10 h 47`. */
function runsOf(text: string): string {
  return (foldDigits(text).match(/\d+/gu) ?? []).map(Number).sort((a, b) => a - b).join(' ')
}

const time = /^\d{1,2}[.:]([0-5]\d)$/

/** The minutes of `3.35`, which another language writes `15 h 35`. */
function minutesOf(printed: string): number[] {
  const minutes = time.exec(foldDigits(printed))?.[1]
  return minutes === undefined ? [] : [Number(minutes)]
}

function isOfTime(printed: string, minutes: ReadonlySet<number>): boolean {
  return minutes.size > 0 && (time.test(foldDigits(printed)) || minutes.has(Number(foldDigits(printed))))
}
