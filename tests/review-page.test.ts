/** The words and keys of the page of a review: in English and French alike, none missing, each key told. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unitStatuses } from '../src/tree/status.ts'
import { unitBlocks } from '../src/tree/unit.ts'

type Words = { [name: string]: Words | string | ((...values: string[]) => string) | Array<[string, Array<[string, string]>]> }

const folder = path.resolve(import.meta.dirname, '../src/review/page')
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
const load = async <Module>(name: string): Promise<Module> => (await import(pathToFileURL(path.join(folder, name)).href)) as Module

const { words } = await load<{ words: Record<'en' | 'fr', Words> }>('words.js')
const { actionOf } = await load<{ actionOf: (event: object) => { action: string; column?: number } | undefined }>('keys.js')
const languages = ['en', 'fr'] as const

/** Names of all words, those of a function with how many values it takes. */
function namesOf(value: unknown, name = ''): string[] {
  if (typeof value === 'function') return [`${name}(${value.length})`]
  if (Array.isArray(value)) return value.flatMap((each, index) => namesOf(each, `${name}[${index}]`))
  if (typeof value !== 'object' || value === null) return [name]
  return Object.entries(value).flatMap(([key, each]) => namesOf(each, `${name}.${key}`))
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (...values: string[]) => string)('1', '2', '3'))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const keyOf = (key: string, more: object = {}): string | undefined => actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })?.action

describe('the words of the page', () => {
  it('are the same in both languages, none of them empty', () => {
    expect(namesOf(words.fr)).toEqual(namesOf(words.en))
    for (const language of languages) for (const text of textsOf(words[language])) expect(text.trim()).not.toBe('')
  })

  it('are all there that the markup and the scripts ask for, and no others', () => {
    const asked = new Set([...read('review.html').matchAll(/data-say(?:-placeholder)?="(\w+)"/gu)].map(([, name = '']) => name))
    const scripts = readdirSync(path.join(folder)).filter((name) => name.endsWith('.js') && name !== 'words.js').map(read).join('\n')
    for (const [, name = ''] of scripts.matchAll(/say\(\)\.(\w+)/gu)) asked.add(name)
    const filters = /const filters = \{([\s\S]*?)\n\}/u.exec(scripts)?.[1] ?? ''
    for (const [, name = ''] of filters.matchAll(/^ {2}(\w+):/gmu)) asked.add(name)
    expect([...asked].sort()).toEqual(Object.keys(words.en).sort())
  })

  it.each(languages)('name every status, every kind of block, every edit and every refusal, in %s', (language) => {
    const { status, blocks, did, refused } = words[language] as Record<string, Record<string, string>>
    expect(Object.keys(status ?? {}).sort()).toEqual(unitStatuses.map(({ name }) => name).sort())
    expect(Object.keys(blocks ?? {}).sort()).toEqual([...unitBlocks].sort())
    const edits = [...readFileSync(path.join(folder, '../page-edits.ts'), 'utf8').matchAll(/^ {2}'?([\w-]+)'?(?:,$|: \(|: merge|: move)/gmu)].map(([, name = '']) => name).filter((name) => !['key', 'language', 'free', 'caret', 'text'].includes(name))
    for (const name of [...edits, 'text', 'realign', 'realign-all', 'undo', 'redo']) expect([name, did?.[name]]).toEqual([name, expect.any(String)])
    const reasons = /export type Refused = (.*)/u.exec(readFileSync(path.join(folder, '../edits.ts'), 'utf8'))?.[1]?.match(/\w+/gu) ?? []
    expect(Object.keys(refused ?? {}).sort()).toEqual([...reasons].sort())
  })
})

describe('the keys of the page', () => {
  it('do in a row what they do in the aligner of OmegaT', () => {
    expect(['u', 'd', 's', 'm', 'e', 'a', 'r', 'c', 'k'].map((key) => keyOf(key))).toEqual(['moveUp', 'moveDown', 'split', 'merge', 'edit', 'reviewed', 'doubtful', 'machine', 'rejected'])
    expect([keyOf('u', { ctrlKey: true }), keyOf('z', { ctrlKey: true }), keyOf('y', { ctrlKey: true }), keyOf('Z', { ctrlKey: true, shiftKey: true })]).toEqual(['next', 'undo', 'redo', 'redo'])
    // Keys of the browser are left to it.
    expect([keyOf('r', { ctrlKey: true }), keyOf('ArrowLeft', { altKey: true }), keyOf('Tab')]).toEqual([undefined, undefined, undefined])
  })

  it.each(languages)('are all told, in %s, and what is told is a key', (language) => {
    const told = new Set((words[language].groups as Array<[string, Array<[string, string]>]>).flatMap(([, keys]) => keys.flatMap(([key]) => key.match(/(?:^|[\s,])(?:Shift|Maj) \p{Lu}|\b\p{Lu}\b|[/?]/gu) ?? [])).map((key) => key.replace(/^[\s,]+/u, '').replace(/^(?:Shift|Maj) /u, 'shift+').toLowerCase()))
    for (const key of told) expect([key, key.startsWith('shift+') ? keyOf(key.slice(6).toUpperCase(), { shiftKey: true }) : keyOf(key, { shiftKey: key === '?' })]).toEqual([key, expect.any(String)])
    const letters = [...'abcdefghijklmnopqrstuvwxyz'].filter((key) => keyOf(key) !== undefined)
    expect(letters.filter((key) => !told.has(key))).toEqual([])
  })
})
