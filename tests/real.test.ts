import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { mutate } from '../evaluation/fuzz/mutate.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { treeFormats } from '../src/write/index.ts'

/** Documents that the project did not write, beside it: the tests are skipped where they are missing. */
const folder = path.resolve(process.env['HEXAPLA_REAL'] ?? '../shared/real')

type Sample = readonly [name: string, language: LanguageCode, text: string]

/** Every so many files of a kind. */
function sampleOf(kind: string, every: number): Sample[] {
  const files = readdirSync(path.join(folder, kind), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|tsv)$/.test(file)).sort()
  return files.filter((_, index) => index % every === 0).map((file) => {
    const text = readFileSync(path.join(folder, kind, file), 'utf8')
    // A table of blocks: its first column is their kind.
    const blocks = file.endsWith('.tsv') ? text.split('\n').map((line) => line.split('\t').slice(1).join(' ')).join('\n') : text
    const language = languageCodes.find((code) => new RegExp(`\\b${code}\\b`).test(file))
    return [`${kind}/${file}`, language ?? (kind === 'docling-fr' ? 'fr' : 'en'), blocks]
  })
}

const there = existsSync(folder)
const whole = there ? [...sampleOf('docling-fr', 12), ...sampleOf('views', 9), ...sampleOf('udhr', 1), ...sampleOf('charter', 1), ...sampleOf('documents', 17)] : []
const hard = there ? [...whole, ...sampleOf('docstore', 3), ...sampleOf('cases', 6), ...sampleOf('unfccc', 6)] : []

function cleanText(text: string, language: LanguageCode): string {
  return [...treeFormats.text.write(readVersion(text, { language }), { name: '', numbering: 'keep' }, () => undefined)].join('')
}

describe.skipIf(!there)(`real documents (${folder})`, () => {
  it.each(whole)('clean text is clean: %s', (_, language, text) => {
    const once = cleanText(text, language)
    expect(cleanText(once, language)).toBe(once)
  })

  it.each(hard)('nothing is lost, of it or of a mutation: %s', (name, language, text) => {
    const chance = chanceOf(name.length * 1945 + text.length)
    for (const raw of [text, mutate(text, hard[chance.below(hard.length)]?.[2] ?? '', chance)]) assertComplete(readVersion(raw, { language }), raw)
  })
})
