/** The log of a review: JSON Lines, each line on the disk before the edit is answered. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { HexaplaError } from '../message/report.ts'
import type { LogEntry } from './session.ts'

const keys = v.record(v.string(), v.array(v.string()))
const entrySchema = v.union([
  v.looseObject({
    op: v.string(),
    at: v.string(),
    rows: v.array(v.looseObject({ cells: keys, status: v.optional(v.string()), locked: v.optional(v.boolean()), score: v.optional(v.number()), by: v.optional(v.string()) })),
    texts: v.optional(v.record(v.string(), v.string())),
    was: v.optional(v.record(v.string(), v.string()))
  }),
  v.object({ op: v.literal('seen'), at: v.array(v.string()) }),
  v.object({ op: v.picklist(['redo', 'undo']) })
])

/** First line: what the file is. */
const head = { hexapla: 'review', version: 1 }

export class LogFile {
  /** What was in it when it was opened. */
  readonly entries: readonly LogEntry[]
  readonly #fd: number
  readonly #lock: string

  /**
   * Opens a log, or begins one. A last line that was cut off by the end of the program is taken away; throws a `HexaplaError` for a
   * file that is no log, and for one that another program has open.
   */
  constructor(file: string) {
    this.#lock = lockOf(file)
    const isNew = !existsSync(file)
    try {
      const { entries, length } = isNew ? { entries: [], length: 0 } : readLog(file)
      this.entries = entries
      this.#fd = openSync(file, isNew ? 'ax' : 'r+', 0o600)
      if (!isNew) ftruncateSync(this.#fd, length)
      closeSync(this.#fd)
      this.#fd = openSync(file, 'a')
      if (length === 0) this.#write(head)
      // The name of a new file is on the disk with its folder.
      if (isNew) syncFolder(path.dirname(path.resolve(file)))
    } catch (error) {
      rmSync(this.#lock, { force: true })
      throw error instanceof HexaplaError ? error : unwritable(file, error)
    }
  }

  /** Adds a line, which is on the disk when this is done. */
  append(entry: LogEntry): void {
    this.#write(entry)
  }

  close(): void {
    closeSync(this.#fd)
    rmSync(this.#lock, { force: true })
  }

  #write(value: object): void {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at)
    fsyncSync(this.#fd)
  }
}

/** Takes a log for this program: two that write into one would lose edits. What a killed program has left is taken over. */
function lockOf(file: string): string {
  const lock = `${file}.lock`
  for (let isFirst = true; ; isFirst = false) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return lock
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unwritable(file, error)
      const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
      if (!isFirst || isRunning(owner)) throw new HexaplaError('review:log-in-use', { file, lock }, file)
      rmSync(lock, { force: true })
    }
  }
}

function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    return process.kill(id, 0)
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function unwritable(file: string, error: unknown): HexaplaError {
  return new HexaplaError('review:log-unwritable', { file, error: error instanceof Error && 'code' in error ? String(error.code) : 'unknown error' }, file)
}

/** The lines of a log, and the bytes up to the end of the last whole one. */
export function readLog(file: string): { entries: LogEntry[]; length: number } {
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const lines = whole.split('\n').slice(0, -1)
  const [first, ...rest] = lines
  if (first !== undefined && !isHead(first)) throw new HexaplaError('review:log-damaged', { file, line: 1 }, file)
  const entries = rest.map((line, index) => {
    const { success, output } = v.safeParse(entrySchema, parsed(line))
    if (!success) throw new HexaplaError('review:log-damaged', { file, line: index + 2 }, file)
    return output as LogEntry
  })
  return { entries, length: Buffer.byteLength(whole) }
}

function isHead(line: string): boolean {
  const value = parsed(line)
  return typeof value === 'object' && value !== null && 'hexapla' in value && value.hexapla === head.hexapla && 'version' in value && value.version === head.version
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/** Windows has no such thing, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  fsyncSync(fd)
  closeSync(fd)
}
