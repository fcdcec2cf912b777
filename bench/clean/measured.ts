import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LanguageCode } from '../../src/language/code.ts'

/** What a process of its own reads. */
export interface Task {
  /** Texts of documents, read one after the other. */
  texts: readonly string[]
  /** How often the texts are read. */
  rounds: number
  /** Repeats each text until it has so many bytes of UTF-8. */
  bytes?: number
  /** Found out where it is not given. */
  language?: LanguageCode
}

/** What it measured. */
export interface Measured {
  /** CPU seconds of each round over all texts. */
  seconds: number[]
  /** Bytes of UTF-8 that were read in one round. */
  bytes: number
  /** Largest resident memory of the process, MB; `before` is with the texts in it and nothing read. */
  peak: number
  before: number
}

/** Runs a task in a process of its own; what stopped it where it did not end well. */
export function runTask(task: Task): Measured | string {
  const file = path.join(tmpdir(), `hexapla-bench-${process.pid}.json`)
  writeFileSync(file, JSON.stringify(task))
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'read-task.ts'), file], { encoding: 'utf8', maxBuffer: 1e8 })
  if (status === 0) return JSON.parse(stdout) as Measured
  return /heap out of memory/.test(stderr) ? 'out of memory: give Node more with --max-old-space-size' : `stopped by ${signal ?? `exit code ${status}`}`
}

/** A row of a table in Markdown. */
export function row(...cells: ReadonlyArray<number | string>): string {
  return `| ${cells.join(' | ')} |`
}
