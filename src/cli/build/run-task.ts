import { BitextCollection, type LearnedLexicon } from '../../align/index.ts'
import { alignJob, type AlignJob } from '../../collection/job.ts'
import { hashOfBytes, versionKey } from '../../collection/keys.ts'
import type { InputFile } from '../../collection/read-version.ts'
import { isFatal, saidOf, type Said } from '../../collection/said.ts'
import { isSurveyed, surveyFile, type SurveyedVersion } from '../../collection/survey.ts'
import { HexaplaError } from '../../message/report.ts'
import { nameDocument } from '../align/align-document.ts'
import { readExport } from '../input/archived-file.ts'
import { collectGarbage } from './garbage.ts'
import { pairsOf, type Settings } from './settings.ts'
import { statFile } from './stat-file.ts'
import { Store } from './store.ts'
import type { SurveyLine } from './survey-line.ts'
import type { AlignTask, LearnTask, SurveyTask, Task, TaskFile, TaskOutcome, TaskValue } from './task.ts'

/** Documents of a pair of languages from which there is something to learn for each other. */
const leastDocuments = 2

/** Does a task. What is wrong with a document is its outcome; what is wrong with the folder of the output stops the build. */
export async function runTask(task: Task): Promise<TaskOutcome> {
  try {
    return { value: await valueOf(task, new Store(task.output)) }
  } catch (error) {
    return { stop: saidOf(error, error instanceof HexaplaError ? error.file : undefined) }
  } finally {
    collectGarbage()
  }
}

function valueOf(task: Task, store: Store): Promise<TaskValue> | TaskValue {
  switch (task.kind) {
    case 'survey':
      return surveyAll(task, store)
    case 'align':
      return align(task, store)
    case 'learn':
      return learn(task, store)
  }
}

async function surveyAll(task: SurveyTask, store: Store): Promise<SurveyLine[]> {
  const settings = settingsOf(store, task.settings)
  const lines: SurveyLine[] = []
  // The next file is read while one is parsed.
  let next = task.files[0] && openFile(task.files[0].path, settings)
  for (const [at, file] of task.files.entries()) {
    const opened = await next
    const following = task.files[at + 1]
    next = following && openFile(following.path, settings)
    if (opened) lines.push(await surveyOne(file, opened, task.settings, settings, store))
  }
  return lines
}

/** A file as it is read, or why it cannot be. */
type OpenedFile = { error: unknown } | { status: Awaited<ReturnType<typeof statFile>>; input: InputFile }

async function openFile(place: string, { options }: Settings): Promise<OpenedFile> {
  try {
    // Before the bytes: where it is changed meanwhile, the next run sees it.
    const status = await statFile(place)
    return { status, input: { path: place, bytes: await readExport(place, options.limit) } }
  } catch (error) {
    return { error }
  }
}

async function surveyOne(file: TaskFile, opened: OpenedFile, settingsKey: string, settings: Settings, store: Store): Promise<SurveyLine> {
  const { path: place, given } = file
  const unread = (error: unknown): SurveyLine => ({ settings: settingsKey, path: place, size: -1, time: '', bytes: '', key: '', messages: [saidOf(error, place)] })
  if ('error' in opened) return unread(opened.error)
  const { status, input } = opened
  const bytes = hashOfBytes(input.bytes)
  const key = versionKey(place, bytes, settingsKey, given)
  const survey = await surveyFile(input, readingOptions(settings, file))
  const line = { settings: settingsKey, path: place, ...status, bytes, key, ...(given === undefined ? {} : { given }) }
  if (!isSurveyed(survey)) return { ...line, messages: survey.messages }
  store.writeVersion(key, survey)
  return { ...line, member: survey.member }
}

function readingOptions({ options }: Settings, { path: file, given }: TaskFile): AlignJob['options'] {
  return given === undefined ? options : { ...options, lang: [`${file}=${given}`] }
}

/** Aligns a document; the failure, where there is one. */
async function align(task: AlignTask, store: Store): Promise<Said | null> {
  const settings = settingsOf(store, task.settings)
  const { title, key } = task
  const versions: AlignJob['files'][number][] = []
  for (const file of task.files) {
    const version = await versionOf(file, task.settings, settings, store)
    if ('id' in version) return version
    versions.push(version)
  }
  const learned = task.lexicon === undefined ? [] : lexiconsOf(store, task.lexicon)
  const { aligned, messages } = await alignJob({ files: versions, options: settings.options, lexicons: [...settings.lexicons, ...learned], dictionary: pairsOf(settings) })
  const names = task.files.map((file) => file.path)
  const numbered = messages.map(({ file, ...rest }): Said => (file === undefined ? rest : { file: String(names.indexOf(file)), ...rest }))
  if (aligned) {
    nameDocument(aligned.document, task.hasSymbol ? { symbol: title } : { name: title })
    store.writeResult(key, { ...aligned, messages: numbered })
  } else store.writeFailure(key, { document: title, files: names, messages: numbered })
  if (!task.isLesson) for (const file of task.files) store.dropVersion(file.key)
  return messages.find(isFatal) ?? null
}

/** A version as it was surveyed, or read again; the message where its file is not what it was. */
async function versionOf(file: AlignTask['files'][number], settingsKey: string, settings: Settings, store: Store): Promise<Said | SurveyedVersion> {
  const kept = store.readVersion(file.key)
  if (kept) return at(kept, file.path)
  try {
    const bytes = await readExport(file.path, settings.options.limit)
    if (versionKey(file.path, hashOfBytes(bytes), settingsKey, file.given) !== file.key) throw new HexaplaError('build:input-changed', { file: file.path })
    const survey = await surveyFile({ path: file.path, bytes }, readingOptions(settings, file))
    if (isSurveyed(survey)) return survey
    const [first] = survey.messages.filter(isFatal)
    return first ?? saidOf(new HexaplaError('build:input-changed', { file: file.path }), file.path)
  } catch (error) {
    return saidOf(error, file.path)
  }
}

/** A version under the name that its file has now. */
function at(version: SurveyedVersion, file: string): SurveyedVersion {
  return { ...version, member: { ...version.member, file }, messages: version.messages.map((said) => ({ ...said, file })) }
}

/** The lexicon of a pair of languages as JSON. */
function learn({ source, target, lessons }: LearnTask, store: Store): string | null {
  const collection = new BitextCollection()
  for (const key of lessons) {
    const result = store.readResult(key)
    const units = result?.units.flatMap((unit) => {
      const { [source]: left, [target]: right } = unit.versions
      return left && right ? [{ ...unit, versions: { [source]: left, [target]: right } }] : []
    })
    if (units) collection.add(units, key)
  }
  const [lexicon] = collection.lexicons(leastDocuments)
  return lexicon ? JSON.stringify(lexicon) : null
}

/** What a worker has read already; it works for one build at a time. */
const known: { settings?: [key: string, Settings]; lexicons?: [key: string, LearnedLexicon[]] } = {}

function settingsOf(store: Store, key: string): Settings {
  if (known.settings?.[0] !== key) known.settings = [key, need(store.readSettings(key), store.place('settings', `${key}.json`))]
  return known.settings[1]
}

function lexiconsOf(store: Store, key: string): LearnedLexicon[] {
  if (known.lexicons?.[0] !== key) known.lexicons = [key, need(store.readLexicons(key), store.place('lexicons', `${key}.json`))]
  return known.lexicons[1]
}

function need<Value>(value: Value | undefined, file: string): Value {
  if (value === undefined) throw new HexaplaError('build:state-missing', { file }, file)
  return value
}
