import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { catalogue, type MessageId } from './catalogue.ts'
import { visibleName } from './visible.ts'

/** What fills the template of a message. */
export interface Values {
  /** What was found, as it stands in the text. */
  actual?: string
  /** What was expected there, one entry an alternative. */
  expected?: string[]
  /** Any other figure or word that the template names. */
  [name: string]: number | string | string[] | undefined
}

/** How a stage says something: plain functions take one, and never print. */
export type Report = (id: MessageId, place: Point | Position | undefined, values?: Values) => void

/** A report that says nothing, for callers who do not want messages. */
export const silent: Report = () => undefined

/**
 * A report that puts messages on a vfile: `source` is the stage, `ruleId` what is wrong.
 *
 * Fatal messages set `fatal: true` and do not throw: the stage returns nothing, the caller stops.
 */
export function reportTo(file: VFile): Report {
  return (id, place, values = {}) => {
    const entry = catalogue[id]
    const [source, ruleId] = id.split(':') as [string, string]
    const message = file.message(textOf(id, values), { source, ruleId, ...(place ? { place } : {}) })
    message.fatal = entry.severity === 'fatal' ? true : entry.severity === 'warning' ? false : undefined
    if (values.actual !== undefined) message.actual = values.actual
    if (values.expected !== undefined) message.expected = values.expected
    message.note = entry.remedy
  }
}

/** What a message says of some values, of which none can break its line or command a terminal. */
function textOf(id: MessageId, values: Values): string {
  return catalogue[id].text(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])))
}

function shown(value: Values[string]): Values[string] {
  return typeof value === 'string' ? visibleName(value) : Array.isArray(value) ? value.map(visibleName) : value
}

/** An error that ends the work: its message names what is wrong, its note what to do. */
export class HexaplaError extends Error {
  override readonly name = 'HexaplaError'
  readonly id: MessageId
  readonly values: Values
  readonly remedy: string
  /** Name of the file it is about, where it is about one. */
  readonly file: string | undefined

  constructor(id: MessageId, values: Values = {}, file?: string) {
    const entry = catalogue[id]
    super(textOf(id, values))
    this.id = id
    this.values = values
    this.remedy = entry.remedy
    this.file = file
  }
}
