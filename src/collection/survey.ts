/** What a file says of itself, read once: the facts that group it with others, and its tree. */
import { createHash } from 'node:crypto'
import type { GroupMember } from './group-documents.ts'
import { symbolsOf, versionRecord } from '../tree/record.ts'
import type { Root } from '../tree/undast.ts'
import { formatRank } from './document-name.ts'
import { readFileName, sharedName } from './file-name.ts'
import { decodeFile, readTree, type InputFile, type ReadingOptions } from './read-version.ts'
import { gatherSaid, saidOf, type Said } from './said.ts'

/** A version that was read. */
export interface SurveyedVersion {
  member: GroupMember
  root: Root
  /** What was said of it on the way. */
  messages: Said[]
}

/** A file that could not be read, and why. */
export interface UnreadFile {
  messages: Said[]
}

/** Reads a file to its tree with sentences. What it says of a file, `path` says in messages. */
export async function surveyFile(file: InputFile, options: ReadingOptions): Promise<SurveyedVersion | UnreadFile> {
  const messages: Said[] = []
  const report = gatherSaid(messages, file.path)
  try {
    const read = await decodeFile(file, options, report)
    const root = readTree(read, file.path, options, report)
    const text = createHash('sha256').update((typeof read === 'string' ? read : read.text).replaceAll(/\r\n?/g, '\n')).digest('hex')
    return { member: { ...memberOf(file.path, root), text }, root, messages }
  } catch (error) {
    return { messages: [...messages, saidOf(error, file.path)] }
  }
}

/** Whether a file could be read. */
export function isSurveyed(survey: SurveyedVersion | UnreadFile): survey is SurveyedVersion {
  return 'root' in survey
}

/** What a version says of the document that it belongs to. */
export function memberOf(file: string, root: Root): GroupMember {
  const { symbols: named } = readFileName(file)
  const name = sharedName(file, root.lang)
  const [printed, { reissue }] = [symbolsOf(root), versionRecord(root, file)]
  const symbols = named.length > 1 && root.symbol === named[0] ? named : printed
  return { file, language: root.lang, symbols, format: formatRank(file), ...(name === undefined ? {} : { name }), ...(reissue === undefined ? {} : { reissue }) }
}
