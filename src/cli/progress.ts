import { Presets, SingleBar } from 'cli-progress'
import { visibleName } from '../message/visible.ts'
import type { Terminal } from './terminal.ts'

/** A progress bar; does nothing where nobody looks. */
export interface Progress {
  step: (what: string) => void
  stop: () => void
}

/** Starts a bar of some steps on standard error. */
export function startProgress(total: number, { interactive }: Terminal): Progress {
  if (!interactive) return { step: () => undefined, stop: () => undefined }
  const bar = new SingleBar({ format: '{bar} {value}/{total} {what}', clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
  bar.start(total, 0, { what: '' })
  return {
    step: (what) => {
      bar.increment(1, { what: visibleName(what) })
    },
    stop: () => {
      bar.stop()
    }
  }
}
