import path from 'node:path'
import { VFile } from 'vfile'
import { amendUnit, checkJson, checkMemory, checkPage, checkTsv, sayCheck, isDoubting, type CheckReport, type Fault } from '../../check/index.ts'
import { languagesOf } from '../../pipeline/convert.ts'
import { openMemory, withoutPassword } from '../../memory/index.ts'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { isReviewed } from '../../tree/status.ts'
import { isStatusTag } from '../../tree/unit-tag.ts'
import type { AlignedDocument } from '../../tree/unit.ts'
import { writeFormats, type Chunk, type UnitFormatName } from '../../write/index.ts'
import { sayFatal } from '../input/load-file.ts'
import { isLiving, readDocuments } from './memory-inputs.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { checkTarget, saveFiles } from '../output/save-files.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { count, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla memory check`. */
export interface MemoryCheckOptions extends MessageOptions {
  output?: string
  to?: UnitFormatName[]
  fix?: boolean
  /** Whether the memory itself is told which of its units are doubtful. */
  tag?: boolean
  /** Files of the report; their endings say what they are. */
  report?: string[]
  lenient?: boolean
}

/** The forms of the report, by the ending of its file. */
const reportForms: Readonly<Record<string, (report: CheckReport) => string>> = {
  tsv: checkTsv,
  json: (report) => `${JSON.stringify(checkJson(report), undefined, 2)}\n`,
  html: checkPage
}

/** `hexapla memory check MEMORY`: what is wrong in a memory, as a report and in the status of its units. Exit code. */
export async function runMemoryCheck(input: string, options: MemoryCheckOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: input })
  try {
    const { output, to, fix = false, report: reports = [] } = options
    const place = output === undefined ? undefined : await readOutputPlace({ output, ...(to === undefined ? {} : { to }) })
    for (const file of reports) await checkReport(file, input)
    if (options.tag && !isLiving(input)) throw new HexaplaError('memory:foreign', { file: input }, input)
    const pieces = await readDocuments(input, whole, options.lenient ?? false)
    const units = pieces.flatMap(({ document, units: own }) => own.map((unit) => ({ unit, document })))
    if (units.length === 0) throw new HexaplaError('cli:memory-empty', { file: input }, input)
    const check = checkMemory(units.map(({ unit }) => unit))
    const report: CheckReport = { name: path.basename(input), check, units, fix }
    const written: string[] = []
    if (place) {
      const amended = amendAll(pieces, report)
      const languages = await languagesOf(inTurn(amended))
      const { files } = await writeOutput(
        (formats, settled, listeners) => writeFormats(formats, inTurn(amended), { ...settled, languages, keepAll: true }, listeners),
        path.basename(input, path.extname(input)),
        place,
        { inputs: [input, ...reports] },
        { report: reportTo(whole), terminal }
      )
      written.push(...sayFiles(files))
    }
    for (const file of reports) {
      const saved = await saveFiles(path.dirname(file), [chunkOf(file, report)], [input])
      written.push(...saved.map((each) => `wrote ${each}`))
    }
    if (options.tag) written.push(await tagDoubtful(input, pieces, report))
    if (options.json) await terminal.stdout(`${JSON.stringify(checkJson(report), undefined, 2)}\n`)
    else {
      await terminal.stdout(sayLines(sayCheck(report)))
      terminal.stderr(sayLines(written))
    }
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([whole], terminal, options.json ? { ...options, json: true } : options)
  }
}

async function checkReport(file: string, input: string): Promise<void> {
  if (formOf(file) === undefined) throw new HexaplaError('cli:output-ending', { file, expected: Object.keys(reportForms).map((name) => `.${name}`) }, file)
  await checkTarget(file, [input])
}

function formOf(file: string): ((report: CheckReport) => string) | undefined {
  return reportForms[path.extname(file).slice(1).toLowerCase()]
}

function chunkOf(file: string, report: CheckReport): Chunk {
  return { file: path.basename(file), text: formOf(file)?.(report) ?? '', last: true }
}

function faultsByUnit({ check }: CheckReport): Map<number, Fault[]> {
  const faults = new Map<number, Fault[]>()
  for (const fault of check.faults) faults.set(fault.unit, [...(faults.get(fault.unit) ?? []), fault])
  return faults
}

/** Who says so of units that are tagged. */
const author = 'check'

/** Tells a memory which of its units are doubtful, and takes back what was said of them before. Returns a line for people. */
async function tagDoubtful(input: string, pieces: readonly AlignedDocument[], report: CheckReport): Promise<string> {
  const faults = faultsByUnit(report)
  /** Units of documents, by their records and by what is to be said of them. */
  const tagged = new Map<string, Map<string, string[]>>()
  let [index, sum] = [0, 0]
  for (const { document, units } of pieces) {
    const record = JSON.stringify(document)
    const ofDocument = tagged.get(record) ?? new Map<string, string[]>()
    tagged.set(record, ofDocument)
    for (const unit of units) {
      const doubts = (faults.get(index++) ?? []).filter(isDoubting)
      const isDecided = unit.tags?.some((tag) => isStatusTag(tag) && tag.by !== author) === true || isReviewed(unit.status)
      if (doubts.length === 0 || isDecided) continue
      const reason = doubts.map(({ kind, languages }) => [kind, ...languages].join(' ')).join(', ')
      ofDocument.set(reason, [...(ofDocument.get(reason) ?? []), unit.id])
      sum++
    }
  }
  const memory = await openMemory(input)
  try {
    for (const { entry } of await memory.list()) {
      const record = JSON.stringify(entry.record)
      const reasons = tagged.get(record)
      if (reasons === undefined) continue
      tagged.delete(record)
      const key = entry.document
      await memory.untag(key, { by: author })
      for (const [reason, units] of reasons) await memory.tag(key, [{ tag: 'doubtful', by: author, reason }], units)
    }
  } finally {
    await memory.close()
  }
  return `tagged ${count(sum, 'unit')} doubtful in ${withoutPassword(input)}`
}

/** The pieces with what was found of their units. */
function amendAll(pieces: readonly AlignedDocument[], report: CheckReport): AlignedDocument[] {
  const faults = faultsByUnit(report)
  const { check, fix } = report
  let index = 0
  return pieces.map(({ document, units }) => ({ document, units: units.flatMap((unit) => amendUnit(unit, faults.get(index++) ?? [], check.repairs, fix) ?? []) }))
}

async function* inTurn(pieces: readonly AlignedDocument[]): AsyncGenerator<AlignedDocument> {
  await Promise.resolve()
  yield* pieces
}
