import { VFile } from 'vfile'
import { groupDocuments, type DocumentGroup, type GroupMember } from '../../collection/group-documents.ts'
import { languageCodes, languages, type LanguageCode } from '../../language/code.ts'
import { visibleName } from '../../message/visible.ts'
import { HexaplaError } from '../../message/report.ts'
import { detectFiles } from './detect-files.ts'
import type { DetectedVersion, DetectTask } from './detect-file.ts'
import { findFiles, isCollection } from '../input/find-files.ts'
import { checkReading, filesSaid, loadBytes, sayFatal, sayOn, type LoadOptions } from '../input/load-file.ts'
import { sayGroups, shownName } from '../screen/say-groups.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'

/** Options of `hexapla detect`. */
export interface DetectOptions extends LoadOptions, MessageOptions {
  /** Threads; all cores unless told, where that is worth it. */
  jobs?: number
}

/** What `detect` says of a file. */
interface Finding extends Omit<DetectedVersion, 'member'> {
  file: string
  /** The document: its symbols without stars, or the name that its files share; `null` where neither is known. */
  group: string | null
  /** File or document that replaces this one. */
  replacedBy: string | null
}

/** `hexapla detect FILE…`: language, score, symbol, and blocks in another language; folders, document by document. Exit code. */
export async function runDetect(paths: readonly string[], options: DetectOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: nameInputs(paths) })
  const files: VFile[] = [whole]
  try {
    const folders = (await Promise.all(paths.map(isCollection))).includes(true)
    const found = await findFiles(paths)
    files.push(...filesSaid(found.unreadable))
    if (found.files.length === 0) throw new HexaplaError('cli:folder-empty', { file: whole.path })
    checkReading(found.files, options)
    const read = new Map<string, { member: GroupMember; finding: Finding }>()
    const { jobs, ...reading } = options
    const opened = new Map(found.files.map((path) => [path, new VFile({ path })]))
    files.push(...opened.values())
    const tasks: DetectTask[] = []
    for (const [path, file] of opened) {
      const bytes = path === '-' ? await loadBytes(file, options, terminal) : undefined
      if (bytes || path !== '-') tasks.push({ path, options: reading, ...(bytes ? { bytes } : {}) })
    }
    for await (const [{ path }, { version, messages }] of detectFiles(tasks, jobs)) {
      const file = opened.get(path)
      if (file) for (const said of messages) sayOn(file, said)
      if (!version) continue
      const { member, language, score, symbol, blocks } = version
      read.set(path, { member, finding: { file: path, language, score, symbol, group: null, replacedBy: null, blocks } })
    }
    const grouping = groupDocuments([...read.values()].map(({ member }) => member))
    for (const document of grouping.documents) {
      for (const { file } of membersOf(document)) {
        const finding = read.get(file)?.finding
        const later = document.replaced.find(({ member }) => member.file === file)?.by.file ?? document.revised.find(({ member }) => member.file === file)?.by
        if (finding) Object.assign(finding, { group: document.name, replacedBy: later ?? null })
      }
    }
    const findingsOf = (members: readonly GroupMember[]): Finding[] => members.flatMap(({ file }) => read.get(file)?.finding ?? [])
    if (options.json) await terminal.stdout(`${JSON.stringify([...read.values()].map(({ finding }) => finding), undefined, 2)}\n`)
    else if (!folders) for (const { finding } of read.values()) await terminal.stdout(sayFinding(finding))
    else {
      for (const document of grouping.documents) {
        const remarks = new Map([
          ...document.twice.map(({ member, first }) => [member.file, `second in its language, beside ${first.file}`] as const),
          ...document.copies.map(({ member, first }) => [member.file, `copy of ${first.file}`] as const),
          ...document.otherFormats.map(({ member, better }) => [member.file, `passed over for ${better.file}, in a better format`] as const)
        ])
        await terminal.stdout(sayDocument(document) + findingsOf(membersOf(document)).map((finding) => indent(finding, remarks.get(finding.file))).join(''))
      }
      if (grouping.unknown.length > 0) await terminal.stdout(`no document known\n${findingsOf(grouping.unknown).map((finding) => indent(finding)).join('')}`)
    }
    if (folders) sayGroups({ documents: [], unknown: [] }, found.skipped, whole)
    return read.size === found.files.length && found.unreadable.length === 0 ? 0 : 1
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages(files, terminal, options)
  }
}

/** All files of a document, by language, the latest issue first. */
function membersOf({ versions, replaced, otherFormats, copies, twice }: DocumentGroup<GroupMember>): GroupMember[] {
  const others = [...replaced, ...otherFormats, ...copies, ...twice].map(({ member }) => member)
  return languageCodes.flatMap((code) => [...(versions[code] ? [versions[code]] : []), ...others.filter(({ language }) => language === code)])
}

/** `CD/2161: ar en, missing es fr ru zh`. */
function sayDocument(document: DocumentGroup<GroupMember>): string {
  const { versions } = document
  const [present, missing] = [true, false].map((is) => languageCodes.filter((code) => (versions[code] !== undefined) === is).join(' '))
  return `${shownName(document)}: ${present}${missing === '' ? '' : `, missing ${missing}`}\n`
}

/** A finding with what is to be remarked of it; `beside` is the remark on another file that says the same of itself. */
function indent(finding: Finding, beside?: string): string {
  const { replacedBy, symbol, group } = finding
  const [head = '', ...rest] = sayFinding(finding).trimEnd().split('\n')
  const remark = beside !== undefined ? `\t${beside}` : replacedBy !== null ? `\treplaced by ${replacedBy}` : symbol === null && group !== null ? '\there by its name' : ''
  return [head + remark, ...rest].map((line) => `  ${line}\n`).join('')
}

function sayFinding({ file, language, score, symbol, blocks }: Finding): string {
  const name = Object.values(languages).find(({ code }) => code === language)?.name ?? language
  const head = [visibleName(file), language, name, score === null ? 'given' : sureness(language, score), symbol ?? 'no symbol'].join('\t')
  const rest = blocks.map((block) => `  line ${block.line}\t${block.address}\t${block.language}`)
  return `${[head, ...rest].join('\n')}\n`
}

/**
 * What people can use of a score. English, French and Spanish are told from each other by the margin over the next, of which
 * a tenth is enough; other languages by the share of their script.
 */
function sureness(language: LanguageCode, score: number): 'sure' | 'unsure' {
  return score >= (languages[language].script === 'Latin' ? 0.1 : 0.8) ? 'sure' : 'unsure'
}
