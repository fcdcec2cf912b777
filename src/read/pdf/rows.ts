import { partitionPoint } from '../../tree/partition-point.ts'
import { combining, joinLigature, type Glyph } from './glyph.ts'

/** Glyphs that are read together: the first of them, with what the others say and the room that they take. */
export type Cluster = Glyph

/** What stands on one line across the page, from the left to the right. */
export class Row {
  clusters: Cluster[]
  baseline: number
  /** Of most of its letters. */
  size: number
  left: number
  right: number

  constructor(clusters: Cluster[], { baseline, size }: { baseline: number; size: number }, { left, right }: { left: number; right: number }) {
    this.clusters = clusters
    this.baseline = baseline
    this.size = size
    this.left = left
    this.right = right
  }
}

/** The rows of a page, from the top. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const groups = groupByBaseline(clustersOf(glyphs))
  return attachSmall(groups)
    .map(describe)
    .filter(({ clusters }) => clusters.some(({ text }) => text.trim() !== ''))
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left)
}

function clustersOf(glyphs: readonly Glyph[]): Cluster[] {
  const clusters: Cluster[] = []
  const marks: Glyph[] = []
  const lifted: Cluster[] = []
  let before: Glyph | undefined
  /** Marks that are drawn with the letter behind them. */
  let own = ''
  glyphs.forEach((glyph, index) => {
    const { text, left, right, size } = glyph
    const last = clusters.at(-1)
    if (combining.test(text)) {
      const next = glyphs[index + 1]
      if (last && before && hasOrigin(before, glyph)) last.text += text
      else if (next && hasOrigin(next, glyph)) own += text
      else marks.push(glyph)
      return
    }
    if (last && before && text.trim() !== '' && last.text.trim() !== '' && isShared(before, glyph)) {
      // Drawn twice to look bold.
      if (text !== last.text) last.text = joinLigature(last.text, text)
      last.left = Math.min(last.left, left)
      last.right = Math.max(last.right, right)
    } else clusters.push(glyph)
    const cluster = clusters.at(-1)
    if (own !== '' && cluster) {
      cluster.text += own
      if (right - left < 0.3 * size) lifted.push(cluster)
    }
    own = ''
    before = glyph
  })
  placeMarks(clusters, marks)
  lowerLetters(clusters, lifted)
  return clusters
}

/** Whether a mark and a letter are drawn from one origin: they are one glyph. */
function hasOrigin(letter: Glyph, mark: Glyph): boolean {
  return /\p{L}/u.test(letter.text) && Math.abs(letter.x - mark.x) < 0.02 * mark.size && Math.abs(letter.baseline - mark.baseline) < 0.5 * mark.size
}

/** A letter that is told by its mark alone stands where the mark does: it belongs to the line below. */
function lowerLetters(clusters: readonly Cluster[], lifted: readonly Cluster[]): void {
  for (const one of lifted) {
    const host = clusters.find((other) => other !== one && /\p{L}/u.test(other.text) && other.baseline - one.baseline > 0.05 * one.size && other.baseline - one.baseline < 0.5 * one.size && Math.abs(other.x - one.x) < 1.5 * one.size)
    if (host) one.baseline = host.baseline
  }
}

/** Whether two characters have one box: they are one glyph, or one is drawn upon the other. */
function isShared(one: Glyph, other: Glyph): boolean {
  const common = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return Math.abs(one.x - other.x) < 0.02 * one.size && Math.abs(one.baseline - other.baseline) < 0.05 && common > 0.8 * Math.min(one.right - one.left, other.right - other.left)
}

/** A mark belongs to the letter that it stands at, whatever the file has in front of it. */
function placeMarks(clusters: Cluster[], marks: readonly Glyph[]): void {
  if (marks.length === 0) return
  const letters = clusters.filter(({ text }) => /\p{L}/u.test(text)).sort((a, b) => a.baseline - b.baseline)
  for (const mark of marks) {
    const middle = (mark.left + mark.right) / 2
    let best: Cluster | undefined
    let least = Infinity
    for (let at = firstFrom(letters, mark.baseline - mark.size); at < letters.length && (letters[at]?.baseline ?? Infinity) <= mark.baseline + mark.size; at++) {
      const letter = letters[at]
      if (!letter) continue
      const off = Math.max(letter.left - middle, middle - letter.right, 0) + Math.abs(letter.baseline - mark.baseline)
      if (off < least) [best, least] = [letter, off]
    }
    if (best && least < mark.size) best.text += mark.text
    else clusters.push(mark)
  }
}

/** Index of the first cluster from a baseline on. */
function firstFrom(clusters: readonly Cluster[], baseline: number): number {
  return partitionPoint(clusters.length, (index) => (clusters[index]?.baseline ?? Infinity) < baseline)
}

/** Clusters on one baseline, give or take what a change of font moves it: that of the first that is printed, for a space may stand anywhere. */
function groupByBaseline(clusters: readonly Cluster[]): Cluster[][] {
  const groups: Cluster[][] = []
  let first: Cluster | undefined
  for (const cluster of clusters.toSorted((a, b) => a.baseline - b.baseline)) {
    if (first && cluster.baseline - first.baseline <= Math.min(1.5, 0.12 * cluster.size)) groups.at(-1)?.push(cluster)
    else groups.push([(first = cluster)])
    if (first.text.trim() === '') first = cluster
  }
  return groups
}

