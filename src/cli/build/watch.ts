/** What a build shows while it goes on: a bar for people, a line now and then for a log. */
import { isFatal, textOf, type Said } from '../../collection/said.ts'
import { visibleName } from '../../message/visible.ts'
import { startProgress, type Progress } from '../screen/progress.ts'
import type { Terminal } from '../screen/terminal.ts'
import type { BuildWatch } from './build-watch.ts'

/** Milliseconds between two lines of a log. */
const pause = 30_000

const verbs: Readonly<Record<string, string>> = { read: 'files read', learn: 'documents aligned to learn from', align: 'documents aligned' }

export class TerminalWatch implements BuildWatch {
  readonly #terminal: Terminal
  readonly #timer: NodeJS.Timeout
  #bar: Progress | undefined
  #phase = ''
  #total = 0
  #steps = 0
  #begun = process.hrtime.bigint()
  #problems = 0
  #last = ''

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#timer = setInterval(() => {
      if (!terminal.interactive && this.#total > this.#steps) terminal.stderr(`${this.#line()}\n`)
    }, pause)
    // It keeps no process alive.
    this.#timer.unref()
  }

  phase(name: string, total: number): void {
    this.#bar?.stop()
    // A log has the lines below.
    this.#bar = total > 0 && this.#terminal.interactive ? startProgress(total, this.#terminal) : undefined
    this.#phase = name
    this.#total = total
    this.#steps = 0
    this.#begun = process.hrtime.bigint()
  }

  step(what: string, problem?: Said): void {
    this.#steps++
    if (problem && isFatal(problem)) {
      this.#problems++
      this.#last = `${visibleName(problem.file ?? what)}: ${textOf(problem)}`
    }
    this.#bar?.step(this.#problems > 0 ? `${what}  (${this.#problems} failed; the last: ${this.#last})` : what)
  }

  stop(): void {
    this.#bar?.stop()
    clearInterval(this.#timer)
  }

  /** `412 of 1000 documents aligned, 12.3 a second, 48 s left; 2 failed, the last: …`. */
  #line(): string {
    const seconds = Number(process.hrtime.bigint() - this.#begun) / 1e9
    const rate = this.#steps / seconds
    const left = rate > 0 ? `, ${Math.ceil((this.#total - this.#steps) / rate)} s left` : ''
    const problems = this.#problems > 0 ? `; ${this.#problems} failed, the last: ${this.#last}` : ''
    return `${this.#steps} of ${this.#total} ${verbs[this.#phase] ?? this.#phase}, ${rate.toFixed(1)} a second${left}${problems}`
  }
}
