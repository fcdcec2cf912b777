import path from 'node:path'
import { versionsOf, type DocumentGroup, type Grouping, type GroupMember } from '../../collection/group-documents.ts'
import type { VFile } from 'vfile'
import { gatherSaid, saidOf, type Said } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { sayOn } from '../input/load-file.ts'

/** Whether a document is to be aligned: two languages, one file each, and not all of them revised. */
export function isReady(document: DocumentGroup<GroupMember>): boolean {
  return versionsOf(document).length > 1 && document.twice.length === 0 && !isRevised(document)
}

/** Whether there is a later issue of every version. */
export function isRevised(document: DocumentGroup<GroupMember>): boolean {
  return document.revised.length === versionsOf(document).length
}

/** What a document is called: one that is called after the folder in which the command runs has that folder's own name. */
export function shownName({ name }: DocumentGroup<GroupMember>): string {
  return name === '.' ? path.basename(path.resolve(name)) : name
}

/** Says what of a folder is not aligned, and what was taken for granted. */
export function sayGroups(grouping: Grouping<GroupMember>, skipped: readonly string[], whole: VFile): void {
  for (const message of groupMessages(grouping, skipped)) sayOn(whole, message)
}

/** What is to be said of a folder: what of it is not aligned, and what was taken for granted. */
export function groupMessages({ documents, unknown }: Grouping<GroupMember>, skipped: readonly string[]): Said[] {
  const messages: Said[] = []
  const report = gatherSaid(messages)
  if (skipped.length > 0) report('cli:file-skipped', undefined, { count: skipped.length, files: few(skipped) })
  for (const { file } of unknown) report('cli:symbol-missing', undefined, { file })
  for (const document of documents) addGroup(document, messages)
  return messages
}

function addGroup(document: DocumentGroup<GroupMember>, messages: Said[]): void {
  const report = gatherSaid(messages)
  const { replaced, otherFormats, copies, revised, byName } = document
  const [only, more] = versionsOf(document)
  if (byName.length > 0) report('cli:symbol-from-name', undefined, { files: few(byName.map(({ file }) => file)), document: shownName(document) })
  for (const { member, by } of replaced) report('cli:issue-replaced', undefined, { file: said(member), by: said(by) })
  for (const { member, better } of otherFormats) report('cli:format-passed-over', undefined, { file: member.file, better: better.file })
  for (const { member, first } of copies) report('cli:copy-skipped', undefined, { file: member.file, first: first.file })
  messages.push(...twiceMessages(document))
  for (const { member, by } of revised) report(isRevised(document) ? 'cli:issue-replaced' : 'cli:issue-revised', undefined, { file: said(member), by })
  if (only && !more && revised.length === 0) report('cli:version-alone', undefined, { document: shownName(document), language: only.language, file: only.file })
}

/** Says which files are second in their language: nobody can tell which of two is meant. */
export function twiceMessages({ twice }: Pick<DocumentGroup<GroupMember>, 'twice'>): Said[] {
  return twice.map(({ member, first }) => saidOf(new HexaplaError('cli:language-twice', { language: member.language, file: member.file, first: first.file })))
}

function said({ file, symbols }: GroupMember): string {
  return symbols.length === 0 ? file : `${file} (${symbols.join('–')})`
}

/** The first of some files, and how many more there are. */
export function few(files: readonly string[]): string {
  return files.length <= 6 ? files.join(', ') : `${files.slice(0, 5).join(', ')} and ${files.length - 5} more`
}
