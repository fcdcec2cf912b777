import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { catalogue, messageText, type FatalId, type MessageId, type MessageValues, type ReportedId } from './catalogue.ts'

/**
 * How a stage says what it noticed while it goes on: plain functions take one, and never print. What ends the work is not
 * reported but thrown, as a `HexaplaError`.
 */
export type Report = <Id extends ReportedId>(id: Id, place: Point | Position | undefined, values: MessageValues<Id>) => void

/** A report that says nothing, for callers who do not want messages. */
export const silent: Report = () => undefined

/** A report that puts messages on a vfile: `source` is the stage, `ruleId` what is wrong. */
export function reportTo(file: VFile): Report {
  return (id, place, values) => {
    put(file, id, place, values)
  }
}

/** Puts an error on a vfile, as a fatal message. */
export function failOn(file: VFile, { id, values }: HexaplaError): void {
  put(file, id, undefined, values as MessageValues<FatalId>)
}

function put<Id extends MessageId>(file: VFile, id: Id, place: Point | Position | undefined, values: MessageValues<Id>): void {
  const { severity, remedy } = catalogue[id]
  const [source, ruleId] = id.split(':') as [string, string]
  // A message has no stack; to look for one takes longer than all else of it, and a long document has a thousand messages.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const message = file.message(messageText(id, values), { source, ruleId, ...(place ? { place } : {}) })
  Error.stackTraceLimit = stackTraceLimit
  message.fatal = severity === 'fatal' ? true : severity === 'warning' ? false : undefined
  const { actual, expected } = values as { actual?: string; expected?: readonly string[] | string }
  if (actual !== undefined) message.actual = actual
  if (expected !== undefined) message.expected = typeof expected === 'string' ? [expected] : [...expected]
  message.note = remedy
}

/** An error that ends the work: its message names what is wrong, its remedy what to do. */
export class HexaplaError<Id extends FatalId = FatalId> extends Error {
  override readonly name = 'HexaplaError'
  readonly id: Id
  readonly values: MessageValues<Id>
  readonly remedy: string
  /** Name of the file it is about, where it is about one. */
  readonly file: string | undefined

  constructor(id: Id, values: MessageValues<Id>, file?: string) {
    super(messageText(id, values))
    this.id = id
    this.values = values
    this.remedy = catalogue[id].remedy
    this.file = file
  }
}
