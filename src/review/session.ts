/** A review: rows, what was done to them, and what of it can be undone. Pure but for its own state; it never touches a file. */
import { changesOf, patchOf, type Patch, type RowIndex } from './patch.ts'
import { inverseOfAll, type Change, type Refused } from './edits.ts'
import type { Row, Segment, Table } from './row.ts'

/** A line of the log: an edit, or a step back or forward. */
export type LogEntry = Patch | { op: 'redo' | 'undo' } | { op: 'seen'; at: string[] }

/** What became of a step: the changes of the rows, each counted as the rows were before it all, and the line for the log. */
export interface Step {
  changes: readonly Change[]
  entry: LogEntry
}

export class Session implements RowIndex {
  readonly table: Table
  /** Keys of first segments of rows that somebody has looked at. */
  readonly seen = new Set<string>()
  readonly #rowOf = new Map<string, Row>()
  /** Steps that can be undone; one that could not be taken again has no changes. */
  readonly #done: Array<readonly Change[]> = []
  readonly #undone: Array<readonly Change[]> = []

  constructor(table: Table) {
    this.table = { documents: table.documents, rows: [...table.rows] }
    for (const row of this.rows) this.#enter(row)
  }

  get rows(): Row[] {
    return this.table.rows
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  rowOf = (key: string): Row | undefined => this.#rowOf.get(key)

  /** The place of a segment in the rows as they are. */
  find(key: string): { row: number; language: string; segment: number } | undefined {
    const row = this.#rowOf.get(key)
    if (row === undefined) return undefined
    for (const [language, segments] of Object.entries(row.cells)) {
      const segment = segments.findIndex((each: Segment) => each.key === key)
      if (segment >= 0) return { row: this.rows.indexOf(row), language, segment }
    }
    return undefined
  }

  /** Does what an edit gives. What is done is what the log will do again. */
  edit(op: string, result: Change | Refused): Refused | Step {
    return typeof result === 'string' ? result : this.editAll(op, [result])
  }

  /** Does several changes as one step; they go from the first row to the last. */
  editAll(op: string, wanted: readonly Change[]): Step {
    const entry = patchOf(op, wanted)
    const changes = changesOf(entry, this)
    if (changes === undefined) throw new RangeError(`Unexpected edit ${op} that cannot be repeated`)
    this.#take(changes)
    this.#done.push(changes)
    this.#undone.length = 0
    return { changes, entry }
  }

  undo(): 'nothing' | Step {
    return this.#back(this.#done, this.#undone, 'undo')
  }

  redo(): 'nothing' | Step {
    return this.#back(this.#undone, this.#done, 'redo')
  }

  /** Takes note that rows were looked at. */
  see(keys: readonly string[]): LogEntry | undefined {
    const fresh = keys.filter((key) => !this.seen.has(key))
    for (const key of fresh) this.seen.add(key)
    return fresh.length === 0 ? undefined : { op: 'seen', at: fresh }
  }

  /** Does the lines of a log again; gives those whose segments do not stand there any more. */
  replay(entries: Iterable<LogEntry>): Patch[] {
    const lost: Patch[] = []
    for (const entry of entries) {
      if ('rows' in entry) {
        const changes = changesOf(entry, this)
        if (changes) this.#take(changes)
        else lost.push(entry)
        this.#done.push(changes ?? [])
        this.#undone.length = 0
      } else if ('at' in entry) this.see(entry.at)
      else if (entry.op === 'undo') this.#back(this.#done, this.#undone, 'undo')
      else this.#back(this.#undone, this.#done, 'redo')
    }
    return lost
  }

  #back(from: Array<readonly Change[]>, to: Array<readonly Change[]>, op: 'redo' | 'undo'): 'nothing' | Step {
    const last = from.pop()
    if (last === undefined) return 'nothing'
    const changes = inverseOfAll(last)
    to.push(changes)
    this.#take(changes)
    return { changes, entry: { op } }
  }

  #take(changes: readonly Change[]): void {
    for (const { at, removed, inserted } of changes.toReversed()) {
      this.rows.splice(at, removed.length, ...inserted)
      for (const row of removed) for (const { key } of Object.values(row.cells).flat()) this.#rowOf.delete(key)
      for (const row of inserted) this.#enter(row)
    }
  }

  #enter(row: Row): void {
    for (const { key } of Object.values(row.cells).flat()) this.#rowOf.set(key, row)
  }
}
