import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { trainLexicon, type LearnedLexicon } from '../align/index.ts'
import { alignVersions } from '../align-versions.ts'
import { memoryFormatOf, memoryReaders } from '../convert.ts'
import { languageCodes, type LanguageCode } from '../language/code.ts'
import { groupDocuments, versionsOf } from '../group-documents.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import type { Unit } from '../tree/unit.ts'
import { joinSegments } from '../tree/segments.ts'
import { findFiles, isFolder } from './find-files.ts'
import { loadVersion, sayFatal, type LoadedVersion } from './load-file.ts'
import { saveFiles } from './save-files.ts'
import { isReady, sayGroups } from './say-groups.ts'
import { surveyFiles } from './survey-files.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { sayLines } from './write-output.ts'

/** Options of `hexapla train`. */
export interface TrainCommandOptions extends MessageOptions {
  output?: string
}

/** Units below this score teach nothing: a wrong pair is learned as well as a right one. */
const teaching = 0.9

type Pairs = Map<string, Array<readonly [string, string]>>

/** `hexapla train DIR|MEMORY… -o lexicon.json`: a lexicon learned from memories, or from folders of versions. Exit code. */
export async function runTrain(inputs: readonly string[], options: TrainCommandOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: inputs.join(' ') })
  const files: VFile[] = [whole]
  const pairs: Pairs = new Map()
  try {
    for (const input of inputs) await learnFrom(input, pairs, files, terminal)
    const lexicons: LearnedLexicon[] = [...pairs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, list]) => {
        const [source = '', target = ''] = key.split(' ')
        return trainLexicon({ source, target, pairs: list })
      })
    if (lexicons.length === 0) throw new HexaplaError('cli:nothing-to-learn', { file: inputs.join(' ') })
    const text = `${JSON.stringify(lexicons)}\n`
    if (options.output === undefined || options.output === '-') await terminal.stdout(text)
    else {
      const { output } = options
      const name = path.basename(output)
      await saveFiles(path.dirname(output), [{ file: name, text, last: true }])
      if (!options.json) terminal.stderr(sayLines([...lexicons.map(({ source, target, pairs: count, links }) => `${source}-${target}: ${links.length} links from ${count} pairs`), `wrote ${output}`]))
    }
  } catch (error) {
    sayFatal(whole, error)
  } finally {
    showMessages(files, terminal, options)
  }
  return files.some(({ messages }) => messages.some(({ fatal }) => fatal)) ? 1 : 0
}

async function learnFrom(input: string, pairs: Pairs, files: VFile[], terminal: Terminal): Promise<void> {
  if (await isFolder(input)) {
    const found = await findFiles([input])
    for (const memory of found.skipped) if (memoryFormatOf(memory) !== undefined) await learnFrom(memory, pairs, files, terminal)
    await learnFromVersions(input, found.files, pairs, files, terminal)
    return
  }
  const format = memoryFormatOf(input)
  await access(input).catch(() => {
    throw new HexaplaError('read:missing', { file: input, expected: ['a memory or a folder'] }, input)
  })
  if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
  for await (const { units } of memoryReaders[format](createReadStream(input), path.basename(input))) learn(units, pairs)
}

/** Aligns the documents of a folder that are there in two languages or more. */
async function learnFromVersions(folder: string, paths: readonly string[], pairs: Pairs, files: VFile[], terminal: Terminal): Promise<void> {
  const whole = new VFile({ path: folder })
  const { members, unreadable } = await surveyFiles(paths, {}, terminal, () => undefined)
  const grouping = groupDocuments(members)
  sayGroups(grouping, [], reportTo(whole))
  files.push(...unreadable, whole)
  for (const group of grouping.documents.filter(isReady)) {
    const versions: LoadedVersion[] = []
    for (const { file } of versionsOf(group)) {
      const version = await loadVersion(new VFile({ path: file }), {}, terminal)
      if (version) versions.push(version)
    }
    learn(alignVersions(versions.map(({ root, file }) => ({ root, file: file.basename ?? file.path })), { units: ['sentence'], force: true }).units, pairs)
  }
}

function learn(units: readonly Unit[], pairs: Pairs): void {
  for (const { versions, score } of units) {
    if (score === undefined || score < teaching) continue
    const codes = languageCodes.filter((code) => versions[code])
    codes.forEach((source, index) => {
      for (const target of codes.slice(index + 1)) {
        const key = `${source} ${target}`
        const list = pairs.get(key) ?? []
        list.push([textOf(source), textOf(target)])
        pairs.set(key, list)
      }
    })
    function textOf(code: LanguageCode): string {
      return joinSegments(versions[code]?.segments ?? [], code)
    }
  }
}
