/** Files to documents, with the names of their results. */
import { documentKey, hashOf } from '../../collection/keys.ts'
import { sharedName } from '../../collection/file-name.ts'
import { groupDocuments, versionsOf, type DocumentGroup, type GroupMember, type Grouping } from '../../group-documents.ts'
import { languageCodes, type LanguageCode } from '../../language/code.ts'
import { namesApart } from '../names-apart.ts'
import { safeNames } from '../safe-name.ts'
import { isReady } from '../say-groups.ts'
import type { SurveyLine } from './survey-line.ts'
import type { AlignTask, LearnTask } from './task.ts'

/** Nobody has named the files of a folder in an order: English, in which most documents are written, comes first. */
export const folderLanguages: readonly LanguageCode[] = ['en', ...languageCodes.filter((code) => code !== 'en')]

/** A file as the user names it, and what is known of it. */
export interface KnownFile extends GroupMember {
  line: SurveyLine
}

/** A document to align. */
export interface PlannedDocument {
  /** Its symbol, or the name that tells it from the others. */
  title: string
  hasSymbol: boolean
  /** Of its folder. */
  name: string
  files: KnownFile[]
}

/** A file with what is known of it, under the name that the user gives it. */
export function knownFile(file: string, line: SurveyLine, member: GroupMember): KnownFile {
  const { language, symbols, reissue, format, text } = member
  const name = sharedName(file, language)
  return {
    file,
    line,
    language,
    symbols,
    ...(name === undefined ? {} : { name }),
    ...(reissue === undefined ? {} : { reissue }),
    ...(format === undefined ? {} : { format }),
    ...(text === undefined ? {} : { text })
  }
}

/** The documents among files, in the order of their symbols. */
export function planDocuments(files: readonly KnownFile[]): { grouping: Grouping<KnownFile>; documents: PlannedDocument[] } {
  const grouping = groupDocuments(files)
  const ready = grouping.documents.filter(isReady)
  const titles = titlesOf(ready)
  const names = safeNames(titles)
  const documents = ready.map((group, index) => ({
    title: titles[index] ?? '',
    hasSymbol: group.symbols.length > 0,
    name: names[index] ?? '',
    files: versionsOf(group, folderLanguages)
  }))
  return { grouping, documents }
}

/** Symbols, and for documents without one what tells the names of their files apart. */
export function titlesOf(groups: ReadonlyArray<DocumentGroup<GroupMember>>): string[] {
  const apart = namesApart(groups.filter(({ symbols }) => symbols.length === 0).map(({ name }) => name))
  return groups.map(({ symbols, name }) => (symbols.length > 0 ? name : (apart.get(name) ?? name)))
}

/** The task that aligns a document. */
export function alignTask(document: PlannedDocument, output: string, settings: string, lexicon: string | undefined, isLesson: boolean): AlignTask {
  const { title, hasSymbol } = document
  const files = document.files.map(({ line }) => ({ path: line.path, bytes: line.bytes, key: line.key, ...(line.given === undefined ? {} : { given: line.given }) }))
  const key = documentKey(title, document.files.map(({ file, line }) => ({ file, key: line.key })), settings, lexicon ?? '')
  return { kind: 'align', output, settings, key, title, hasSymbol, files, isLesson, ...(lexicon === undefined ? {} : { lexicon }) }
}

/** Pairs of languages of a document, each in the order of the alphabet. */
export function pairsIn({ files }: PlannedDocument): Array<[LanguageCode, LanguageCode]> {
  const codes = files.map(({ language }) => language).sort()
  return codes.flatMap((one, index) => codes.slice(index + 1).map((other): [LanguageCode, LanguageCode] => [one, other]))
}

/** Which of `count` shards something belongs to, from 1. */
export function shardOf(name: string, count: number): number {
  return (Number.parseInt(hashOf('shard', name).slice(0, 8), 16) % count) + 1
}

/**
 * The documents to learn from: those of every pair of languages whose hashes are the lowest, `most` of a pair. Which they are
 * depends on what they say alone, not on their names or order.
 */
export function lessonsAmong(documents: readonly PlannedDocument[], most: number): PlannedDocument[] {
  const counts = new Map<string, number>()
  for (const document of documents) for (const pair of pairsIn(document)) counts.set(pair.join(), (counts.get(pair.join()) ?? 0) + 1)
  const taken = new Map<string, number>()
  const hashed = documents.map((document) => ({ document, hash: hashOf('lesson', document.files.map(({ line }) => line.key)) }))
  const chosen = new Set<PlannedDocument>()
  for (const { document } of hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1))) {
    // A document teaches those that are there in the same two languages.
    const wanted = pairsIn(document).map((pair) => pair.join()).filter((pair) => (counts.get(pair) ?? 0) > 1 && (taken.get(pair) ?? 0) < most)
    if (wanted.length === 0) continue
    chosen.add(document)
    for (const pair of wanted) taken.set(pair, (taken.get(pair) ?? 0) + 1)
  }
  return documents.filter((document) => chosen.has(document))
}

/** The tasks that learn words from documents that were aligned, one for each pair of languages, in the order of the alphabet. */
export function learnTasks(lessons: ReadonlyArray<{ document: PlannedDocument; key: string }>, output: string, settings: string): LearnTask[] {
  const keys = new Map<string, { pair: [LanguageCode, LanguageCode]; lessons: string[] }>()
  for (const { document, key } of lessons) {
    for (const pair of pairsIn(document)) {
      const known = keys.get(pair.join())
      if (known) known.lessons.push(key)
      else keys.set(pair.join(), { pair, lessons: [key] })
    }
  }
  const pairs = [...keys].sort(([a], [b]) => (a < b ? -1 : 1))
  return pairs.map(([, { pair: [source, target], lessons: taught }]) => ({ kind: 'learn', output, settings, source, target, lessons: taught.sort() }))
}
