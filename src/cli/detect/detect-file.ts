/** What one file says of itself, for `hexapla detect`: plain data in and out, so that a thread can do it. */
import { decodeFile, readTree, type ReadingOptions } from '../../collection/read-version.ts'
import { gatherSaid, saidOf, type Said } from '../../collection/said.ts'
import { memberOf } from '../../collection/survey.ts'
import type { GroupMember } from '../../collection/group-documents.ts'
import type { LanguageCode } from '../../language/code.ts'
import { foreignBlocks } from '../../pipeline/source-to-tree.ts'
import { readExport } from '../input/archived-file.ts'

/** A file to look at; `bytes` of standard input. */
export interface DetectTask {
  path: string
  bytes?: Uint8Array
  options: Omit<ReadingOptions, 'observe'>
}

/** What was found in a file. */
export interface DetectedVersion {
  member: GroupMember
  language: LanguageCode
  /** `null` where the language was given, not found. */
  score: number | null
  /** As printed, stars included. */
  symbol: string | null
  /** Blocks in another language. */
  blocks: Array<{ address: string; language: string; score: number; line: number }>
}

/** What came of a file; without `version` it could not be read, and a message says why. */
export interface DetectOutcome {
  version?: DetectedVersion
  messages: Said[]
}

/** Looks at a file. */
export async function detectFile({ path, bytes, options }: DetectTask): Promise<DetectOutcome> {
  const messages: Said[] = []
  const report = gatherSaid(messages, path)
  try {
    const read = await decodeFile({ path, bytes: bytes ?? (await readExport(path, options.limit)) }, options, report)
    const root = readTree(read, path, options, report, { sentences: false })
    const blocks = foreignBlocks(root).map(({ address, language, score, position }) => ({ address, language, score, line: position.start.line }))
    return { version: { member: memberOf(path, root), language: root.lang, score: root.data?.languageScore ?? null, symbol: root.symbol ?? null, blocks }, messages }
  } catch (error) {
    return { messages: [...messages, saidOf(error, path)] }
  }
}
