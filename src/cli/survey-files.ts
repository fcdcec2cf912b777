import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import type { GroupMember } from '../group-documents.ts'
import { symbolsOf, versionRecord } from '../tree/record.ts'
import { formatRank } from './document-name.ts'
import { readFileName } from './file-name.ts'
import { loadVersion, type LoadedVersion, type LoadOptions } from './load-file.ts'
import type { Terminal } from './terminal.ts'

/** What files say of themselves, and those that could not be read, with the reason on them. */
export interface Survey<Member extends GroupMember> {
  members: Member[]
  unreadable: VFile[]
}

/** What a version says of the document that it belongs to. */
export function memberOf({ file, root }: LoadedVersion): GroupMember {
  const { name, symbols: named } = readFileName(file.path)
  const [printed, { reissue }] = [symbolsOf(root), versionRecord(root, file.path)]
  const symbols = named.length > 1 && root.symbol === named[0] ? named : printed
  return { file: file.path, language: root.lang, symbols, format: formatRank(file.path), ...(name === undefined ? {} : { name }), ...(reissue === undefined ? {} : { reissue }) }
}

/** Reads files one after the other, and keeps only what groups them: a collection need not fit into memory. */
export async function surveyFiles(paths: readonly string[], options: LoadOptions, terminal: Terminal, step: (what: string) => void): Promise<Survey<GroupMember>> {
  const survey: Survey<GroupMember> = { members: [], unreadable: [] }
  for (const path of paths) {
    const file = new VFile({ path })
    const version = await loadVersion(file, options, terminal, { sentences: false })
    if (version) survey.members.push({ ...memberOf(version), text: createHash('sha256').update(version.raw).digest('hex') })
    else survey.unreadable.push(file)
    file.value = ''
    step(`read ${path}`)
  }
  return survey
}
