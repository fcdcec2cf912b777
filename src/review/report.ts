/** What a review says of the aligner: how its rows fared, by kind. */
import { byCodeUnits } from '../language/code-unit-order.ts'
import { isReviewed } from '../tree/status.ts'
import type { LogEntry, Session } from './session.ts'

/** Counts of a review. */
export interface ReviewReport {
  rows: number
  reviewed: number
  rejected: number
  /** Edits that stand, those undone left out, by what was done. */
  edits: Array<[kind: string, count: number]>
  /** Of the rows that the aligner gave a score: how many it gave, how many of those were found wrong, by tenths of the score. */
  byScore: Array<{ from: number; rows: number; wrong: number }>
}

/** What the aligner got wrong where a reviewer did this. */
export const kinds: Readonly<Record<string, string>> = {
  merge: 'two rows that are one',
  split: 'one row that is two',
  'split-text': 'a sentence that was two',
  detach: 'a segment that has no counterpart',
  'move-up': 'a segment one row too low',
  'move-down': 'a segment one row too high',
  swap: 'segments in another order',
  text: 'text that was wrong',
  realign: 'a stretch that was aligned anew',
  reject: 'a pair that is none',
  take: 'what came from a file'
}

/** The edits of a log that stand in the end. */
export function standing(entries: Iterable<LogEntry>): string[] {
  const done: string[] = []
  const undone: string[] = []
  for (const entry of entries) {
    if ('rows' in entry) {
      done.push(entry.op === 'mark' && entry.rows[0]?.status === 'rejected' ? 'reject' : entry.op)
      undone.length = 0
    } else if (!('at' in entry)) {
      const [from, to] = entry.op === 'undo' ? [done, undone] : [undone, done]
      const last = from.pop()
      if (last !== undefined) to.push(last)
    }
  }
  return done.filter((op) => Object.hasOwn(kinds, op))
}

/** The report of a session, whose rows are as the log left them; `scores` are those that the aligner gave, by the key of a first segment. */
export function reportOf(session: Session, entries: Iterable<LogEntry>, before: ReadonlyArray<{ key: string; score: number | undefined }>): ReviewReport {
  const counts = new Map<string, number>()
  for (const op of standing(entries)) counts.set(op, (counts.get(op) ?? 0) + 1)
  const byScore = Array.from({ length: 10 }, (_, index) => ({ from: index / 10, rows: 0, wrong: 0 }))
  for (const { key, score } of before) {
    const row = session.rowOf(key)
    const bin = byScore[Math.min(9, Math.floor((score ?? -1) * 10))]
    if (bin === undefined || row === undefined) continue
    const isWrong = row.facts.by === 'review' || row.status === 'rejected'
    if (!isWrong && !isReviewed(row.status)) continue
    bin.rows++
    if (isWrong) bin.wrong++
  }
  return {
    rows: session.rows.length,
    reviewed: session.rows.filter(({ status }) => isReviewed(status)).length,
    rejected: session.rows.filter(({ status }) => status === 'rejected').length,
    edits: [...counts].sort(([a, one], [b, other]) => other - one || byCodeUnits(a, b)),
    byScore
  }
}

/** The report for people. */
export function sayReport({ rows, reviewed, rejected, edits, byScore }: ReviewReport): string {
  const lines = [`${rows} rows, ${reviewed} reviewed, ${rejected} rejected`, '']
  if (edits.length === 0) lines.push('Nothing was changed.')
  else {
    lines.push('What the aligner got wrong:')
    for (const [op, count] of edits) lines.push(`${String(count).padStart(6)}  ${kinds[op] ?? op}`)
  }
  const judged = byScore.filter((bin) => bin.rows > 0)
  if (judged.length > 0) {
    lines.push('', 'Of the rows that were looked at, by the score that the aligner gave them:')
    for (const { from, rows: count, wrong } of judged) lines.push(`  ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}  ${String(count).padStart(6)} rows, ${wrong} wrong`)
  }
  return `${lines.join('\n')}\n`
}
