import { alignMessages } from './align.ts'
import { cleanMessages } from './clean.ts'
import { cliMessages } from './cli.ts'
import { detectMessages } from './detect.ts'
import type { Entry } from './entry.ts'
import { memoryMessages } from './memory.ts'
import { parseMessages } from './parse.ts'
import { readMessages } from './read.ts'
import { writeMessages } from './write.ts'

/** Every message that hexapla can give, by id: `stage:what-is-wrong`. One file a stage. */
const all = {
  ...readMessages,
  ...memoryMessages,
  ...detectMessages,
  ...cleanMessages,
  ...parseMessages,
  ...alignMessages,
  ...writeMessages,
  ...cliMessages
}

export type MessageId = keyof typeof all

export const catalogue: Readonly<Record<MessageId, Entry>> = all
