import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPair } from '../src/align/links/known-table.ts'
import { knownFiles, knownWords } from '../src/align/links/known-words.ts'
import type { PairLexicon } from '../src/align/links/word-list.ts'
import { languageCodes } from '../src/language/code.ts'
import { tokenize } from '../src/words/token.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-known-'))
beforeAll(() => {
  for (const { name, bytes } of knownFiles()) writeFileSync(path.join(folder, name), bytes)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The words that a lexicon links to a word of its source, by key. */
function linked({ source, target, links }: PairLexicon, word: string): string[] {
  const type = source.index.get(word) ?? -1
  const words = [...target.index].filter(([, other]) => links.targets.subarray(links.offsets[type], links.offsets[type + 1]).includes(other))
  return words.map(([key]) => key)
}

/** "State" and "peace", as the lexicon has them. */
const peace: Record<string, string> = { ar: 'سلام', en: 'peace', es: 'paz', fr: 'paix', ru: 'мир', zh: '和平' }

const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const))

describe('words known beforehand', () => {
  it.each(pairs)('%s-%s are read from files as they are trained', (source, target) => {
    for (const kind of ['lexicon', 'names'] as const) {
      const trained = knownWords(kind, source, target)?.lexicon
      const read = readPair(kind, source, target, pathToFileURL(`${folder}/`))
      expect(isDeepStrictEqual(read, trained)).toBe(true)
      expect(read?.links.targets.length).toBeGreaterThan(1000)
    }
  })

  it.each(pairs)('%s-%s link a word with its translation', (source, target) => {
    const read = readPair('lexicon', source, target, pathToFileURL(`${folder}/`))
    const key = (language: string): string => tokenize(peace[language] ?? '', language)[0]?.key ?? ''
    expect(read && linked(read, key(source))).toContain(key(target))
  })

  it('are one table for both directions', () => {
    expect(knownWords('lexicon', 'fr', 'ar')).toEqual({ lexicon: knownWords('lexicon', 'ar', 'fr')?.lexicon, turned: true })
  })

  it('are names alone beyond the six, and nothing for what is no language', () => {
    expect(knownWords('names', 'de', 'fr')?.lexicon.links.targets.length).toBeGreaterThan(500)
    expect(knownWords('lexicon', 'de', 'fr')).toBeUndefined()
    expect(knownWords('names', 'de', 'not a language')).toBeUndefined()
  })

  it('are trained where there are no files', () => {
    expect(readPair('lexicon', 'en', 'fr', pathToFileURL(`${folder}/none/`))).toBeUndefined()
  })
})

describe('the command', () => {
  it('loads no stage before it knows which one it needs', () => {
    const source = path.resolve(import.meta.dirname, '../src')
    const loaded = new Set<string>()
    const load = (file: string): void => {
      if (loaded.has(file)) return
      loaded.add(file)
      const text = readFileSync(file, 'utf8')
      for (const [, target = ''] of text.matchAll(/^import (?!type)[^'\n]*'(\.[^']+)'/gm)) load(path.resolve(path.dirname(file), target))
    }
    load(path.join(source, 'cli.ts'))
    expect([...loaded].map((file) => path.relative(source, file)).sort()).toEqual(['cli.ts', 'cli/output/make-folder-sync.ts', 'cli/process/compile-cache.ts', 'cli/process/is-source.ts'])
    load(path.join(source, 'cli/program.ts'))
    const stages = [...loaded].map((file) => path.relative(source, file)).filter((file) => /^(?:read|detect|clean|parse|segment|align|write)\b/.test(file))
    expect(stages.sort()).toEqual([path.join('read', 'limits.ts'), path.join('write', 'format-name.ts')])
  })
})
