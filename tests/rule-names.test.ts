/** What a tree says of a repair is the name of the file in which its rule stands. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readExtracts } from '../evaluation/structure/extracts.ts'
import { languageCodes } from '../src/language/code.ts'
import { leafSpans } from '../src/tree/leaves.ts'
import { treeOf } from './extract-trees.ts'

const clean = path.resolve(import.meta.dirname, '../src/clean')
const files = new Map(readdirSync(clean, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => [path.basename(file, '.ts'), file]))
const rules = await Promise.all(
  [...files].filter(([, file]) => file.startsWith(`repair${path.sep}`)).map(async ([name, file]) => ({ name, exported: Object.values((await import(path.join(clean, file))) as Record<string, unknown>) }))
)

describe('rules', () => {
  it('of characters are named after their files', () => {
    const named = rules.flatMap(({ name, exported }) => exported.flatMap((each) => (each instanceof Object && 'pattern' in each && 'name' in each ? [[each.name, name]] : [])))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(([one, other]) => one !== other)).toEqual([])
  })

  it.each(languageCodes)('that trees in %s name are files', (language) => {
    const extracts = [...readExtracts()].filter((each) => each.language === language).slice(0, 6)
    const names = new Set(extracts.flatMap(({ raw }) => [...leafSpans(treeOf(raw, language))].flatMap(({ rule }) => rule ?? [])))
    expect([...names].filter((name) => !files.has(name))).toEqual([])
  })
})
