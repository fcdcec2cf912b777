import path from 'node:path'
import { VFile } from 'vfile'
import { BitextCollection } from '../../align/index.ts'
import { alignJob } from '../../collection/job.ts'
import type { InputFile } from '../../collection/read-version.ts'
import type { SurveyedVersion } from '../../collection/survey.ts'
import { memoryFormatOf, memoryReaders } from '../../pipeline/convert.ts'
import { groupDocuments, versionsOf } from '../../collection/group-documents.ts'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { findFiles, isFolder } from '../input/find-files.ts'
import { filesSaid, sayFatal } from '../input/load-file.ts'
import { lexiconText, sayLexicon } from './lexicon-file.ts'
import { isMemoryOfFolder } from '../memory/memory-inputs.ts'
import { streamInput } from '../input/read-input.ts'
import { checkTarget, saveFiles } from '../output/save-files.ts'
import { isReady, sayGroups } from '../screen/say-groups.ts'
import { surveyedVersion, surveyFiles } from '../input/survey-files.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayLines } from '../output/write-output.ts'

/** Options of `hexapla train`. */
export interface TrainCommandOptions extends MessageOptions {
  output?: string
  lenient?: boolean
}

/** `hexapla train DIR|MEMORY… -o lexicon.json`: a lexicon learned from memories, or from folders of versions. Exit code. */
export async function runTrain(inputs: readonly string[], options: TrainCommandOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: nameInputs(inputs) })
  const files: VFile[] = [whole]
  const collection = new BitextCollection()
  try {
    if (options.output !== undefined && options.output !== '-') await checkTarget(options.output, inputs)
    for (const input of inputs) await learnFrom(input, collection, files, { lenient: options.lenient ?? false, terminal })
    const lexicons = collection.lexicons()
    if (lexicons.length === 0) throw new HexaplaError('cli:nothing-to-learn', { file: nameInputs(inputs) })
    const text = lexiconText(lexicons)
    if (options.output === undefined || options.output === '-') await terminal.stdout(text)
    else {
      const { output } = options
      const name = path.basename(output)
      await saveFiles(path.dirname(output), [{ file: name, text, last: true }], inputs)
      if (!options.json) terminal.stderr(sayLines([...lexicons.map(sayLexicon), `wrote ${output}`]))
    }
  } catch (error) {
    sayFatal(whole, error)
  } finally {
    showMessages(files, terminal, options)
  }
  return files.some(({ messages }) => messages.some(({ fatal }) => fatal)) ? 1 : 0
}

/** How inputs are read. */
interface Reading {
  terminal: Terminal
  /** Skips units of memories that are malformed. */
  lenient: boolean
}

async function learnFrom(input: string, collection: BitextCollection, files: VFile[], reading: Reading): Promise<void> {
  if (await isFolder(input)) {
    const found = await findFiles([input])
    files.push(...filesSaid(found.unreadable))
    for (const memory of found.skipped) if (isMemoryOfFolder(memory)) await learnFrom(memory, collection, files, reading)
    await learnFromVersions(input, found.files, collection, files, reading.terminal)
    return
  }
  const format = memoryFormatOf(input)
  const file = new VFile({ path: input })
  files.push(file)
  const bytes = await streamInput(input, 'a memory or a folder')
  if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
  const stem = path.join(path.dirname(input), path.basename(input).split('.', 1)[0] ?? '')
  for await (const { document, units } of memoryReaders[format](
    bytes,
    path.basename(input),
    { report: reportTo(file), lenient: reading.lenient }
  )) collection.add(units, document.symbol ?? stem)
}

/** Aligns the documents of a folder that are there in two languages or more. */
async function learnFromVersions(folder: string, paths: readonly string[], collection: BitextCollection, files: VFile[], terminal: Terminal): Promise<void> {
  const whole = new VFile({ path: folder })
  const survey = await surveyFiles(paths, {}, terminal, () => undefined)
  const grouping = groupDocuments(survey.members)
  sayGroups(grouping, [], whole)
  for (const file of survey.unreadable) files.push(file)
  files.push(whole)
  for (const group of grouping.documents.filter(isReady)) {
    const versions: Array<InputFile | SurveyedVersion> = []
    for (const { file } of versionsOf(group)) {
      const version = await surveyedVersion(new VFile({ path: file }), survey, {}, terminal)
      if (version) versions.push(version)
      survey.kept.drop(file)
    }
    const { aligned } = await alignJob({ files: versions, options: { force: true } })
    if (aligned) collection.add(aligned.units, aligned.document.symbol ?? group.name)
  }
}
