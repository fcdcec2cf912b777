/**
 * How much work a piece of code does, as a count that is the same on every machine: growth is held by it, not by clocks.
 *
 * Counted are the blocks of the sources that run, by V8's own coverage, and the characters and elements that built-in
 * functions walk: what an expression scans, what a copy of an array copies, each step of an iterator.
 */
import { Session } from 'node:inspector'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const sources = path.resolve(import.meta.dirname, '../../src')

/** It is begun before anything runs, for what is compiled by then is not counted whole, and goes on until the process ends. */
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** Runs `work` and gives the number of operations; not for two runs at a time. All that the process does is slower. */
export function countOperations(work: () => void): number {
  takeBlocks()
  const meter = meterBuiltIns()
  try {
    work()
    return takeBlocks() + meter.read()
  } finally {
    meter.stop()
  }
}

/**
 * How many times the operations for an input `times` as large are. Tables are filled before. Where V8 compiles a function anew
 * meanwhile, it counts more than has run: what is not under `most` is counted again, up to three times, and the least is given.
 */
export function growth(work: (size: number) => void, { size, times, most }: { size: number; times: number; most: number }): number {
  work(size)
  let least = Infinity
  for (let tries = 0; tries < 3 && least >= most; tries++) {
    const small = countOperations(() => {
      work(size)
    })
    least = Math.min(least, countOperations(() => {
      work(size * times)
    }) / small)
  }
  return least
}

/** How many blocks of the sources have run since the last time, each as often as it has. */
function takeBlocks(): number {
  let blocks = 0
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw new Error(`Unexpected end of the coverage: ${error.message}`)
    const ours = taken.result.filter(({ url }) => url.startsWith(sources) || url.startsWith(pathToFileURL(sources).href))
    for (const { functions } of ours) for (const { ranges } of functions) for (const { count } of ranges) blocks += count
  })
  return blocks
}

type Method = (this: never, ...values: never[]) => unknown

/** Wraps the built-in functions whose cost depends on what they are given, until `stop`. */
function meterBuiltIns(): { read: () => number; stop: () => void } {
  let walked = 0
  const undo: Array<() => void> = []
  const wrap = (owner: object, names: readonly PropertyKey[], cost: (self: never, result: unknown, values: readonly unknown[]) => number): void => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name)
      if (!own) continue
      const method = own.value as Method
      Object.defineProperty(owner, name, {
        ...own,
        value: function (this: never, ...values: never[]): unknown {
          const result = method.apply(this, values)
          walked += cost(this, result, values)
          return result
        }
      })
      undo.push(() => {
        Object.defineProperty(owner, name, own)
      })
    }
  }
  const length = (self: { length: number }): number => self.length
  const found = (self: { length: number }, at: unknown): number => (typeof at === 'number' && at >= 0 ? at + 1 : self.length)
  wrap(String.prototype, ['normalize', 'toLowerCase', 'toUpperCase', 'repeat', 'at' in String.prototype ? 'isWellFormed' : ''], length)
  wrap(String.prototype, ['indexOf'], (self: string, at, [, from]) => Math.max(1, found(self, at) - (typeof from === 'number' ? from : 0)))
  wrap(String.prototype, ['lastIndexOf'], found)
  wrap(String.prototype, ['includes'], (self: string, result) => (result === true ? 1 : self.length))
  wrap(String.prototype, ['split', 'replaceAll'], (self: string, _, [by]) => (typeof by === 'string' ? self.length : 1))
  wrap(Array.prototype, ['slice', 'concat', 'join', 'reverse', 'toReversed', 'toSpliced', 'with', 'fill', 'flat'], (_, result) => (Array.isArray(result) || typeof result === 'string' ? result.length : 1))
  wrap(Array.prototype, ['splice', 'shift', 'unshift', 'copyWithin'], length)
  wrap(Array.prototype, ['indexOf', 'lastIndexOf'], found)
  wrap(Array.prototype, ['includes'], (self: unknown[], result) => (result === true ? 1 : self.length))
  for (const values of [[][Symbol.iterator](), new Set()[Symbol.iterator](), new Map()[Symbol.iterator](), ''[Symbol.iterator]()]) wrap(Object.getPrototypeOf(values) as object, ['next'], () => 1)
  meterExpressions()
  return {
    read: () => walked,
    stop: () => {
      for (const each of undo.reverse()) each()
    }
  }

  /** What an expression scans: up to the end of what it finds, or all that is left. */
  function meterExpressions(): void {
    const own = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')
    if (!own) return
    const exec = own.value as (this: RegExp, text: string) => RegExpExecArray | null
    Object.defineProperty(RegExp.prototype, 'exec', {
      ...own,
      value: function (this: RegExp, text: string): RegExpExecArray | null {
        const from = this.global || this.sticky ? this.lastIndex : 0
        const match = exec.call(this, text)
        const anchored = this.sticky || (this.source.startsWith('^') && !this.multiline)
        walked += match ? Math.max(1, (anchored ? 0 : match.index - from) + match[0].length) : anchored ? 1 : Math.max(1, String(text).length - from)
        return match
      }
    })
    undo.push(() => {
      Object.defineProperty(RegExp.prototype, 'exec', own)
    })
  }
}
