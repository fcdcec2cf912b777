import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { reportTo } from '../message/report.ts'
import type { GroupMember } from '../group-documents.ts'
import { symbolsOf, versionRecord } from '../tree/record.ts'
import { formatRank } from './document-name.ts'
import { readFileName } from './file-name.ts'
import { loadVersion, type LoadedVersion, type LoadOptions } from './load-file.ts'
import type { Terminal } from './terminal.ts'

/** What files say of themselves, and those that could not be read or are copies of others, with the reason on them. */
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

/** Reads files one after the other, and keeps only what groups them: a collection need not fit into memory. Of copies, the one in the better format stays. */
export async function surveyFiles(paths: readonly string[], options: LoadOptions, terminal: Terminal, step: (what: string) => void): Promise<Survey<GroupMember>> {
  const survey: Survey<GroupMember> = { members: [], unreadable: [] }
  /** The first file of each text. */
  const texts = new Map<string, string>()
  for (const path of paths.toSorted((a, b) => formatRank(a) - formatRank(b))) {
    const file = new VFile({ path })
    const version = await loadVersion(file, options, terminal, { sentences: false })
    const key = version && createHash('sha256').update(version.raw).digest('hex')
    const first = key === undefined ? undefined : texts.get(key)
    if (!version) survey.unreadable.push(file)
    else if (first === undefined) survey.members.push(memberOf(version))
    else {
      if (formatRank(first) < formatRank(path)) reportTo(file)('cli:format-passed-over', undefined, { file: path, better: first })
      else reportTo(file)('cli:copy-skipped', undefined, { file: path, first })
      survey.unreadable.push(file)
    }
    if (key !== undefined && first === undefined) texts.set(key, path)
    file.value = ''
    step(`read ${path}`)
  }
  return survey
}
