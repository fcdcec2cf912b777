import { createReadStream } from 'node:fs'
import { readdir, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { trainLexicon, type LearnedLexicon } from '../align/index.ts'
import { alignVersions } from '../align-versions.ts'
import { memoryFormatOf, memoryReaders } from '../convert.ts'
import { languageCodes, type LanguageCode } from '../language/code.ts'
import { HexaplaError } from '../message/report.ts'
import type { Unit } from '../tree/unit.ts'
import { joinSegments } from '../tree/segments.ts'
import { loadVersion, sayFatal, type LoadedVersion } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

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
  const pairs: Pairs = new Map()
  try {
    for (const input of inputs) await learnFrom(input, pairs, terminal)
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
      await writeFile(`${options.output}.part`, text)
      await rename(`${options.output}.part`, options.output)
      for (const { source, target, pairs: count, links } of lexicons) terminal.stderr(`${source}-${target}: ${links.length} links from ${count} pairs\n`)
    }
    return 0
  } catch (error) {
    sayFatal(whole, error instanceof Error && 'code' in error ? new HexaplaError('cli:output-unwritable', { file: options.output ?? '-', error: String(error.code) }) : error)
    return 1
  } finally {
    showMessages([whole], terminal, options)
  }
}

async function learnFrom(input: string, pairs: Pairs, terminal: Terminal): Promise<void> {
  const found = await stat(input).catch(() => {
    throw new HexaplaError('read:missing', { file: input }, input)
  })
  if (found.isDirectory()) {
    const names = (await readdir(input, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
    await learnFromVersions(input, names.filter((entry) => entry.isFile()).map(({ name }) => name), pairs, terminal)
    for (const entry of names)
      if (entry.isDirectory() || memoryFormatOf(entry.name) !== undefined) await learnFrom(path.join(input, entry.name), pairs, terminal)
    return
  }
  const format = memoryFormatOf(input)
  if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
  for await (const { units } of memoryReaders[format](createReadStream(input), path.basename(input))) learn(units, pairs)
}

/** Aligns the versions of a folder (`fr.txt`, `en.txt` …), where it has two or more. */
async function learnFromVersions(folder: string, names: readonly string[], pairs: Pairs, terminal: Terminal): Promise<void> {
  const files = languageCodes.map((code) => `${code}.txt`).filter((name) => names.includes(name))
  if (files.length < 2) return
  const versions: LoadedVersion[] = []
  for (const name of files) {
    const version = await loadVersion(new VFile({ path: path.join(folder, name) }), {}, terminal)
    if (version) versions.push(version)
  }
  if (versions.length < 2) return
  learn(alignVersions(versions.map(({ root, file }) => ({ root, file: file.basename ?? file.path })), { units: ['sentence'], force: true }).units, pairs)
}

function learn(units: readonly Unit[], pairs: Pairs): void {
  for (const { versions, score } of units) {
    if (score < teaching) continue
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
