import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { mutate } from '../evaluation/fuzz/mutate.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import type { Root } from '../src/tree/undast.ts'
import { treeFormats } from '../src/write/index.ts'
import { treeOf } from './extract-trees.ts'
import { takesAll } from './some-of.ts'

/** Documents that the project did not write, beside it: the tests are skipped where they are missing. */
const folder = path.resolve(process.env['HEXAPLA_REAL'] ?? '../shared/real')
const root = path.resolve(import.meta.dirname, '..')

type Sample = readonly [name: string, language: LanguageCode, text: string]

/** Every so many texts of a folder. */
function sampleOf(parent: string, kind: string, every: number): Sample[] {
  const files = readdirSync(path.join(parent, kind), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|tsv)$/.test(file) && !/(?:output|messages)\.txt$/.test(file)).sort()
  return files.filter((_, index) => index % every === 0).map((file) => {
    const text = readFileSync(path.join(parent, kind, file), 'utf8')
    // A table of blocks: its first column is their kind.
    const blocks = file.endsWith('.tsv') ? text.split('\n').map((line) => line.split('\t').slice(1).join(' ')).join('\n') : text
    const said = path.join(parent, kind, path.dirname(file), 'options.json')
    const language = existsSync(said) ? (JSON.parse(readFileSync(said, 'utf8')) as { language?: LanguageCode }).language : languageCodes.find((code) => new RegExp(`(?:\\b|_)${code}(?:\\b|_)`).test(file))
    return [`${kind}/${file}`, language ?? (kind === 'docling-fr' ? 'fr' : 'en'), blocks]
  })
}

const there = existsSync(folder)
const few = takesAll ? 1 : 12
const own = ['corpus', 'fixtures/clean', 'fixtures/parse'].flatMap((kind) => sampleOf(root, kind, few))
const whole = there ? ['docling-fr', 'views', 'udhr', 'charter', 'documents', 'docstore', 'cases', 'unfccc', 'unece', 'unpc-1200'].flatMap((kind) => sampleOf(folder, kind, few)) : []
const hard = there ? (['docling-fr', 'views', 'udhr', 'charter', 'documents', 'docstore', 'cases', 'unfccc'] as const).flatMap((kind, index) => sampleOf(folder, kind, [12, 9, 1, 1, 17, 3, 6, 6][index] ?? 1)) : []

/**
 * Where the second reading joins what the first had reasons to part: cells of tables that could not be told, clauses and titles
 * of short texts that blank lines or the format part.
 */
const joinedAgain: ReadonlySet<string> = new Set([
  'fixtures/clean/repair-drop-frame/input.txt',
  'fixtures/parse/charter-wrapped.ru/input.txt',
  'fixtures/parse/corrigendum.ar/input.txt',
  'fixtures/parse/letter-signed.ar/input.txt',
  'unece/ECE-TRANS-WP.29-2026-139e.layout.txt',
  'unece/ECE-TRANS-WP.29-2026-139e.plain.txt',
  'unece/ECE-TRANS-WP.29-2026-139e.raw.txt',
  'unece/R155e.plain.txt'
])

/** The same with a blank line behind each line: an organ over two lines, quoted paragraphs, and words out of their order, too. */
const joinedWithoutBlankLines: ReadonlySet<string> = new Set([
  ...joinedAgain,
  'corpus/concluding-observations-verania/extracts/es.layout.txt',
  'corpus/ga-resolution-lighthouse-archives/extracts/ar.pdfjs.txt',
  'corpus/verbatim-record-coastal-signals/extracts/ar.pdfjs.txt',
  'docling-fr/S-RES-802(1993).tsv'
])

function cleanText(root: Root): string {
  return [...treeFormats.text.write(root, { name: '', numbering: 'keep' }, () => undefined)].join('')
}

function expectClean(once: string, language: LanguageCode): void {
  expect(cleanText(readVersion(once, { language }))).toBe(once)
}

describe('clean text is clean', () => {
  it.each([...own, ...whole].filter(([name]) => !joinedAgain.has(name)))('%s', (name, language, text) => {
    expectClean(cleanText(name.startsWith('corpus/') ? treeOf(text, language) : readVersion(text, { language })), language)
  })

  it.each([...own, ...whole].filter(([name]) => !name.startsWith('fixtures/') && !joinedWithoutBlankLines.has(name)))('with a blank line behind each line: %s', (_, language, text) => {
    expectClean(cleanText(readVersion(text.replaceAll(/\S\n/g, '$&\n'), { language })), language)
  })
})

describe.skipIf(!there)(`real documents (${folder})`, () => {
  it.each(hard)('nothing is lost, of it or of a mutation: %s', (name, language, text) => {
    const chance = chanceOf(name.length * 1945 + text.length)
    for (const raw of [text, mutate(text, hard[chance.below(hard.length)]?.[2] ?? '', chance)]) assertComplete(readVersion(raw, { language }), raw)
  })
})
