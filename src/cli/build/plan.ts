/** Files to documents, with the names of their results. */
import path from 'node:path'
import { documentKey, hashOf } from '../../collection/keys.ts'
import type { Said } from '../../collection/said.ts'
import { groupDocuments, versionsOf, type DocumentGroup, type GroupMember } from '../../collection/group-documents.ts'
import { languageCodes, type LanguageCode } from '../../language/code.ts'
import { namesApart } from '../output/names-apart.ts'
import { safeNames } from '../output/safe-name.ts'
import { groupMessages, isReady, shownName, twiceMessages } from '../screen/say-groups.ts'
import type { KnownFile, PlannedFile } from './known-file.ts'
import { PackedList } from './packed-list.ts'
import type { AlignTask, LearnTask } from './task.ts'

/** Nobody has named the files of a folder in an order: English, in which most documents are written, comes first. */
export const folderLanguages: readonly LanguageCode[] = ['en', ...languageCodes.filter((code) => code !== 'en')]

/** Bytes of a hash. */
const hashBytes = 20

/** A document to align. */
export interface PlannedDocument {
  /** Its symbol, or the name that tells it from the others. */
  title: string
  hasSymbol: boolean
  /** Of its folder. */
  name: string
  files: PlannedFile[]
}

/** A document that cannot be aligned as its files are, and why. */
export interface UndecidedDocument {
  title: string
  languages: LanguageCode[]
  files: string[]
  /** It is among the messages of the plan, too. */
  said: Said
}

/** The documents of a collection. */
export interface Plan {
  /** In the order of their symbols. */
  documents: PackedList<PlannedDocument>
  /** Those with two files in one language. */
  undecided: UndecidedDocument[]
  /** Of all of them, in the order of `folderLanguages`. */
  languages: LanguageCode[]
  /** What is to be said of how files were grouped; `skipped` are files that are no documents. */
  messages: PackedList<Said>
}

/** Groups files into documents; those of `skipped` were passed over before. */
export function planDocuments(files: readonly KnownFile[], skipped: readonly string[]): Plan {
  const grouping = groupDocuments(files)
  const ready = grouping.documents.filter(isReady)
  const titles = titlesOf(ready)
  const names = safeNames(titles)
  const documents = new PackedList<PlannedDocument>()
  const languages = new Set<LanguageCode>()
  for (const [index, group] of ready.entries()) {
    const versions = versionsOf(group, folderLanguages)
    for (const { language } of versions) languages.add(language)
    documents.push({ title: titles[index] ?? '', hasSymbol: group.symbols.length > 0, name: names[index] ?? '', files: versions.map((version) => version.planned()) })
  }
  const undecided = grouping.documents.flatMap((group): UndecidedDocument[] => {
    const [said] = twiceMessages(group)
    const versions = versionsOf(group, folderLanguages)
    if (!said || versions.length < 2) return []
    const files = [...versions, ...group.twice.map(({ member }) => member)].map(({ file }) => file)
    return [{ title: shownName(group), languages: versions.map(({ language }) => language), files, said }]
  })
  return { documents, undecided, languages: folderLanguages.filter((code) => languages.has(code)), messages: new PackedList(groupMessages(grouping, skipped)) }
}

/** Symbols, and for documents without one what tells the names of their files apart. */
export function titlesOf(groups: ReadonlyArray<DocumentGroup<GroupMember>>): string[] {
  const apart = namesApart(groups.filter(({ symbols }) => symbols.length === 0).map(({ name }) => name))
  return groups.map(({ symbols, name }) => (symbols.length > 0 ? name : (apart.get(name) ?? name)))
}

/** What all tasks of a build have in common. */
export interface TaskContext {
  /** Folder of the output. */
  output: string
  /** Name of the settings. */
  settings: string
  /** What the names of files are relative to. */
  from: string
}

/** The task that aligns a document. */
export function alignTask(document: PlannedDocument, { output, settings, from }: TaskContext, lexicon: string | undefined, isLesson: boolean): AlignTask {
  const { title, hasSymbol } = document
  const files = document.files.map(({ file, key, given }) => ({ path: path.resolve(from, file), key, ...(given === undefined ? {} : { given }) }))
  const key = documentKey(title, document.files, settings, lexicon ?? '')
  return { kind: 'align', output, settings, key, title, hasSymbol, files, isLesson, ...(lexicon === undefined ? {} : { lexicon }) }
}

/** Pairs of languages of a document, each in the order of the alphabet. */
export function pairsIn({ files }: PlannedDocument): Array<[LanguageCode, LanguageCode]> {
  const codes = files.map(({ language }) => language).sort()
  return codes.flatMap((one, index) => codes.slice(index + 1).map((other): [LanguageCode, LanguageCode] => [one, other]))
}

/**
 * The documents to learn from: those of every pair of languages whose hashes are the lowest, `most` of a pair. Which they are
 * depends on what they say alone, not on their names or order.
 */
export function lessonsAmong(documents: PackedList<PlannedDocument>, most: number): PlannedDocument[] {
  const counts = new Map<string, number>()
  const hashes = Buffer.alloc(hashBytes * documents.length)
  const pairs = new Map<string, string[]>()
  const pairsOfAll: string[][] = []
  for (const document of documents) {
    const codes = document.files.map(({ language }) => language).join()
    const own = pairs.get(codes) ?? pairsIn(document).map((pair) => pair.join())
    pairs.set(codes, own)
    for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    hashes.write(hashOf('lesson', document.files.map(({ key }) => key)), hashBytes * pairsOfAll.length, 'hex')
    pairsOfAll.push(own)
  }
  const hashAt = (index: number): Buffer => hashes.subarray(hashBytes * index, hashBytes * (index + 1))
  const taken = new Map<string, number>()
  const chosen = new Set<number>()
  for (const index of Uint32Array.from(pairsOfAll.keys()).sort((a, b) => hashAt(a).compare(hashAt(b)))) {
    // A document teaches those that are there in the same two languages.
    const wanted = (pairsOfAll[index] ?? []).filter((pair) => (counts.get(pair) ?? 0) > 1 && (taken.get(pair) ?? 0) < most)
    if (wanted.length === 0) continue
    chosen.add(index)
    for (const pair of wanted) taken.set(pair, (taken.get(pair) ?? 0) + 1)
  }
  let index = 0
  const lessons: PlannedDocument[] = []
  for (const document of documents) if (chosen.has(index++)) lessons.push(document)
  return lessons
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
