import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { VFile } from 'vfile'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { documentsOf, languagesOf, LogFile, pageFiles, readLog, Realigner, reportOf, reviewRoutes, sayReport, Session, tableOf, takeFrom, type AlignTask, type DocumentAligner, type LogEntry, type Patch, type PrintedPages, type Table } from '../../review/index.ts'
import { fixedRoutes, serve, type Serving } from '../../server/index.ts'
import type { AlignedDocument, Unit } from '../../tree/unit.ts'
import { unitFormats, writeFormats, type UnitFormatName } from '../../write/index.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { LanguageTag } from '../../language/tag.ts'
import type { LoadOptions } from '../input/load-file.ts'
import { sayFatal } from '../input/load-file.ts'
import { readParts } from '../memory/memory-inputs.ts'
import { loadReviewed } from './load-reviewed.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { printedPages } from './printed-pages.ts'
import { saveFiles } from '../output/save-files.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { threadPool } from '../process/thread-pool.ts'
import { sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla review`. */
export interface ReviewCommandOptions extends LoadOptions, MessageOptions {
  /** Where the edits are kept. */
  log?: string
  port?: number
  /** The version that is neither split nor merged. */
  source?: LanguageCode
  /** Whether only the report on the aligner is printed. */
  report?: boolean
  /** Folders with the files that a memory was made from. */
  sources?: string[]
  /** Files of others whose edits become edits of this review. */
  take?: string[]
  output?: string
  to?: UnitFormatName[]
}

/** Far more than a person types. */
const rate = { perSecond: 500, burst: 2000 }

/** `hexapla review FILES…|FOLDER|MEMORY`: a page to put an alignment right; or, with `-o`, what came of it, or a report. Exit code. */
export async function runReview(inputs: readonly string[], options: ReviewCommandOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: inputs.join(', ') })
  const messages: VFile[] = [whole]
  let log: LogFile | undefined
  try {
    const { documents, files, base, stem, printed } = await loadReviewed(inputs, options, messages, whole, terminal)
    const table = tableOf(sentencesOf(documents))
    if (table.rows.length === 0 || languagesOf(table).length < 2) throw new HexaplaError('review:nothing', { file: inputs.join(', ') }, inputs[0])
    const logPath = options.log ?? path.join(base, `${stem}.review.jsonl`)
    const isRead = options.report === true || options.output !== undefined || options.to !== undefined
    if (!isRead || options.take !== undefined) log = new LogFile(logPath)
    const entries = log?.entries ?? (existsSync(logPath) ? readLog(logPath).entries : [])
    const session = new Session(table)
    const lost = session.replay(entries)
    for (const { op, at } of lost) reportTo(whole)('review:edit-lost', undefined, { op, at })
    for (const file of options.take ?? []) await takeFile(file, { session, log, before: table }, whole, terminal)
    if (options.report) {
      const found = reportOf(session, kept(entries, lost), before(table))
      await terminal.stdout(options.json ? `${JSON.stringify(found)}\n` : sayReport(found))
      return 0
    }
    if (isRead) {
      await writeReviewed(session, { inputs: [...files, logPath], stem }, options, whole, terminal)
      return 0
    }
    if (log === undefined || options.take !== undefined) return 0
    showMessages(messages, terminal, options)
    for (const file of messages) file.messages = []
    const serving = await servePage(session, log, { title: stem, original: originalOf(table, options), stem: `${stem}.reviewed`, folder: base, keep: [...files, logPath], printed: printedPages(printed, table, options) }, options, terminal)
    terminal.stderr(sayLines([`edits are kept in ${logPath}`, `review ${serving.url}`, 'Ctrl-C ends it; nothing is lost.']))
    await untilEnded()
    await serving.close()
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    log?.close()
    showMessages(messages, terminal, options)
  }
}

/** A review that takes what others have done. */
interface TakingReview {
  session: Session
  log: LogFile | undefined
  before: Table
}

/** Takes what somebody has edited or marked in a file into a review, and says what came of it. */
async function takeFile(file: string, { session, log, before: table }: TakingReview, whole: VFile, terminal: Terminal): Promise<void> {
  const sums = new Map<Unit, ReadonlyMap<LanguageTag, string>>()
  const documents: AlignedDocument[] = []
  const checked = (unit: Unit, each: ReadonlyMap<LanguageTag, string>): void => {
    sums.set(unit, each)
  }
  for await (const part of readParts(file, whole, { lenient: false, checked })) for await (const piece of part.documents) documents.push(piece)
  const { changes, texts, marks, conflicts, unplaced } = takeFrom(session, sentencesOf(documents), table, sums)
  for (const conflict of conflicts) reportTo(whole)('review:take-conflict', undefined, { file, ...conflict })
  for (const id of unplaced) reportTo(whole)('review:take-unplaced', undefined, { file, id })
  if (changes.length > 0) log?.append(session.editAll('take', changes).entry)
  terminal.stderr(sayLines([`${file}: ${texts} texts and ${marks} marks taken, ${conflicts.length} in conflict, ${unplaced.length} not placed`]))
}

/** Sentences where there are any, else paragraphs: one is made of the other. */
function sentencesOf(documents: readonly AlignedDocument[]): AlignedDocument[] {
  const has = documents.some(({ units }) => units.some(({ granularity }) => granularity === 'sentence'))
  return has ? documents.map((each) => ({ ...each, units: each.units.filter(({ granularity }) => granularity === 'sentence') })) : [...documents]
}

/** The original: as told, as a masthead names it, else the version that comes first. */
function originalOf(table: Table, { source }: ReviewCommandOptions): LanguageTag {
  const languages = languagesOf(table)
  if (source !== undefined) {
    if (!languages.includes(source)) throw new HexaplaError('write:source-missing', { actual: source, expected: languages })
    return source
  }
  const named = table.documents.flatMap(({ versions }) => Object.values(versions).flatMap(({ original }) => original ?? []))
  return named.find((code) => languages.includes(code)) ?? languages[0] ?? 'en'
}

interface PagePlace {
  title: string
  original: LanguageTag
  stem: string
  folder: string
  /** Files that no export may replace. */
  keep: readonly string[]
  printed: PrintedPages
}

async function servePage(session: Session, log: LogFile, place: PagePlace, { port }: ReviewCommandOptions, terminal: Terminal): Promise<Serving> {
  const { title, original, stem, folder, keep, printed } = place
  const languages = languagesOf(session.table)
  const aligner = threadPool('alignTask', 1)
  const realigner = new Realigner(session, async (task: AlignTask) => (await aligner.run(task)) as ReturnType<DocumentAligner['run']>)
  // A review begins before the aligner has read its document; the first realignment waits for that.
  realigner.prepare(session.rows[0]?.document ?? 0).catch(() => undefined)
  const ordered = [original, ...languages.filter((code) => code !== original)]
  const routes = reviewRoutes({
    title: session.table.documents.length === 1 ? (session.table.documents[0]?.symbol ?? title) : title,
    session,
    realigner,
    languages: ordered,
    original,
    formats: Object.keys(unitFormats),
    printed,
    save: (entry) => {
      log.append(entry)
    },
    exportTo: (format) => saveFiles(folder, writeFormats([format as UnitFormatName], documentsOf(session.table), { name: stem, languages: ordered, source: original }), keep)
  })
  const serving = await serve([...fixedRoutes(pageFiles()), ...routes], {
    token: randomBytes(24).toString('base64url'),
    rate,
    ...(port === undefined ? {} : { port }),
    failed: (error, at) => {
      terminal.stderr(`error: ${at.split('?', 1)[0] ?? ''}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  })
  return {
    ...serving,
    close: async () => {
      await serving.close()
      await aligner.destroy()
    }
  }
}

