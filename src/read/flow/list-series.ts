import type { FlowParagraph } from './flow.ts'
import { ListCounter, type ListLevel } from './list-counter.ts'

/** A list of a word processor: levels shared by all lists of a definition, some replaced by this one. */
export interface SeriesList<Level extends ListLevel = ListLevel> {
  /** The definition, whose count the lists share. */
  key: string
  levels: Level[]
  /** Numbers with which this list begins its levels. */
  starts: Map<number, number>
}

/** The lists of a document, by their ids, and what they have counted. */
export class ListSeries<Level extends ListLevel = ListLevel> {
  readonly #lists = new Map<string, SeriesList<Level>>()
  readonly #counter = new ListCounter()
  /** Lists and levels that were started as the list says. */
  readonly #started = new Set<string>()

  add(id: string, list: SeriesList<Level>): void {
    this.#lists.set(id, list)
  }

  get(id: string): SeriesList<Level> | undefined {
    return this.#lists.get(id)
  }

  /** The label of the next paragraph of a list; nothing where there is no such list. */
  label(id: string, level: number): FlowParagraph['label'] {
    const list = this.#lists.get(id)
    if (list === undefined) return undefined
    const place = `${id} ${String(level)}`
    const start = this.#started.has(place) ? undefined : list.starts.get(level)
    this.#started.add(place)
    return { text: this.#counter.next(list.key, level, list.levels, start), level, suffix: list.levels[level]?.suffix ?? '\t' }
  }
}
