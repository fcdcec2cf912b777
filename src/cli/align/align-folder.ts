import { statSync } from 'node:fs'
import path from 'node:path'
import { VFile } from 'vfile'
import { BitextCollection, type LearnedLexicon } from '../../align/index.ts'
import type { AlignedVersions } from '../../pipeline/align-versions.ts'
import type { InputFile } from '../../collection/read-version.ts'
import type { SurveyedVersion } from '../../collection/survey.ts'
import { groupDocuments, versionsOf, type DocumentGroup, type GroupMember } from '../../collection/group-documents.ts'
import { languageCodes, type LanguageCode } from '../../language/code.ts'
import { HexaplaError, reportTo } from '../../message/report.ts'
import type { AlignedDocument } from '../../tree/unit.ts'
import { writeFormats, type Exclusion } from '../../write/index.ts'
import { sayAlignment, type AlignCommandOptions } from './align.ts'
import { nameDocument, runJob, type DocumentFiles } from './align-document.ts'
import { archiveOf } from '../input/archived-file.ts'
import { findFiles } from '../input/find-files.ts'
import { checkReading, filesSaid, sayFatal } from '../input/load-file.ts'
import { lexiconText, sayLexicon } from './lexicon-file.ts'
import { readOutputPlace, type OutputPlace } from '../output/output-place.ts'
import { readKnowledge, type Knowledge } from '../input/read-knowledge.ts'
import { withAbbreviations } from '../input/read-list.ts'
import { startProgress, type Progress } from '../screen/progress.ts'
import { namesApart } from '../output/names-apart.ts'
import { safeNames } from '../output/safe-name.ts'
import { checkTarget, saveFiles } from '../output/save-files.ts'
import { isReady, sayGroups } from '../screen/say-groups.ts'
import { surveyedVersion, surveyFiles, type Survey } from '../input/survey-files.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import { systemName } from '../process/system-name.ts'
import type { Terminal } from '../screen/terminal.ts'
import { sayExclusions, sayFiles, sayLines, saveReport, writeOutput, type Output } from '../output/write-output.ts'

/** Options of `hexapla align FOLDER…`. */
export interface AlignFolderOptions extends AlignCommandOptions {
  /** Whether a lexicon is learned from all documents first; `true` unless told. */
  learn?: boolean
}

/** Pairs of languages that are said one by one. */
const fewLexicons = 3

/** Documents of a pair of languages from which there is something to learn for each other. */
const leastDocuments = 2

/**
 * `hexapla align FOLDER…`: the files grouped into documents, each aligned by itself, into a folder of its own or all into
 * one file. They are aligned once to learn a lexicon from all of them, and again with it. Exit code: 1 where a file or a document could not be done; the others are, all the same.
 */
export async function runAlignFolder(paths: readonly string[], options: AlignFolderOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: nameInputs(paths) })
  const run = new FolderRun(whole, options, terminal)
  try {
    await run.align(paths)
  } catch (error) {
    sayFatal(whole, error)
  } finally {
    run.stop()
    showMessages(run.files, terminal, options)
  }
  return run.files.some(({ messages }) => messages.some(({ fatal }) => fatal)) ? 1 : 0
}

/** A document on its way: its files, and the name of its folder. */
interface Task {
  group: DocumentGroup<GroupMember>
  name: string
  /** Its symbol, or the name that tells it from the others. */
  title: string
}

class FolderRun {
  /** All that was read, with the messages on it. */
  readonly files: VFile[]
  readonly #whole: VFile
  #options: AlignFolderOptions
  readonly #terminal: Terminal
  #progress: Progress | undefined
  #survey: Survey | undefined

  constructor(whole: VFile, options: AlignFolderOptions, terminal: Terminal) {
    this.files = [whole]
    this.#whole = whole
    this.#options = options
    this.#terminal = terminal
  }

