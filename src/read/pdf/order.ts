import type { Cluster } from './rows.ts'

/** A stretch of a line in the order in which it is read: a cluster, or the space between two. */
export interface Token {
  text: string
  cluster?: Cluster
}

const arabic = /[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]/u
const arabicLetter = /[\u0620-\u065F\u066E-\u06D3\u06D5\u06EE-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]/u
const han = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u
const digit = /^[0-9\u0660-\u0669\u06F0-\u06F9]$/u
/** What stands inside of a number: W4 of UAX 9. */
const inNumber = /^[.,/:\u066B\u066C\u00A0]$/u
const latin = /^(?![\u0600-\u06FF])\p{L}/u

export function isArabicText(text: string): boolean {
  return arabicLetter.test(text)
}

/** Clusters from the left to the right with a space where the gap says so. */
export function spaced(clusters: readonly Cluster[]): Token[] {
  const tokens: Token[] = []
  let before: Cluster | undefined
  let blank: Cluster | undefined
  for (const cluster of clusters) {
    if (cluster.text.trim() === '') {
      blank = cluster
      continue
    }
    if (before && (isGap(before, cluster) || (blank && isRealSpace(before, blank, cluster)))) tokens.push({ text: blank?.text === '\u00A0' ? blank.text : ' ' })
    tokens.push({ text: cluster.text, cluster })
    before = before && before.right > cluster.right ? { ...cluster, right: before.right } : cluster
    blank = undefined
  }
  return tokens
}

/** Between letters an eighth of their size; Chinese lines are stretched between any two characters. */
function isGap(before: Cluster, cluster: Cluster): boolean {
  const gap = cluster.left - before.right
  const size = Math.min(before.size, cluster.size)
  if (han.test(before.text) && han.test(cluster.text)) return gap > 0.9 * size
  return gap > (han.test(before.text) || han.test(cluster.text) ? 0.3 : 0.15) * size
}

/** A space that was drawn: not where letters stand on it. Where boxes are wide, origins tell. */
function isRealSpace(before: Cluster, blank: Cluster, cluster: Cluster): boolean {
  const size = Math.min(before.size, cluster.size)
  const width = blank.right - blank.left
  return cluster.left - before.right > 0.05 * size || (width > 0.1 * size && blank.x - before.x > 0.1 * size && cluster.x - blank.x > 0.7 * width)
}

/** The tokens of a line in the order in which they are read. `mirrored`: brackets are given as they look. */
export function logicalOrder(tokens: readonly Token[], rtl: boolean, mirrored: boolean): Token[] {
  const turned = rtl ? islandsOf(tokens) : arabicRuns(tokens)
  const ordered: Token[] = []
  if (rtl) {
    for (let end = tokens.length; end > 0; ) {
      const island = turned.find(([, to]) => to === end)
      if (island) {
        for (const token of tokens.slice(island[0], island[1])) ordered.push(token)
        end = island[0]
      } else ordered.push(turnBracket(tokens[--end] ?? { text: '' }, mirrored))
    }
    return ordered
  }
  for (let at = 0; at < tokens.length; ) {
    const run = turned.find(([from]) => from === at)
    if (run) {
      for (const token of logicalOrder(tokens.slice(run[0], run[1]), true, mirrored)) ordered.push(token)
      at = run[1]
    } else ordered.push(tokens[at++] ?? { text: '' })
  }
  return ordered
}

type Span = readonly [from: number, to: number]

