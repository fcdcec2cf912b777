import type { Line } from './line.ts'

/** What is usual round a line of body text. */
export interface Layout {
  /** Width of a full line in columns: nine lines in ten are not longer. */
  width: number
  /** Blank lines between two lines of a paragraph, as far as the commonest tells. */
  gap: number
  /** Columns in front of most lines. */
  indent: number
  /** Share of lines with more blank lines in front than usual: where it is high, blank lines part the paragraphs. */
  parted: number
  /** How many lines the width was measured on; few tell little. */
  count: number
}

/** Lines that are measured together: about a page. */
const page = 40

/** The layout round each line of body text: pages differ, and a table of ten lines must not set the width of the rest. */
export function measureLayout(body: readonly Line[]): (index: number) => Layout {
  const layouts: Layout[] = []
  for (let start = 0; start < body.length; start += page) layouts.push(measure(body.slice(Math.max(0, start - page / 2), start + page * 1.5)))
  const titles = titleWidths(body)
  return (index) => {
    const layout = layouts[Math.floor(index / page)] ?? nothing
    const title = titles[index] ?? Infinity
    return title < narrow * layout.width ? { ...layout, width: title } : layout
  }
}

/** Titles are set narrower than the text: lines under this share of its width are measured by themselves. */
const narrow = 0.85

/** For each line the greatest width among the lines round it that end no sentence, where it is one of several. */
function titleWidths(body: readonly Line[]): number[] {
  const widths: number[] = []
  for (let start = 0; start < body.length; ) {
    let end = start
    let width = 0
    while (end < body.length && !/[.;:!?。；：，؛,،]$/.test(body[end]?.value ?? '')) width = Math.max(width, body[end++]?.columns ?? 0)
    for (let index = start; index < end; index++) widths[index] = end - start > 1 ? width : Infinity
    widths[end] = Infinity
    start = end + 1
  }
  return widths
}

const nothing: Layout = { width: 0, gap: 0, indent: 0, parted: 0, count: 0 }

function measure(lines: readonly Line[]): Layout {
  const lengths = lines.map(({ columns }) => columns).sort((a, b) => a - b)
  const gap = commonest(lines.slice(1).map((line) => line.gap))
  return {
    width: lengths[Math.floor(lengths.length * 0.9)] ?? 0,
    gap,
    indent: commonest(lines.map(({ indent }) => indent)),
    parted: lines.filter((line) => line.gap > gap).length / lines.length,
    count: lines.length
  }
}

/** The commonest of some small numbers; the smallest of several that are as common. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [value, count] of counts) if (count > most || (count === most && value < best)) [best, most] = [value, count]
  return best
}