  async align(paths: readonly string[]): Promise<void> {
    const options = (this.#options = await withAbbreviations(this.#options, reportTo(this.#whole)))
    const place = await readOutputPlace(options)
    const knowledge = await readKnowledge(options, reportTo(this.#whole))
    const { files, skipped, unreadable: closed } = await findFiles(paths, options.output)
    this.files.push(...filesSaid(closed))
    if (files.length === 0) throw new HexaplaError('cli:folder-empty', { file: nameInputs(paths) })
    checkReading(files, options)
    if (options.report !== undefined) await checkTarget(options.report, files)
    this.#progress = startProgress(this.#sizeOf(files), this.#terminal, options)
    const survey = (this.#survey = await surveyFiles(files, options, this.#terminal, (file) => this.#progress?.step(`read ${file}`, this.#sizeOf([file]))))
    for (const file of survey.unreadable) this.files.push(file)
    const grouping = groupDocuments(survey.members)
    sayGroups(grouping, skipped, this.#whole)
    const ready = grouping.documents.filter(isReady)
    if (ready.length === 0) throw new HexaplaError('cli:nothing-to-align', { file: nameInputs(paths) })
    const apart = namesApart(ready.filter(({ symbols }) => symbols.length === 0).map(({ name }) => name))
    const titles = ready.map(({ symbols, name }) => (symbols.length > 0 ? name : (apart.get(name) ?? name)))
    const names = safeNames(titles)
    const exclusions: Exclusion[] = []
    const written: string[] = []
    const tasks = ready.map((group, index) => ({ group, name: names[index] ?? '', title: titles[index] ?? '' }))
    const teachers = options.learn === false ? [] : tasks.filter((task) => hasCompany(task, tasks))
    this.#progress.stop()
    this.#progress = startProgress([...teachers, ...tasks].reduce((sum, { group }) => sum + this.#sizeOf(filesOf(group)), 0), this.#terminal, options)
    const learned = await this.#learn(teachers, knowledge)
    const known = { ...knowledge, lexicons: [...knowledge.lexicons, ...learned] }
    for (const output of place.kind === 'folder' ? tasks.map((task) => () => this.#writeDocument(task, known, place)) : [() => this.#writeAll(tasks, known, place)]) {
      const { files: own, exclusions: some } = await output()
      written.push(...own)
      for (const exclusion of some) exclusions.push(exclusion)
    }
    const listed = [...(await saveLexicons(learned, place)).map((file) => `wrote ${file}`), ...(await saveReport(options, exclusions))]
    if (!options.json) this.#terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...listed, ...sayFolders(place, written)]))
  }

  stop(): void {
    this.#progress?.stop()
  }

  /** Bytes of files: what they ask of a run goes by it. */
  #sizeOf(files: readonly string[]): number {
    return files.reduce((sum, file) => sum + (statSync(systemName(archiveOf(file)?.archive ?? file), { throwIfNoEntry: false })?.size ?? 0), 0)
  }

  /** The units of a document; `undefined` where it cannot be aligned, with messages on its files. */
  async #alignTask({ group, title }: Task, knowledge: Knowledge): Promise<AlignedDocument | undefined> {
    const files = versionsOf(group, folderLanguages).map(({ file }) => new VFile({ path: file }))
    const whole = new VFile({ path: group.name })
    this.files.push(...files, whole)
    try {
      const aligned = await this.#alignFiles({ files, whole }, this.#options, knowledge)
      if (!aligned) return undefined
      nameDocument(aligned.document, group.symbols.length > 0 ? { symbol: group.name } : { name: title })
      this.#say(sayAlignment(aligned))
      return aligned
    } finally {
      for (const { path: file } of files) this.#survey?.kept.drop(file)
    }
  }

  /** Aligns versions that were read before; `undefined` where that cannot be done, with messages on them. */
  async #alignFiles(document: DocumentFiles, options: AlignFolderOptions, knowledge: Knowledge): Promise<AlignedVersions | undefined> {
    const versions: Array<InputFile | SurveyedVersion> = []
    for (const file of document.files) {
      const version = this.#survey && (await surveyedVersion(file, this.#survey, options, this.#terminal))
      if (version) versions.push(version)
    }
    const [name, size] = [document.whole.path, this.#sizeOf(document.files.map(({ path: file }) => file))]
    const progress = (share: number): void => this.#progress?.within(`aligning ${name}`, share, size)
    const aligned = versions.length < document.files.length ? undefined : await runJob(document, { files: versions, options, progress }, knowledge)
    this.#progress?.step(`aligned ${name}`, size)
    return aligned
  }

  /** What all documents of a pair of languages teach; of messages on them the second alignment hears. */
  async #learn(tasks: readonly Task[], knowledge: Knowledge): Promise<LearnedLexicon[]> {
    const collection = new BitextCollection()
    for (const { group } of tasks) {
      const files = filesOf(group).map((file) => new VFile({ path: file }))
      const aligned = await this.#alignFiles({ files, whole: new VFile({ path: group.name }) }, { ...this.#options, unit: 'sentence' }, knowledge)
      if (aligned) collection.add(aligned.units, group.name)
    }
    const lexicons = collection.lexicons(leastDocuments)
    this.#say(this.#options.verbose === true || lexicons.length <= fewLexicons ? lexicons.map((lexicon) => `learned ${sayLexicon(lexicon)}`) : [`learned ${lexicons.length} language pairs: ${lexicons.reduce((sum, { links }) => sum + links.length, 0)} links`])
    return lexicons
  }

  async #writeDocument(task: Task, knowledge: Knowledge, place: OutputPlace & { kind: 'folder' }): Promise<Output> {
    const aligned = await this.#alignTask(task, knowledge)
    if (!aligned) return { files: [], exclusions: [], listed: [] }
    const own = { ...place, folder: path.join(place.folder, task.name) }
    return writeOutput(
      (formats, settled, listeners) => writeFormats(formats, [aligned], settled, listeners),
      task.name,
      own,
      this.#options,
      { report: reportTo(this.#whole), terminal: this.#terminal, listsLater: true }
    )
  }

  /** All documents, one after the other, into one file. */
  async #writeAll(tasks: readonly Task[], knowledge: Knowledge, place: OutputPlace): Promise<Output> {
    const languages = folderLanguages.filter((code) => tasks.some(({ group }) => group.versions[code]))
    const documents = async function* (this: FolderRun): AsyncGenerator<AlignedDocument> {
      for (const task of tasks) {
        const aligned = await this.#alignTask(task, knowledge)
        if (aligned) yield aligned
      }
    }
    return writeOutput(
      (formats, settled, listeners) => writeFormats(formats, documents.call(this), { ...settled, languages }, listeners),
      '',
      place,
      this.#options,
      { report: reportTo(this.#whole), terminal: this.#terminal, listsLater: true }
    )
  }

  #say(lines: readonly string[]): void {
    if (!this.#options.json && this.#options.output !== undefined) this.#terminal.stderr(sayLines(lines))
  }
}

/** Nobody has named the files of a folder in an order: English, in which most documents are written, comes first. */
const folderLanguages: readonly LanguageCode[] = ['en', ...languageCodes.filter((code) => code !== 'en')]

/** What was written, for people. */
function sayFolders(place: OutputPlace, files: readonly string[]): string[] {
  const folders = new Set(files.map((file) => path.dirname(file)))
  if (place.kind !== 'folder' || folders.size < 2) return sayFiles(files)
  const page = files.find((file) => file.endsWith('.html'))
  return [`wrote ${files.length} files in ${folders.size} folders of ${place.folder}`, ...(page === undefined ? [] : [`open ${page}, for example, to see the versions side by side`])]
}


function filesOf(group: DocumentGroup<GroupMember>): string[] {
  return versionsOf(group).map(({ file }) => file)
}

/** Whether another document is there in two of the same languages. */
function hasCompany(task: Task, tasks: readonly Task[]): boolean {
  const shared = (other: Task): number => languageCodes.filter((code) => task.group.versions[code] && other.group.versions[code]).length
  return tasks.some((other) => other !== task && shared(other) > 1)
}

/** Saves what was learned beside the output, to be used again with `--lexicon`; nothing where the output has no place. */
async function saveLexicons(lexicons: readonly LearnedLexicon[], place: OutputPlace): Promise<string[]> {
  if (lexicons.length === 0 || place.kind === 'stdout') return []
  const file = place.kind === 'folder' ? 'lexicon.json' : `${path.parse(place.file).name}.lexicon.json`
  return saveFiles(place.folder, [{ file, text: lexiconText(lexicons), last: true }])
}
