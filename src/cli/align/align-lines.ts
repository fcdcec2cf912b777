import path from 'node:path'
import { VFile } from 'vfile'
import { alignLines, alignLineVersions, formatBead, type LineOptions, type LineVersion } from '../../align/index.ts'
import type { AlignedVersions } from '../../pipeline/align-versions.ts'
import type { LanguageTag } from '../../language/tag.ts'
import { reportTo } from '../../message/report.ts'
import { writeFormats } from '../../write/index.ts'
import { sayAlignment } from './align.ts'
import { loadText, sayFatal, type LoadOptions } from '../input/load-file.ts'
import type { OutputOptions } from '../options/output-options.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { readKnowledge, type Knowledge, type KnowledgeOptions } from '../input/read-knowledge.ts'
import { safeName } from '../output/safe-name.ts'
import { saveFiles } from '../output/save-files.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla align --lines`. */
export interface AlignLinesCommandOptions extends KnowledgeOptions, LineOptions, LoadOptions, MessageOptions, OutputOptions {}

/** A file of lines and its language. */
export interface LineFile {
  path: string
  language: LanguageTag
}

/** Characters of beads that are gathered before they are written. */
const chunkLength = 65_536

/** `hexapla align --lines A B…`: one segment a line in, no cleaning; units of two to six files. Exit code. */
export function runAlignLines(inputs: readonly LineFile[], options: AlignLinesCommandOptions, terminal: Terminal): Promise<number> {
  return withLines(inputs, options, terminal, async (versions, whole, knowledge) => {
    const report = reportTo(whole)
    const place = await readOutputPlace(options)
    const { boundaries, maxBead } = options
    const told = { ...(boundaries === undefined ? {} : { boundaries }), ...(maxBead === undefined ? {} : { maxBead }) }
    const { units, evidence } = alignLineVersions(versions, { ...told, report, lexicons: knowledge.lexicons, dictionary: knowledge.pairs })
    const aligned = { document: recordOf(versions, options.symbol), units, evidence }
    const stem = safeName(options.symbol ?? 'lines')
    const { files, exclusions, listed } = await writeOutput(
      (formats, settled, listeners) => writeFormats(formats, [aligned], settled, listeners),
      stem,
      place,
      options,
      { report, terminal }
    )
    const found = place.kind === 'stdout' ? [] : sayAlignment(aligned).slice(options.symbol === undefined ? 1 : 0)
    if (!options.json) terminal.stderr(sayLines([...found, ...sayExclusions(exclusions, options), ...listed, ...sayFiles(files)]))
  })
}

/** The same of two files, as beads of line numbers. */
export function runAlignBeads(inputs: readonly [LineFile, LineFile], options: AlignLinesCommandOptions, terminal: Terminal): Promise<number> {
  return withLines(inputs, options, terminal, async ([left, right], whole, { lexicons, pairs }) => {
    if (!left || !right) return
    const [source, target] = [left.language, right.language]
    const { boundaries, maxBead, output } = options
    const told = { ...(boundaries === undefined ? {} : { boundaries }), ...(maxBead === undefined ? {} : { maxBead }) }
    const { beads } = alignLines(left.lines, right.lines, { ...told, source, target, lexicons, dictionary: pairs(source, target), report: reportTo(whole) })
    const pieces = inPieces(beads.map(formatBead))
    if (output === undefined || output === '-') for (const piece of pieces) await terminal.stdout(piece)
    else {
      const file = path.basename(output)
      const files = await saveFiles(path.dirname(output), [...pieces.map((text) => ({ file, text })), { file, text: '', last: true }])
      if (!options.json) terminal.stderr(sayLines(sayFiles(files)))
    }
  })
}

/** Reads the files and what is known, and works on them; exit code, with messages on what went wrong. */
async function withLines(
  inputs: readonly LineFile[],
  options: AlignLinesCommandOptions,
  terminal: Terminal,
  work: (versions: readonly LineVersion[], whole: VFile, knowledge: Knowledge) => Promise<void>
): Promise<number> {
  const files = inputs.map((input) => new VFile({ path: input.path }))
  const whole = new VFile({ path: nameInputs(inputs.map((input) => input.path)) })
  try {
    const versions: LineVersion[] = []
    for (const [index, file] of files.entries()) {
      const text = await loadText(file, options, terminal)
      if (text !== undefined) versions.push({ language: inputs[index]?.language ?? '', name: file.path, lines: splitLines(text) })
    }
    if (versions.length < files.length) return 1
    await work(versions, whole, await readKnowledge(options, reportTo(whole)))
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([...files, whole], terminal, options)
  }
}

function recordOf(versions: readonly LineVersion[], symbol: string | undefined): AlignedVersions['document'] {
  const records = versions.map(({ language, name }) => [language, { language, file: name === '-' ? 'stdin' : path.basename(name) }] as const)
  return { ...(symbol === undefined ? {} : { symbol }), versions: Object.fromEntries(records) }
}

/** Lines end in LF or CRLF; an end of line at the end of the file begins no other. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function inPieces(lines: readonly string[]): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const line of lines) {
    piece += `${line}\n`
    if (piece.length > chunkLength) {
      pieces.push(piece)
      piece = ''
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}
