import { Presets, SingleBar } from 'cli-progress'
import { visibleName } from '../../message/visible.ts'
import type { Terminal } from './terminal.ts'

/**
 * How far a run has come, for those who watch: a bar where a person looks, a line now and then where standard error is a
 * file or a pipe, nothing where messages go there as JSON. No result depends on it, or on its clock.
 */
export interface Progress {
  /** Work is done: `what` in a few words, `amount` in the unit of the total, 1 unless told. */
  step: (what: string, amount?: number) => void
  /** Part of the work that the next step reports is done: a share of its amount, from 0 to 1. */
  within: (what: string, share: number, amount?: number) => void
  stop: () => void
}

export interface ProgressOptions {
  /** No lines: standard error takes JSON. */
  json?: boolean | undefined
  /** Milliseconds, from any beginning. */
  clock?: () => number
}

/** Milliseconds between two lines where nobody looks. */
const betweenLines = 15_000
/** Milliseconds after which the time that is left can be told. */
const untilTold = 2000

/** Progress that nobody sees. */
export const unwatched: Progress = { step: () => undefined, within: () => undefined, stop: () => undefined }

/** Starts to watch work that comes to `total`, in any unit: files, documents, bytes. */
export function startProgress(total: number, { interactive, stderr }: Pick<Terminal, 'interactive' | 'stderr'>, { json, clock = milliseconds }: ProgressOptions = {}): Progress {
  if (json && !interactive) return unwatched
  const begun = clock()
  let done = 0
  const { show, stop } = interactive ? barOf(total) : linesOf(begun, stderr)
  const update = (what: string, reached: number): void => {
    const now = clock()
    const share = total > 0 ? Math.min(1, reached / total) : 1
    show({ what: visibleName(what), share, left: now - begun < untilTold || share === 0 ? undefined : ((now - begun) * (1 - share)) / share, now })
  }
  return {
    step: (what, amount = 1) => {
      done += amount
      update(what, done)
    },
    within: (what, share, amount = 1) => {
      update(what, done + amount * Math.min(1, Math.max(0, share)))
    },
    stop
  }
}

/** What there is to show. */
interface State {
  what: string
  /** From 0 to 1. */
  share: number
  /** Milliseconds; `undefined` where it is too early to tell. */
  left: number | undefined
  now: number
}

interface Display {
  show: (state: State) => void
  stop: () => void
}

function barOf(total: number): Display {
  const bar = new SingleBar({ format: '{bar} {percentage} %{left} {what}', clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
  bar.start(total, 0, { what: '', left: '' })
  return {
    show: ({ what, share, left }) => {
      bar.update(share * total, { what, left: sayLeft(left) })
    },
    stop: () => {
      bar.stop()
    }
  }
}

function linesOf(begun: number, stderr: Terminal['stderr']): Display {
  let last = begun
  return {
    show: ({ what, share, left, now }) => {
      if (now - last < betweenLines || share === 1) return
      last = now
      stderr(`${Math.floor(100 * share + 1e-6)} %${sayLeft(left)} ${what}\n`)
    },
    stop: () => undefined
  }
}

/** `, about 2 min left:` */
function sayLeft(left: number | undefined): string {
  const seconds = Math.round((left ?? 0) / 1000)
  if (seconds === 0) return ''
  const [amount, unit] = seconds < 60 ? [seconds, 's'] : seconds < 3600 ? [Math.ceil(seconds / 60), 'min'] : [Math.ceil(seconds / 3600), 'h']
  return `, about ${amount} ${unit} left:`
}

function milliseconds(): number {
  return Number(process.hrtime.bigint() / 1_000_000n)
}
