import { VFile } from 'vfile'
import type { AlignedVersions } from '../../pipeline/align-versions.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { LanguageTag } from '../../language/tag.ts'
import { reportTo } from '../../message/report.ts'
import { recordLanguages } from '../../tree/record.ts'
import { pairScore } from '../../tree/pair.ts'
import type { Unit } from '../../tree/unit.ts'
import { writeFormats } from '../../write/index.ts'
import { alignDocument, nameDocument, sharedName, type AlignDocumentOptions } from './align-document.ts'
import { checkReading, sayFatal } from '../input/load-file.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { readKnowledge, type KnowledgeOptions } from '../input/read-knowledge.ts'
import { withAbbreviations } from '../input/read-list.ts'
import { pairName } from './pair-name.ts'
import { startProgress } from '../screen/progress.ts'
import { safeName } from '../output/safe-name.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import type { OutputOptions } from '../options/output-options.ts'
import { count, sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla align`. */
export interface AlignCommandOptions extends AlignDocumentOptions, KnowledgeOptions, MessageOptions, OutputOptions {
  source?: LanguageCode
}

/** `hexapla align FILE FILE…`: aligned units of two to six versions of one document. Exit code. */
export async function runAlign(paths: readonly string[], options: AlignCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((each) => new VFile({ path: each }))
  const whole = new VFile({ path: nameInputs(paths) })
  const report = reportTo(whole)
  const progress = startProgress(2 * paths.length, terminal, options)
  try {
    checkReading(paths, options)
    const place = await readOutputPlace(options)
    const aligned = await alignDocument({ files, whole }, await withAbbreviations(options, report), await readKnowledge(options, report), terminal, progress)
    if (!aligned) return 1
    nameDocument(aligned.document, { name: sharedName(paths) })
    const stem = safeName(aligned.document.symbol ?? aligned.document.name ?? 'hexapla')
    const { files: written, exclusions, listed } = await writeOutput(
      (formats, settled, listeners) => writeFormats(formats, [aligned], settled, listeners),
      stem,
      place,
      { ...options, inputs: inputsOf(paths, options) },
      { report, terminal }
    )
    progress.stop()
    const found = place.kind === 'stdout' ? [] : sayAlignment(aligned)
    if (!options.json) terminal.stderr(sayLines([...found, ...sayExclusions(exclusions, options), ...listed, ...sayFiles(written)]))
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
  const languages = recordLanguages(document)
  const lines = [`${document.symbol ?? document.name ?? 'document without symbol'}: ${languages.join(' ')}`]
  for (const granularity of ['paragraph', 'sentence'] as const) {
    const some = units.filter((unit) => unit.granularity === granularity)
    if (some.length === 0) continue
    lines.push(`${count(some.length, `${granularity} unit`)}: ${sayUnits(some, languages)}`)
  }
  const [weakest, ...others] = evidence.toSorted((a, b) => a.paired - b.paired)
  const paired = Math.round(100 * (weakest?.paired ?? 1))
  if (weakest && others.length > 0 && paired < 100) lines.push(`weakest pair ${pairName(weakest, languages)}: ${paired} % of the text paired`)
  return lines
}

/** `28 in all 6 languages, 1 in some, 2 in one alone; 27 with a score of 0.9 or more`. What stands alone has no score. */
function sayUnits(units: readonly Unit[], languages: readonly LanguageTag[]): string {
  const present = units.map(({ versions }) => languages.filter((code) => versions[code]).length)
  const full = present.filter((number) => number === languages.length).length
  const alone = present.filter((number) => number < 2).length
  const some = units.length - full - alone
  const sure = units.filter((unit) => (pairScore(unit, languages) ?? 0) >= 0.9).length
  const kinds = [`${full} in ${languages.length === 2 ? 'both' : `all ${languages.length}`} languages`, ...(some > 0 ? [`${some} in some`] : []), ...(alone > 0 ? [`${alone} in one alone`] : [])]
  return `${kinds.join(', ')}; ${sure} with a score of 0.9 or more`
}
