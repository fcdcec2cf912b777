/** The examples of docs/memory.md run, and say what is there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { read } from '../evaluation/corpus/files.ts'
import { languageCodes } from '../src/language/code.ts'
import { openMemory } from '../src/memory/index.ts'
import { madeDocument } from './memory-documents.ts'

const top = path.resolve(import.meta.dirname, '..')
const examples = [...read('docs/memory.md').matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code = '']) => code)
const folder = mkdtempSync(path.join(top, 'node_modules', '.docs-'))

beforeAll(async () => {
  const memory = await openMemory(pathToFileURL(path.join(folder, 'un.db')), { create: true })
  await memory.add([madeDocument({ symbol: 'A/1', languages: languageCodes, version: { date: '2019-05-22' } }), madeDocument({ symbol: 'S/1' })], { file: 'test' })
  await memory.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('there is one', () => {
  expect(examples).toHaveLength(1)
})

it.each(examples.map((code, index) => [index + 1, code] as const))('example %i', async (index, code) => {
  const file = path.join(folder, `example-${index}.mts`)
  const source = pathToFileURL(path.join(top, 'src/memory/index.ts')).href
  writeFileSync(file, code.replaceAll("'hexapla/memory'", `'${source}'`).replaceAll("'un.db'", JSON.stringify(path.join(folder, 'un.db'))))
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    lines.push(values.map(String).join(' '))
  })
  try {
    await import(pathToFileURL(file).href)
  } finally {
    log.mockRestore()
  }
  expect(lines).toEqual(['A/1 3', expect.stringMatching(/^0\.\d+ Recalling its resolution 1540 .* 2$/), '人权'])
})
