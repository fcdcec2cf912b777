/** What a run has made and not finished: it goes when the run is broken off, by Ctrl-C as well. */
import { rmdirSync, rmSync } from 'node:fs'

/** Files, and folders that are to be empty, in the order in which they were made. */
const made = new Map<string, 'file' | 'folder'>()

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Takes note of something that is not finished. As long as there is any, signals end the run only behind its removal. */
export function begin(place: string, kind: 'file' | 'folder' = 'file'): void {
  if (made.size === 0) {
    for (const signal of signals) process.on(signal, breakOff)
    process.on('exit', removeAll)
  }
  made.set(place, kind)
}

/** Forgets something that was finished. */
export function finish(place: string): void {
  if (!made.delete(place) || made.size > 0) return
  for (const signal of signals) process.off(signal, breakOff)
  process.off('exit', removeAll)
}

/** Removes things that were not finished, the last one first. */
export function remove(places: readonly string[]): void {
  for (const place of places.toReversed()) {
    try {
      if (made.get(place) === 'folder') rmdirSync(place)
      else rmSync(place, { force: true })
    } catch {
      // It is not ours any more, or was never made: the message on the first failure tells enough.
    }
    finish(place)
  }
}

function removeAll(): void {
  remove([...made.keys()])
}

function breakOff(signal: NodeJS.Signals): void {
  removeAll()
  // Without a handler now: the program ends as the signal wants it, and its parent sees why.
  process.kill(process.pid, signal)
}
