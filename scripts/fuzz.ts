/**
 * Reads and converts inputs that nobody wrote for some seconds: `npm run fuzz -- --seconds 60 --seed 1`.
 *
 * The same seed gives the same inputs. What fails is made small and printed, and the exit code is 1.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { alignVersions } from '../src/pipeline/align-versions.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { unitFormats, writeUnits } from '../src/write/index.ts'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { checkInput, kinds, makeInput, type Seeds } from '../evaluation/fuzz/cases.ts'
import { docxBody, layoutFiles } from '../evaluation/fuzz/make-files.ts'
import { minimise } from '../evaluation/fuzz/minimise.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } } })
const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
if (!(seconds > 0) || !Number.isInteger(seed)) throw new RangeError('Unexpected --seconds or --seed, expected a number above 0 and a whole number')

const corpus = path.resolve(import.meta.dirname, '../corpus')
const note = path.join(corpus, 'cd-note-verbale-belarus-2019')

async function readSeeds(): Promise<Seeds> {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => path.join(corpus, name))
  const texts = folders.flatMap((folder) => {
    const names = readdirSync(folder).filter((name) => /^(?:ar|en|es|fr|ru|zh)\.txt$/.test(name))
    return names.flatMap((name) => languageCodes.filter((code) => name.startsWith(code)).map((language) => ({ language, text: readFileSync(path.join(folder, name), 'utf8') })))
  })
  const roots = (['en', 'fr', 'zh'] as const).map((language) => ({ root: readVersion(readFileSync(path.join(note, `${language}.txt`), 'utf8'), { language }), file: `${language}.txt` }))
  const aligned = alignVersions(roots, { units: ['sentence'] })
  const small = { ...aligned, units: aligned.units.slice(0, 12) }
  const written = async (format: 'jsonl' | 'tmx' | 'tsv' | 'xliff'): Promise<string> => {
    let text = ''
    for await (const piece of writeUnits(unitFormats[format], [small], { scope: 'all' })) text += piece.text
    return text
  }
  const lines = readFileSync(path.join(note, 'fr.txt'), 'utf8').split('\n').filter((line) => line.trim() !== '').slice(0, 40)
  return { texts, tmx: await written('tmx'), jsonl: await written('jsonl'), tsv: await written('tsv'), xliff: await written('xliff'), docx: docxBody(lines), files: layoutFiles(lines) }
}

const seeds = await readSeeds()
const counts = new Map<string, number>(kinds.map((kind) => [kind, 0]))
const found = new Set<string>()
const end = Date.now() + 1000 * seconds
for (let number = 0; Date.now() < end; number++) {
  const input = makeInput(seeds, chanceOf(seed * 1_000_003 + number))
  counts.set(input.kind, (counts.get(input.kind) ?? 0) + 1)
  const fault = await checkInput(input)
  if (fault === undefined || found.has(`${input.kind} ${fault}`)) continue
  found.add(`${input.kind} ${fault}`)
  const text = await minimise(input.text, async (shorter) => (await checkInput({ ...input, text: shorter })) === fault)
  console.log(`${input.kind} in ${input.language}, seed ${seed}, input ${number}: ${fault}\n${JSON.stringify(text)}\n`)
}
console.log(`seed ${seed}, ${seconds} s: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${found.size} kinds of faults`)
process.exitCode = found.size === 0 ? 0 : 1
