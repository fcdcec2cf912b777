/** Messages as plain JSON, to be stored and sent: their text is made of them where they are shown. */
import type { Point, Position } from 'unist'
import { HexaplaError, type Report } from '../message/report.ts'
import { catalogue, messageText, type FatalId, type MessageId, type MessageValues } from '../message/catalogue.ts'

/** One message. */
export interface Said {
  /** The file that it is about; missing where it is about the document as a whole. */
  file?: string
  id: MessageId
  place?: Point | Position
  /** What fills its text. */
  values: object
}

/** A report that gathers what is said of a file, or of a document as a whole. */
export function gatherSaid(messages: Said[], file?: string): Report {
  return (id, place, values) => {
    messages.push({ ...(file === undefined ? {} : { file }), id, ...(place === undefined ? {} : { place }), values })
  }
}

/** An error as a message; one of another kind is a fault of the program and is thrown on. */
export function saidOf(error: unknown, file?: string): Said {
  if (!(error instanceof HexaplaError)) throw error
  const { id, values } = error
  return { ...(file === undefined ? {} : { file }), id, values }
}

/** The error that a message was. */
export function errorOf({ file, id, values }: Said): HexaplaError {
  return new HexaplaError(id as FatalId, values as MessageValues<FatalId>, file)
}

/** What a message says, in one line. */
export function textOf({ id, values }: Said): string {
  return messageText(id, values as MessageValues<MessageId>)
}

/** Whether a message ends the work on what it is about. */
export function isFatal({ id }: Said): boolean {
  return catalogue[id].severity === 'fatal'
}
