import { alignMessages } from './align.ts'
import { buildMessages } from './build.ts'
import { cleanMessages } from './clean.ts'
import { cliMessages } from './cli.ts'
import { detectMessages } from './detect.ts'
import { memoryMessages } from './memory.ts'
import { parseMessages } from './parse.ts'
import { readMessages } from './read.ts'
import { reviewMessages } from './review.ts'
import { segmentMessages } from './segment.ts'
import { serverMessages } from './server.ts'
import { translationMemoryMessages } from './translation-memory.ts'
import { visibleName } from './visible.ts'
import { writeMessages } from './write.ts'

/** Every message that hexapla can give, by id: `stage:what-is-wrong`. One file a stage. */
export const catalogue = {
  ...readMessages,
  ...memoryMessages,
  ...detectMessages,
  ...cleanMessages,
  ...parseMessages,
  ...segmentMessages,
  ...alignMessages,
  ...writeMessages,
  ...serverMessages,
  ...translationMemoryMessages,
  ...reviewMessages,
  ...cliMessages,
  ...buildMessages
} as const

type All = typeof catalogue

export type MessageId = keyof All

/** Messages that end the work: they are thrown, as a `HexaplaError`. */
export type FatalId = { [Id in MessageId]: All[Id]['severity'] extends 'fatal' ? Id : never }[MessageId]

/** Messages that a stage reports while it goes on. */
export type ReportedId = Exclude<MessageId, FatalId>

/** What fills a message: a figure or word for each name; an empty object where nothing does. */
export type MessageValues<Id extends MessageId> = Parameters<All[Id]['text']> extends [infer Values extends object] ? Values : Record<never, never>

/** The text of a message; no value of it can break its line or command a terminal. */
export function messageText<Id extends MessageId>(id: Id, values: MessageValues<Id>): string {
  const { text } = catalogue[id] as unknown as { text: (values: MessageValues<Id>) => string }
  return text(shown(values) as MessageValues<Id>)
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return visibleName(value)
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each)]))
}