/** Stretches of a line from right to left that are read from left to right: numbers, Latin words with what is between them. */
function islandsOf(tokens: readonly Token[]): Span[] {
  const islands: Span[] = []
  const kind = (index: number): string => {
    const text = tokens[index]?.text ?? ''
    return text === '' ? '' : digit.test(text) ? 'digit' : latin.test(text) ? 'latin' : inNumber.test(text) ? 'inner' : arabic.test(text) ? 'arabic' : text === ' ' ? 'space' : 'other'
  }
  for (let at = 0; at < tokens.length; at++) {
    if (kind(at) !== 'digit' && kind(at) !== 'latin') continue
    let end = at + 1
    let words = kind(at) === 'latin'
    for (let next = end; next < tokens.length; next++) {
      const one = kind(next)
      if (one === 'arabic') break
      if (one === 'latin') {
        end = next + 1
        words = true
      } else if (one === 'digit') {
        // A figure goes with the one before it where no more than a sign of numbers is between, with a word where no space is.
        const between = tokens.slice(end, next).map(({ text }) => text).join('')
        if (between === '' || (between.length === 1 && inNumber.test(between)) || (/^\s$/.test(between) && isGrouped(at, next)) || (words && !between.includes(' '))) end = next + 1
        else if (!latinFollows(next)) break
      }
    }
    islands.push([at, end])
    at = end - 1
  }
  return islands

  /** Whether figures are one number in groups of three: 4 820 500. Read the other way the first would have more than the others. */
  function isGrouped(from: number, next: number): boolean {
    const text = tokens.slice(from, next + 3).map((token) => token.text).join('')
    return /^\d{1,2}(?:\s\d{3})+$/.test(text) && !digit.test(tokens[next + 3]?.text ?? '')
  }

  /** Whether a Latin letter comes before any Arabic one. */
  function latinFollows(from: number): boolean {
    for (let next = from; next < tokens.length; next++) {
      const one = kind(next)
      if (one === 'latin') return true
      if (one === 'arabic') return false
    }
    return false
  }
}

/** Stretches of a line from left to right that are read from right to left. */
function arabicRuns(tokens: readonly Token[]): Span[] {
  const runs: Span[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isArabicText(tokens[at]?.text ?? '')) continue
    let end = at + 1
    for (let next = end; next < tokens.length && !latin.test(tokens[next]?.text ?? ''); next++) if (isArabicText(tokens[next]?.text ?? '')) end = next + 1
    runs.push([at, end])
    at = end - 1
  }
  return runs
}

/** PDFium turns quotation marks, too, which Unicode does not. */
const pairs = '()[]{}<>«»‹›“”‘’'

function turnBracket(token: Token, mirrored: boolean): Token {
  const index = mirrored && token.text.length === 1 ? pairs.indexOf(token.text) : -1
  return index < 0 ? token : { ...token, text: pairs[index ^ 1] ?? token.text }
}

/** Puts brackets of a line right that close before they open: some of its pieces are given in the other way than the page. */
export function balance(tokens: readonly Token[], rtl: boolean): Token[] {
  const balanced = [...tokens]
  if (!rtl) return balanced
  for (const [open, close] of ['()', '[]', '«»']) {
    // Two that look the same way, and none that looks the other: they are a pair.
    const places = tokens.flatMap(({ text }, index) => (text === open || text === close ? [index] : []))
    const [first, second] = places
    if (first !== undefined && second !== undefined && places.length === 2 && tokens[first]?.text === tokens[second]?.text) {
      const turned = tokens[first]?.text === open ? second : first
      balanced[turned] = turnBracket(tokens[turned] ?? { text: '' }, true)
      continue
    }
    let depth = 0
    let stray: number | undefined
    tokens.forEach(({ text }, index) => {
      if (text === open) {
        depth++
        if (stray === undefined || tokens.slice(index + 1).some((other) => other.text === close && depth === 1)) return
        balanced[stray] = turnBracket(balanced[stray] ?? { text: '' }, true)
        balanced[index] = turnBracket(balanced[index] ?? { text: '' }, true)
        stray = undefined
        depth--
      } else if (text === close) {
        if (depth > 0) depth--
        else stray ??= index
      }
    })
  }
  return balanced
}

/** How many brackets of lines from right to left come as a pair when they are turned, less those that do as they are. */
export function countMirrored(lines: ReadonlyArray<readonly Token[]>): number {
  let votes = 0
  for (const line of lines) {
    let open = ''
    for (const { text } of logicalOrder(line, true, false)) {
      if (text !== '(' && text !== ')') continue
      if (open !== '' && open !== text) {
        votes += open === ')' ? 1 : -1
        open = ''
      } else open = text
    }
  }
  return votes
}
