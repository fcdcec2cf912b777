import { addToList } from '../../tree/add-to-list.ts'
import type { Candidate } from './weigh-reference.ts'

/** A candidate and what note it would be the mark of. */
export interface Claim {
  candidate: Candidate
  number: number
  /** Raw offset. */
  at: number
}

/** A note: its number, and the raw offset at which it is printed; its mark stands before that. */
export interface WantedNote {
  number: number
  end: number
}

/** Marks more notes apart than this from the ones on both sides need better evidence than a glued word. */
const farthestNote = 3

/** Marks in another order than their notes take so many rounds at most. */
const mostRounds = 4

/**
 * The candidates that are marks: the heaviest row of them in the order of the notes, each in front of its note. Where two
 * of one weight claim one place in the row, neither of them is sure enough unless nothing else could stand there. Notes that
 * are left have their marks in another order, as a translation puts them, or none: another row is looked for.
 */
export function chooseMarks(claims: readonly Claim[], notes: readonly WantedNote[]): Set<Candidate> {
  const chosen = new Set<Candidate>()
  const marked = new Set<number>()
  let held = holdClaims(claims, notes)
  for (let round = 0; round < mostRounds && held.length > 0; round++) {
    const row = sureOf(heaviestRow(held, notes.length), held)
    if (row.length === 0) break
    for (const { claim, note } of row) {
      chosen.add(claim.candidate)
      marked.add(note)
    }
    held = held.filter(({ note }) => !marked.has(note))
  }
  // A note may be cited again.
  const cited = new Set<number>()
  for (const { candidate, number } of claims) {
    if (chosen.has(candidate)) cited.add(number)
    else if (candidate.strength === 8 && cited.has(number)) chosen.add(candidate)
  }
  return chosen
}

/** Of a row the claims that no other contests, near others of it. */
function sureOf(row: readonly number[], held: readonly HeldClaim[]): HeldClaim[] {
  return row.flatMap((place, index) => {
    const own = held[place] as HeldClaim
    const [from, to] = [row[index - 1] ?? -1, row[index + 1] ?? held.length]
    const { strength } = own.claim.candidate
    if (strength < 8) {
      for (let other = from + 1; other < to; other++) {
        const rival = held[other] as HeldClaim
        if (other !== place && rival.note === own.note && rival.claim.candidate.strength >= strength) return []
      }
      const near = [held[from], held[to]].some((beside) => beside !== undefined && Math.abs(beside.note - own.note) <= farthestNote)
      if (!near && own.note >= farthestNote) return []
    }
    return [own]
  })
}

interface HeldClaim {
  claim: Claim
  /** Index of the note that it can be the mark of: the next one of its number. */
  note: number
}

function holdClaims(claims: readonly Claim[], notes: readonly WantedNote[]): HeldClaim[] {
  const byNumber = new Map<number, number[]>()
  for (const [index, { number }] of notes.entries()) addToList(byNumber, number, index)
  const passed = new Map<number, number>()
  const held: HeldClaim[] = []
  for (const claim of claims) {
    const indices = byNumber.get(claim.number) ?? []
    let at = passed.get(claim.number) ?? 0
    while (at < indices.length && (notes[indices[at] ?? 0]?.end ?? 0) <= claim.at) at++
    passed.set(claim.number, at)
    const note = indices[at]
    if (note !== undefined) held.push({ claim, note })
  }
  return held
}

/** Indices of the claims in the heaviest row whose notes ascend; the first of several. A Fenwick tree holds the best rows so far. */
function heaviestRow(held: readonly HeldClaim[], notes: number): number[] {
  const tree = new Int32Array(notes + 1).fill(-1)
  const weights: number[] = []
  const previous: number[] = []
  let best = -1
  held.forEach(({ claim, note }, place) => {
    let before = -1
    for (let index = note; index > 0; index -= index & -index) {
      const row = tree[index] ?? -1
      if (row >= 0 && (weights[row] ?? 0) > (weights[before] ?? 0)) before = row
    }
    previous.push(before)
    const weight = (weights[before] ?? 0) + claim.candidate.strength
    weights.push(weight)
    for (let index = note + 1; index <= notes; index += index & -index) if (weight > (weights[tree[index] ?? -1] ?? 0)) tree[index] = place
    if (weight > (weights[best] ?? 0)) best = place
  })
  const row: number[] = []
  for (let place = best; place >= 0; place = previous[place] ?? -1) row.push(place)
  return row.reverse()
}
