/** What of a stretch stands as it did when its text was aligned, and what lies between that has to be aligned again. */
import type { Excerpt } from '../search/excerpt.ts'
import type { CommonBoundary } from './join-versions.ts'

/** How a text was aligned: unit `k` lies between the boundaries `k` and `k + 1`. */
export interface KnownUnits {
  boundaries: readonly CommonBoundary[]
  /** Whether all pairs of versions have a corner at a boundary, by its number. */
  corners: Uint8Array
  /** Whether a unit, like the ones before and behind it, is one segment of each version beyond doubt, by its number. */
  firm: Uint8Array
}

/** A firm unit that stands in a stretch: its number, and the place of its segment in each version there. */
export interface Post {
  unit: number
  places: CommonBoundary
}

/** What lies between two posts, or the ends of the stretch. */
export interface Gap {
  /** Boundaries in the stretch. */
  from: CommonBoundary
  to: CommonBoundary
  /** Numbers of the boundaries of the text that it lies between, where it stands as it did. */
  known?: { first: number; last: number }
}

/** Posts on both sides of what has changed that are aligned again with it. */
const margin = 2

/** The posts of a stretch in order, with a gap before each and behind the last. */
export function gapsOf(units: KnownUnits, excerpts: readonly Excerpt[]): { posts: Post[]; gaps: Gap[] } {
  const posts = standing(units, excerpts)
  const gaps = between(units, excerpts, posts)
  const isKept = new Uint8Array(posts.length).fill(1)
  for (const [at, { known }] of gaps.entries()) if (!known) isKept.fill(0, Math.max(0, at - margin), at + margin)
  if (!isKept.includes(0)) return { posts, gaps }
  const kept = posts.filter((_, at) => isKept[at] === 1)
  // A gap that has lost a post beside it is not what it was: it is aligned again whole.
  const isChanged = (gap: number): boolean => gaps[gap]?.known === undefined || isKept[gap] === 0 || isKept[gap - 1] === 0
  const changed = new Set(gaps.flatMap((gap, at) => (isChanged(at) ? [gap.from, gap.to].map((boundary) => boundary.join()) : [])))
  const joined = between(units, excerpts, kept)
  return { posts: kept, gaps: joined.map(({ from, to, known }) => (known && !changed.has(from.join()) && !changed.has(to.join()) ? { from, to, known } : { from, to })) }
}

/** Firm units all of whose segments stand in the stretch, in order in each version. */
function standing({ boundaries, firm }: KnownUnits, excerpts: readonly Excerpt[]): Post[] {
  const places = excerpts.map(({ indexes }, version) => {
    const place = new Int32Array(boundaries.at(-1)?.[version] ?? 0).fill(-1)
    for (const [at, index] of indexes.entries()) if (index >= 0) place[index] = at
    return place
  })
  const posts: Post[] = []
  let last = new Int32Array(excerpts.length).fill(-1)
  for (let unit = 0; unit < firm.length; unit++) {
    const start = boundaries[unit]
    if (firm[unit] === 0 || !start) continue
    const found = start.map((index, version) => places[version]?.[index] ?? -1)
    if (found.some((place, version) => place <= (last[version] as number))) continue
    posts.push({ unit, places: found })
    last = found
  }
  return posts
}

/** The gaps between posts, those known that hold the very segments that lay there. */
function between(units: KnownUnits, excerpts: readonly Excerpt[], posts: readonly Post[]): Gap[] {
  const ends = Int32Array.from(excerpts, ({ side }) => side.count)
  const gaps: Gap[] = []
  let from: CommonBoundary = new Int32Array(excerpts.length)
  let first = boundaryAt(units, excerpts, 0)
  for (const post of [...posts, undefined]) {
    const to = post?.places ?? ends
    const last = post?.unit ?? boundaryAt(units, excerpts, 1)
    const known = first === undefined || last === undefined ? undefined : { first, last }
    gaps.push(known && isSame(units, excerpts, { from, to, known }) ? { from, to, known } : { from, to })
    from = to.map((place) => place + 1)
    first = post && post.unit + 1
  }
  return gaps
}

/** The boundary of the text at which a stretch begins (0) or ends (1), where there is one and all pairs have a corner there. */
function boundaryAt({ boundaries, corners }: KnownUnits, excerpts: readonly Excerpt[], end: 0 | 1): number | undefined {
  const wanted = excerpts.map(({ indexes }) => (indexes.length === 0 ? -1 : (indexes.at(-end) as number) + end))
  const found = boundaries.findIndex((boundary) => boundary.every((place, version) => place === wanted[version]))
  return found >= 0 && corners[found] === 1 ? found : undefined
}

function isSame({ boundaries }: KnownUnits, excerpts: readonly Excerpt[], { from, to, known }: Required<Gap>): boolean {
  const [start, end] = [boundaries[known.first], boundaries[known.last]]
  if (!start || !end) return false
  return excerpts.every(({ indexes }, version) => {
    const [place, index] = [from[version] as number, start[version] as number]
    const count = (to[version] as number) - place
    if (count !== (end[version] as number) - index) return false
    for (let at = 0; at < count; at++) if (indexes[place + at] !== index + at) return false
    return true
  })
}
