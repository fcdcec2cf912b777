/** One document from the files of its versions to units: a function of what it is given, for commands, workers and queues alike. */
import path from 'node:path'
import type { AlignDocumentsOptions, LearnedLexicon } from '../align/index.ts'
import { alignVersions, type AlignedVersions } from '../pipeline/align-versions.ts'
import { readSymbol } from '../grammar/symbol.ts'
import type { LanguageCode } from '../language/code.ts'
import { HexaplaError, type Report } from '../message/report.ts'
import { symbolsOf } from '../tree/record.ts'
import type { Unit } from '../tree/unit.ts'
import type { InputFile, ReadingOptions } from './read-version.ts'
import { gatherSaid, saidOf, type Said } from './said.ts'
import { isSurveyed, surveyFile, type SurveyedVersion } from './survey.ts'

/** What changes the units of a document, beside its files and lexicons. */
export interface JobOptions extends ReadingOptions {
  /** What units are made of; sentences unless told. */
  unit?: Unit['granularity'] | 'both'
  /** A language that the document must have. */
  source?: LanguageCode
}

/** A document to align. */
export interface AlignJob {
  /** Its versions, the source first: files with their bytes, or what was read of them before. */
  files: ReadonlyArray<InputFile | SurveyedVersion>
  options: JobOptions
  /** Lexicons learned from other texts. */
  lexicons?: readonly LearnedLexicon[]
  /** The user's own word pairs. */
  dictionary?: AlignDocumentsOptions['dictionary']
  /** Hears which share of the alignment is done. */
  progress?: AlignDocumentsOptions['progress']
}

/** Milliseconds that a job took, for those who watch; they differ from run to run and belong in no result. */
export interface JobTimings {
  read: number
  align: number
}

/** What a job gives. */
export interface JobResult {
  /** Units, the record of the document, and the evidence of each pair; missing where it could not be done, and a fatal message says why. */
  aligned?: AlignedVersions
  messages: Said[]
  timings: JobTimings
}

/** Reads and aligns the versions of one document. */
export async function alignJob({ files, options, lexicons, dictionary, progress }: AlignJob): Promise<JobResult> {
  const messages: Said[] = []
  const timings: JobTimings = { read: 0, align: 0 }
  const begun = process.hrtime.bigint()
  const versions: SurveyedVersion[] = []
  let isWhole = true
  for (const file of files) {
    const version = 'bytes' in file ? await surveyFile(file, options) : file
    messages.push(...version.messages)
    if (!isSurveyed(version)) {
      isWhole = false
      continue
    }
    const { member } = version
    const first = versions.find((other) => other.member.text === member.text)
    if (first) gatherSaid(messages, member.file)('cli:copy-skipped', undefined, { file: member.file, first: first.member.file })
    else versions.push(version)
  }
  const read = process.hrtime.bigint()
  timings.read = millisecondsBetween(begun, read)
  if (!isWhole) return { messages, timings }
  try {
    checkVersions(versions, options)
    const aligned = alignVersions(
      versions.map(({ root, member: { file } }) => ({ root, file: file === '-' ? 'stdin' : path.basename(file) })),
      {
        report: reportByLanguage(versions, messages),
        units: unitsOf(options),
        ...(lexicons === undefined ? {} : { lexicons }),
        ...(dictionary === undefined ? {} : { dictionary }),
        ...(options.force ? { force: true } : {}),
        ...(progress ? { progress } : {})
      }
    )
    timings.align = millisecondsBetween(read, process.hrtime.bigint())
    return { aligned, messages, timings }
  } catch (error) {
    messages.push(saidOf(error))
    return { messages, timings }
  }
}

function millisecondsBetween(begun: bigint, ended: bigint): number {
  return Number(ended - begun) / 1e6
}

/** What is said of a block goes to the file that it stands in, anything else to the document as a whole. */
function reportByLanguage(versions: readonly SurveyedVersion[], messages: Said[]): Report {
  const files = new Map<string, string>(versions.map(({ member: { language, file } }) => [language, file]))
  return (id, place, values) => {
    const { language = '' } = values as { language?: string }
    gatherSaid(messages, files.get(language))(id, place, values)
  }
}

function checkVersions(versions: readonly SurveyedVersion[], { force, source }: JobOptions): void {
  if (versions.length < 2) throw new HexaplaError('cli:too-few-versions', { count: versions.length })
  const seen = new Map<string, string>()
  for (const { member: { language, file } } of versions) {
    const first = seen.get(language)
    if (first !== undefined) throw new HexaplaError('cli:language-twice', { language, file, first })
    seen.set(language, file)
  }
  if (source !== undefined && !seen.has(source)) throw new HexaplaError('write:source-missing', { actual: source, expected: [...seen.keys()] })
  const [first, ...rest] = versions.flatMap(({ root, member: { file } }) => {
    const symbols = symbolsOf(root)
    return symbols.length === 0 ? [] : [{ name: `${symbols.join('–')} in ${file}`, bases: symbols.map((symbol) => readSymbol(symbol).base) }]
  })
  // A version of a joint document may have only one of its symbols.
  const other = rest.find(({ bases }) => !bases.some((base) => first?.bases.includes(base)))
  if (first && other && !force) throw new HexaplaError('cli:symbols-differ', { first: first.name, second: other.name })
}

/** Sentences, unless told. */
function unitsOf({ unit = 'sentence' }: JobOptions): Array<Unit['granularity']> {
  return unit === 'both' ? ['sentence', 'paragraph'] : [unit]
}
