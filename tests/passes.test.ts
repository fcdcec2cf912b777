/** The passes of `clean`: each gives what is new in a draft, and changes nothing that another has made. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clean } from '../src/clean/index.ts'
import { passes } from '../src/clean/passes.ts'
import { languageCodes } from '../src/language/code.ts'
import { textSource } from '../src/source/text-source.ts'
import { someOf } from './some-of.ts'

const corpus = join(import.meta.dirname, '../corpus')
const extracts = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt')).sort()

describe('passes', () => {
  it('need only what passes before them give', () => {
    const given = new Set<string>(['source'])
    for (const { name, needs, gives } of passes) {
      for (const need of needs) expect([...given], `${name} needs ${need}`).toContain(need)
      for (const part of gives) given.add(part)
    }
  })

  it('are observed in order', () => {
    const seen: string[] = []
    clean(textSource('1. The lamps are lit.'), 'en', { observe: ({ name }) => seen.push(name) })
    expect(seen).toEqual(passes.map(({ name }) => name))
  })

  it.each(languageCodes)('change no line that was made: %s', (code) => {
    const own = extracts.filter((file) => basename(file).startsWith(`${code}.`))
    expect(own.length).toBeGreaterThan(8)
    const told = new Set<string>()
    for (const file of someOf(own, 3)) {
      const text = readFileSync(join(corpus, file), 'utf8')
      // What is frozen throws where it is written to.
      const { blocks } = clean(textSource(text), code, {
        observe: (_, draft) => {
          for (const line of Object.freeze(draft.lines)) told.add(Object.freeze(line).role)
          Object.freeze(draft.notes)
          Object.freeze(draft.tables)
        }
      })
      expect(blocks, file).toEqual(clean(textSource(text), code).blocks)
    }
    expect([...told].sort()).toEqual(['body', 'furniture', 'masthead', 'note', 'table'])
  })
})
