/** OmegaT, headless, translates a document out of our memory. Its exit code says nothing: the target text does. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { LanguageCode } from '../../src/language/code.ts'
import type { AlignedDocument } from '../../src/tree/unit.ts'
import type { WriteOptions } from '../../src/write/index.ts'
import { alignedMemory, memory, pairsOf, unitsOf } from './memories.ts'
import { describeWith, inFolder, pathOf, run, writeInto } from './tool-support.ts'

const folders = ['source', 'target', 'tm/auto', 'glossary', 'dictionary', 'omegat']

function project(source: string, target: string): string {
  const settings: Record<string, string> = {
    source_dir: '__DEFAULT__',
    target_dir: '__DEFAULT__',
    tm_dir: '__DEFAULT__',
    glossary_dir: '__DEFAULT__',
    glossary_file: '__DEFAULT__',
    dictionary_dir: '__DEFAULT__',
    source_lang: source,
    target_lang: target,
    source_tok: 'org.omegat.tokenizer.DefaultTokenizer',
    target_tok: 'org.omegat.tokenizer.DefaultTokenizer',
    sentence_seg: 'false',
    support_default_translations: 'true',
    remove_tags: 'false'
  }
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat><project version="1.0">${elements.join('')}</project></omegat>\n`
}

/** The paragraphs that OmegaT makes of a document (it takes empty lines for their ends), with one memory and nothing else to go by. */
async function translate(folder: string, tmx: string, lines: readonly string[], languages: readonly [string, string]): Promise<string[]> {
  for (const name of folders) await mkdir(join(folder, 'project', name), { recursive: true })
  await writeFile(join(folder, 'project', 'omegat.project'), project(...languages))
  await writeFile(join(folder, 'project', 'source', 'document.txt'), lines.map((line) => `${line}\n\n`).join(''))
  await writeFile(join(folder, 'project', 'tm', 'auto', 'memory.tmx'), await readFile(tmx))
  const log = await run('omegat', [join(folder, 'project'), '--mode=console-translate', `--config-dir=${join(folder, 'settings')}`])
  const complaints = log.split('\n').filter((line) => /TF_TM_LOAD_ERROR|TMXR_(?:ERROR|WARNING)/u.test(line))
  // A file with all languages has no source of its own, and units without this one: OmegaT remarks on both and goes on.
  const expected = tmx.includes('.all.') ? /\(\*all\*\)|TMXR_WARNING_SOURCE_NOT_FOUND/u : /^$/u
  expect(complaints.filter((line) => !expected.test(line))).toEqual([])
  return (await readFile(join(folder, 'project', 'target', 'document.txt'), 'utf8')).replace(/^\uFEFF/u, '').trimEnd().split(/(?:\r?\n){2}/u)
}

interface Case {
  name: string
  file: string
  pair: readonly [LanguageCode, LanguageCode]
  options: Partial<WriteOptions>
  documents: readonly AlignedDocument[]
}

const gold = memory()
const aligned = await alignedMemory()

const cases: Case[] = [
  { name: 'paragraphs', file: 'note.fr-en.para.tmx', pair: ['fr', 'en'], options: { source: 'fr' }, documents: gold },
  { name: 'sentences', file: 'note.fr-en.sent.tmx', pair: ['fr', 'en'], options: { source: 'fr', date: '2019-05-22' }, documents: gold },
  { name: 'sentences with ids', file: 'note.ru-es.sent.tmx', pair: ['ru', 'es'], options: { source: 'ru', tuid: true }, documents: gold },
  { name: 'sentences from right to left', file: 'note.ar-zh.sent.tmx', pair: ['ar', 'zh'], options: {}, documents: gold },
  { name: 'sentences of the file with all languages', file: 'note.all.sent.tmx', pair: ['zh', 'fr'], options: {}, documents: gold },
  { name: 'sentences with regions', file: 'note.fr-en.sent.tmx', pair: ['fr', 'en'], options: { source: 'fr', langMap: { fr: 'fr-CH', en: 'en-GB' } }, documents: gold },
  { name: 'raw exports, aligned by sentences', file: 'note.fr-en.sent.tmx', pair: ['fr', 'en'], options: { source: 'fr' }, documents: aligned },
  { name: 'raw exports, aligned by paragraphs', file: 'note.zh-ar.para.tmx', pair: ['zh', 'ar'], options: { source: 'zh' }, documents: aligned }
]

describeWith(['omegat'], 'OmegaT', () => {
  it.each(cases)('translates every segment of $name, $pair', { timeout: 120_000 }, async ({ file, pair, options, documents }) => {
    const pairs = pairsOf(unitsOf(documents, file.includes('.para.') ? 'paragraph' : 'sentence'), ...pair)
    expect(pairs.length).toBeGreaterThan(20)
    await inFolder(async (folder) => {
      const paths = await writeInto(folder, 'tmx', documents, { ...options, dedupe: true })
      const [source, target] = pair
      const tags = [options.langMap?.[source] ?? source, options.langMap?.[target] ?? target] as const
      const translated = await translate(folder, pathOf(paths, file), pairs.map(([text]) => text), tags)
      expect(translated).toEqual(pairs.map(([, text]) => text))
    })
  })
})
