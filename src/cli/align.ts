import { VFile } from 'vfile'
import type { AlignedVersions } from '../align-versions.ts'
import { languageCodes } from '../language/code.ts'
import { reportTo } from '../message/report.ts'
import { writeFormat } from '../write/index.ts'
import { alignDocument, type AlignDocumentOptions } from './align-document.ts'
import { checkLanguages, sayFatal } from './load-file.ts'
import { readOutputPlace } from './output-place.ts'
import { readKnowledge, type KnowledgeOptions } from './read-knowledge.ts'
import { withAbbreviations } from './read-list.ts'
import { startProgress } from './progress.ts'
import { safeName } from './safe-name.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { sayExclusions, sayLines, saveReport, writeOutput, type OutputOptions } from './write-output.ts'

/** Options of `hexapla align`. */
export interface AlignCommandOptions extends AlignDocumentOptions, KnowledgeOptions, MessageOptions, OutputOptions {}

/** `hexapla align FILE FILE…`: aligned units of two to six versions of one document. Exit code. */
export async function runAlign(paths: readonly string[], options: AlignCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((each) => new VFile({ path: each }))
  const whole = new VFile({ path: paths.join(' ') })
  const report = reportTo(whole)
  const progress = startProgress(paths.length + 1, terminal)
  try {
    checkLanguages(paths, options)
    const place = await readOutputPlace(options.output, options.to)
    const aligned = await alignDocument({ files, whole }, await withAbbreviations(options, report), await readKnowledge(options, report), place, terminal, progress.step)
    if (!aligned) return 1
    const stem = safeName(aligned.document.symbol ?? 'hexapla')
    const output = await writeOutput((format, settled, listeners) => writeFormat(format, [aligned], settled, listeners), stem, place, { ...options, inputs: inputsOf(paths, options) }, report, terminal)
    output.files.push(...(await saveReport(options, output.exclusions)))
    progress.stop()
    if (output.files.length > 0 && !options.json)
      terminal.stderr(sayLines([...sayAlignment(aligned), ...sayExclusions(output.exclusions), ...output.files.map((file) => `wrote ${file}`)]))
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    progress.stop()
    showMessages([...files, whole], terminal, options)
  }
}

/** All files that a run reads. */
function inputsOf(paths: readonly string[], { dictionary = [], lexicon = [], abbreviations = [] }: AlignCommandOptions): string[] {
  return [...paths, ...dictionary, ...lexicon, ...abbreviations]
}

/** What was aligned, for people. */
export function sayAlignment({ document, units, evidence }: AlignedVersions): string[] {
  const languages = languageCodes.filter((code) => document.versions[code])
  const lines = [`${document.symbol ?? 'document without symbol'}: ${languages.join(' ')}`]
  for (const granularity of ['paragraph', 'sentence'] as const) {
    const some = units.filter((unit) => unit.granularity === granularity)
    if (some.length === 0) continue
    const full = some.filter(({ versions }) => languages.every((code) => versions[code])).length
    const sure = some.filter(({ score }) => score >= 0.9).length
    lines.push(`${some.length} ${granularity} units, ${full} in all ${languages.length} languages, ${sure} with a score of 0.9 or more`)
  }
  const weakest = evidence.toSorted((a, b) => a.paired - b.paired)[0]
  if (weakest) lines.push(`weakest pair ${weakest.source}-${weakest.target}: ${Math.round(100 * weakest.paired)} % of the text paired`)
  return lines
}
