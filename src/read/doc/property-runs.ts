import { partitionPoint } from '../../tree/partition-point.ts'
import { numbersAt, places, type WordFile } from './word-file.ts'

/** What is set alike: offsets in the stream of the document, the style, and the changes to it. */
export interface PropertyRun {
  from: number
  to: number
  /** Index of the style of a paragraph. */
  style: number
  modifiers: Uint8Array
}

/** Bytes of a page of properties. */
const page = 512

/** Bytes that a page has about each paragraph, behind the places. */
const paragraphFacts = 13

/** The paragraphs of a document by where they stand, or its stretches of characters. */
export class PropertyRuns {
  readonly #runs: PropertyRun[] = []

  /** Throws an `Error` where pages are named twice, or run backwards. */
  constructor(file: WordFile, kind: 'characters' | 'paragraphs') {
    const { facts, places: bounds } = file.ranges(places[kind], 4)
    const pages = bounds.slice(1).map((_, index) => facts.getUint32(4 * index, true) & 0x3fffff)
    if (new Set(pages).size < pages.length) throw new Error('a page of its properties is named twice')
    for (const number of pages) for (const run of kind === 'paragraphs' ? paragraphsOf(file, number * page) : charactersOf(file, number * page)) this.#runs.push(run)
    this.#runs.sort((a, b) => a.from - b.from)
  }

  /** The run of an offset. */
  at(offset: number): PropertyRun | undefined {
    const run = this.#runs[this.#indexBehind(offset) - 1]
    return run !== undefined && offset < run.to ? run : undefined
  }

  /** Where the run of an offset ends, or the next one begins. */
  endOf(offset: number): number {
    const index = this.#indexBehind(offset)
    const run = this.#runs[index - 1]
    return run !== undefined && offset < run.to ? run.to : (this.#runs[index]?.from ?? Infinity)
  }

  #indexBehind(offset: number): number {
    return partitionPoint(this.#runs.length, (index) => (this.#runs[index]?.from ?? Infinity) <= offset)
  }
}

function boundsOf({ view }: WordFile, start: number): number[] {
  const count = view.getUint8(start + page - 1)
  const bounds = (count + 1) * 4 > page ? [] : numbersAt(view, start, count + 1)
  if (bounds.length === 0 || bounds.some((bound, index) => bound < (bounds[index - 1] ?? 0))) throw new Error('a page of its properties runs backwards')
  return bounds
}

function paragraphsOf(file: WordFile, start: number): PropertyRun[] {
  const bounds = boundsOf(file, start)
  return bounds.slice(1).map((to, index): PropertyRun => {
    const at = start + 2 * file.view.getUint8(start + 4 * bounds.length + paragraphFacts * index)
    const run = { from: bounds[index] ?? 0, to, style: 0, modifiers: new Uint8Array() }
    if (at === start) return run
    // An odd length is counted in one byte, an even one in the byte behind.
    const words = file.view.getUint8(at)
    const [from, length] = words === 0 ? [at + 2, 2 * file.view.getUint8(at + 1)] : [at + 1, 2 * words - 1]
    if (length < 2) return run
    return { ...run, style: file.view.getUint16(from, true), modifiers: file.document.subarray(from + 2, from + length) }
  })
}

function charactersOf(file: WordFile, start: number): PropertyRun[] {
  const bounds = boundsOf(file, start)
  return bounds.slice(1).map((to, index): PropertyRun => {
    const at = start + 2 * file.view.getUint8(start + 4 * bounds.length + index)
    const length = at === start ? 0 : file.view.getUint8(at)
    return { from: bounds[index] ?? 0, to, style: 0, modifiers: file.document.subarray(at + 1, at + 1 + length) }
  })
}