async function writeReviewed(
  session: Session,
  { inputs, stem }: { inputs: readonly string[]; stem: string },
  { output, to, json }: ReviewCommandOptions,
  whole: VFile,
  terminal: Terminal
): Promise<void> {
  const options = { ...(output === undefined ? {} : { output }), ...(to === undefined ? {} : { to }), inputs }
  const place = await readOutputPlace(options)
  const languages = languagesOf(session.table)
  const { files, exclusions } = await writeOutput(
    (formats, settled, listeners) => writeFormats(formats, documentsOf(session.table), { ...settled, languages }, listeners),
    stem,
    place,
    options,
    { report: reportTo(whole), terminal }
  )
  if (!json) terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...sayFiles(files)]))
}

/** The lines of a log without the edits that could not be done again. */
function kept(entries: readonly LogEntry[], lost: readonly Patch[]): LogEntry[] {
  return entries.filter((entry) => !lost.some((each) => each === entry))
}

/** What the aligner thought of its rows. */
function before({ rows }: Table): Array<{ key: string; score: number | undefined }> {
  return rows.flatMap(({ cells, facts }) => {
    const key = Object.values(cells)[0]?.[0]?.key
    return key === undefined ? [] : [{ key, score: facts.score }]
  })
}

function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve()
      })
    }
  })
}
