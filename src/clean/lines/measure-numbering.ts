import type { LabelMatch } from '../../grammar/label.ts'

/** Tells of each line whether the number of a paragraph before it and the next one behind it follow on each other. */
export function measureNumbering(labels: ReadonlyArray<LabelMatch | undefined>): (index: number) => boolean {
  const numbers = labels.map(numberOf)
  const before = new Array<number | undefined>(numbers.length)
  const behind = new Array<number | undefined>(numbers.length)
  let last: number | undefined
  numbers.forEach((number, index) => {
    before[index] = last
    last = number ?? last
  })
  let next: number | undefined
  for (let index = numbers.length - 1; index >= 0; index--) {
    behind[index] = next
    next = numbers[index] ?? next
  }
  return (index) => before[index] !== undefined && behind[index] === (before[index] ?? 0) + 1
}

/** The number of a paragraph: `12.`, `12 -`. */
export function numberOf(label: LabelMatch | undefined): number | undefined {
  if (label?.shape !== 'dot' && label?.shape !== 'dash') return undefined
  const reading = label.readings[0]
  return reading?.style === 'decimal' && !reading.path ? reading.ordinal : undefined
}
