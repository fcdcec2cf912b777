import { alignMessages } from './align.ts'
import type { Entry } from './entry.ts'
import { writeMessages } from './write.ts'

/** Every message that hexapla can give, by id: `stage:what-is-wrong`. One file a stage. */
const all = { ...alignMessages, ...writeMessages }

export type MessageId = keyof typeof all

export const catalogue: Readonly<Record<MessageId, Entry>> = all