/** Where a small run may stand at the letters of a line, as multiples of their size from the baseline: above it, or below as the index of a formula. */
const [highest, lowest] = [0.75, 0.35]

/** Small figures above and below the baseline of a line belong to the line. */
function attachSmall(groups: readonly Cluster[][]): Cluster[][] {
  const rows = groups.map((clusters) => ({ clusters: [...clusters], ...measure(clusters) }))
  const kept = rows.map(() => true)
  rows.forEach((row, index) => {
    const printed = row.clusters.filter(({ text }) => text.trim() !== '')
    if (printed.length === 0) return
    const marksAlone = printed.every(({ text }) => /^[\d\u0660-\u0669*\p{Ll}]$/u.test(text))
    for (const run of runsOf(row.clusters, row.size)) {
      const hosts = rows.slice(Math.max(0, index - 3), index + 4).filter((other) => other !== row && mayHost(other, run, marksAlone))
      const host = hosts.find(({ baseline }) => baseline > run.baseline) ?? hosts[0]
      if (!host) continue
      for (const cluster of run.clusters) {
        cluster.raised = host.baseline > run.baseline
        host.clusters.push(cluster)
        row.clusters.splice(row.clusters.indexOf(cluster), 1)
      }
    }
    kept[index] = row.clusters.length > 0
  })
  return rows.filter((_, index) => kept[index]).map(({ clusters }) => clusters)
}

/** Whether a run stands a little above or below the baseline of a row, right at letters that are larger, or in front of them where it may be a mark. */
function mayHost({ clusters, baseline, size }: RowMeasure & { clusters: readonly Cluster[] }, run: Run, mayMark: boolean): boolean {
  const above = (baseline - run.baseline) / size
  if (above >= highest || above <= -lowest || Math.abs(above) <= 0.05) return false
  return (isBeside(clusters, run) || (mayMark && isSetOut(clusters, run))) && run.size < 0.88 * sizeBeside(clusters, run)
}

/** Farther than this from a note, as a multiple of the size, stands no mark of it. */
const widestMark = 2

/** Whether a run stands in front of a row, as the mark of a note does that is set out. */
function isSetOut(clusters: readonly Cluster[], run: Run): boolean {
  const { left, right } = extent(clusters.filter(({ text }) => text.trim() !== ''))
  const gap = Math.max(left - run.right, run.left - right)
  return run.clusters.length <= 3 && gap > 0 && gap < widestMark * sizeBeside(clusters, run)
}

interface Run {
  clusters: Cluster[]
  left: number
  right: number
  baseline: number
  size: number
}

/** Clusters that touch each other, spaces aside. */
function runsOf(clusters: readonly Cluster[], size: number): Run[] {
  const runs: Run[] = []
  for (const cluster of clusters.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.left - b.left)) {
    const last = runs.at(-1)
    if (last && cluster.left - last.right < 0.2 * size && Math.abs(cluster.size - last.size) < 0.1) {
      last.clusters.push(cluster)
      last.right = Math.max(last.right, cluster.right)
    } else runs.push({ clusters: [cluster], left: cluster.left, right: cluster.right, baseline: cluster.baseline, size: cluster.size })
  }
  return runs
}

/** Whether a run stands right at the end or the start of what a row has. */
function isBeside(clusters: readonly Cluster[], run: Run): boolean {
  return clusters.some((cluster) => cluster.text.trim() !== '' && (Math.abs(cluster.right - run.left) < 0.45 * cluster.size || Math.abs(run.right - cluster.left) < 0.45 * cluster.size))
}

/** Size of the letters that a run stands at. */
function sizeBeside(clusters: readonly Cluster[], run: Run): number {
  let [size, least] = [0, Infinity]
  for (const cluster of clusters) {
    const off = distance(cluster, run)
    if (off < least && cluster.text.trim() !== '') [size, least] = [cluster.size, off]
  }
  return size
}

function distance(a: { left: number; right: number }, b: { left: number; right: number }): number {
  return Math.max(a.left - b.right, b.left - a.right)
}

/** Of a row: where its letters stand, and how large most of them are. */
interface RowMeasure {
  baseline: number
  size: number
}

function measure(clusters: readonly Cluster[]): RowMeasure {
  const counts = new Map<number, number>()
  for (const { text, size, raised } of clusters) if (text.trim() !== '' && !raised) counts.set(size, (counts.get(size) ?? 0) + 1)
  const [size = clusters[0]?.size ?? 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const main = clusters.find((cluster) => cluster.size === size && !cluster.raised)
  return { size, baseline: main?.baseline ?? clusters[0]?.baseline ?? 0 }
}

function describe(clusters: Cluster[]): Row {
  const sorted = clusters.toSorted((a, b) => a.x - b.x || a.right - b.right)
  const printed = sorted.filter(({ text }) => text.trim() !== '')
  return new Row(sorted, measure(clusters), extent(printed))
}

/** From the leftmost to the rightmost of some boxes, which may be more than a call takes arguments. */
export function extent(boxes: Iterable<{ left: number; right: number }>): { left: number; right: number } {
  let [left, right] = [Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.left)
    right = Math.max(right, box.right)
  }
  return { left, right }
}
