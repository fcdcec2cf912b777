/** What holds of every store that a memory can be in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { languageCodes } from '../src/language/code.ts'
import { openMemory, withoutPassword, type Memory } from '../src/memory/index.ts'
import type { AlignedDocument } from '../src/tree/unit.ts'
import { writeFormats } from '../src/write/index.ts'
import { madeDocument, sentences } from './memory-documents.ts'
import { run } from './run-command.ts'

export async function exported(memory: Memory, filter = {}): Promise<string> {
  let text = ''
  for await (const chunk of writeFormats(['jsonl'], memory.documents(filter), { languages: await memory.languages(filter) })) text += chunk.text
  return text
}

/** Documents that replace and correct each other, and one of another tool. */
export const documents: readonly AlignedDocument[] = [
  madeDocument({ symbol: 'A/70/1', languages: languageCodes, version: { date: '2015-10-21' } }),
  madeDocument({ symbol: 'A/70/1*', languages: ['en', 'fr'], mark: 'New: ', version: { symbol: 'A/70/1*', date: '2015-11-21' } }),
  madeDocument({ symbol: 'S/2019/7', languages: ['ar', 'zh'], version: { date: '2019-05-22' }, unit: { score: 0.4 } }),
  madeDocument({ symbol: 'S/2019/7/Corr.1', languages: ['ar', 'zh'], texts: [{ ar: 'الفقرة ٢', zh: '第2段' }] }),
  { ...madeDocument({ name: 'old', texts: [{ en: 'Half \uD800 and none \u0000.', fr: 'A “quoted” \\ text, {with} signs, \u001F, 😀.' }] }) }
]

/** The tests of a store; `placeOf` gives the place of a new memory, for a number that no other has. */
export function itKeepsMemories(placeOf: (folder: string, number: number) => string): void {
  let folder = ''
  let count = 0
  const place = (): string => placeOf(folder, ++count)

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('gives back what came in, the same bytes in any order', async () => {
    const outputs = new Set<string>()
    for (const seed of [1, 2, 3]) {
      const chance = chanceOf(seed)
      const memory = await openMemory(place(), { create: true })
      const order = documents.map((document) => ({ document, at: chance.below(1_000) })).sort((a, b) => a.at - b.at)
      for (const { document } of order) await memory.add([document], { file: 'test' })
      outputs.add(await exported(memory))
      outputs.add((await exported(memory, { all: true })).length > 0 ? await exported(memory) : '')
      await memory.close()
    }
    expect(outputs.size).toBe(1)
    expect([...outputs][0]).toContain('😀')
  })

  it('finds, in six languages', async () => {
    const memory = await openMemory(place(), { create: true })
    await memory.add(documents, { file: 'test' })
    for (const language of languageCodes) {
      const text = sentences[1]?.[language] ?? ''
      expect((await memory.find(text, { from: language }))[0], language).toMatchObject({ text, score: 1, kind: 'exact' })
      expect((await memory.find(`${text} ${text.slice(0, 4)}`, { from: language, min: 0.5 }))[0], language).toMatchObject({ kind: 'fuzzy' })
    }
    expect(await memory.concordance('人权', { to: 'ar' })).toMatchObject([{ units: [{ document: { symbol: 'S/2019/7' } }, { document: { symbol: 'A/70/1' } }] }])
    expect(await memory.concordance('الحريات', { from: 'ar' })).toHaveLength(1)
    expect(await memory.concordance('free*', { from: 'en' })).toHaveLength(2)
    await memory.close()
  })

  it('is added to, searched, listed and exported through the command line, by kind and status, too', async () => {
    const [units, memory] = [path.join(folder, `${++count}.jsonl`), place()]
    const made = [
      madeDocument({ symbol: 'A/70/1', languages: languageCodes }),
      madeDocument({ symbol: 'A/70/2', mark: 'Then ', unit: { block: 'heading', status: 'reviewed' } }),
      madeDocument({ symbol: 'A/70/3', mark: 'Now ', unit: { status: 'rejected' } })
    ]
    let text = ''
    for await (const chunk of writeFormats(['jsonl'], made, { keepAll: true })) text += chunk.text
    writeFileSync(units, text)
    expect(await run(['memory', 'add', memory, units])).toMatchObject({ code: 0, stderr: `${withoutPassword(memory)}: 9 units of 3 documents added\n` })
    for (const language of languageCodes) {
      const { code, stdout } = await run(['find', sentences[0]?.[language] ?? '', '-m', memory, '--from', language, '--json'])
      expect([code, (JSON.parse(stdout) as unknown[])[0]], language).toMatchObject([0, { score: 1 }])
    }
    const symbols = async (...filter: string[]): Promise<string[]> => [...new Set((await run(['memory', 'export', memory, '--to', 'jsonl', ...filter])).stdout.match(/A\/70\/\d(?=")/g))].sort()
    expect(await symbols()).toEqual(['A/70/1', 'A/70/2'])
    expect(await symbols('--block', 'heading')).toEqual(['A/70/2'])
    expect(await symbols('--status', 'reviewed')).toEqual(['A/70/2'])
    expect(await symbols('--status', 'rejected')).toEqual(['A/70/3'])
    expect(await symbols('--block', 'paragraph')).toEqual(['A/70/1'])
    expect((await run(['memory', 'list', memory])).stdout).toContain('A/70/3')
  })

  it('knows filters, what replaces what, and what is forgotten', async () => {
    const url = place()
    const memory = await openMemory(url, { create: true })
    await memory.add(documents, { file: 'test' })
    const listed = async (filter = {}): Promise<string[]> => (await memory.list(filter)).map(({ entry }) => entry.document)
    expect(await listed()).toEqual(['A/70/1', 'A/70/1', 'S/2019/7', 'S/2019/7/Corr.1', 'old'])
    expect(await listed({ organ: 'S' })).toEqual(['S/2019/7', 'S/2019/7/Corr.1'])
    expect(await listed({ asOf: '2015-10-31' })).toEqual(['A/70/1', 'S/2019/7/Corr.1', 'old'])
    expect((await memory.find(sentences[1]?.zh ?? '', { minScore: 0.5 }))[0]?.units.map(({ document }) => document.symbol)).toEqual(['A/70/1'])
    expect((await memory.find(sentences[1]?.zh ?? '', { symbol: 'S/2019/7' }))[0]?.units).toMatchObject([{ amendedBy: ['S/2019/7/Corr.1'] }])
    expect(await memory.forget('S/2019/7')).toBe(1)
    expect(await listed({ organ: 'S' })).toEqual(['S/2019/7/Corr.1'])
    await memory.close()
    const again = await openMemory(url)
    expect(await again.forget('S/2019/7', true)).toBe(1)
    await expect(again.forget('A/9')).rejects.toMatchObject({ id: 'memory:symbol-unknown' })
    expect(await again.stats()).toMatchObject({ documents: 4, units: 11, replaced: 0, pairs: expect.arrayContaining([{ languages: ['ar', 'zh'], units: 7, doubtful: 3, conflicts: 0 }]) as unknown })
    await again.close()
  })

  it('is read while somebody writes, and loses nothing when he fails', async () => {
    const url = place()
    const [writer, reader] = [await openMemory(url, { create: true }), await openMemory(url, { create: true })]
    const seen: number[] = []
    const failing = async function* (): AsyncGenerator<AlignedDocument> {
      for (let number = 1; number < 4; number++) {
        yield madeDocument({ symbol: `A/${number}`, mark: `${number} ` })
        seen.push((await reader.concordance('seized')).length)
      }
      throw new Error('the line is cut')
    }
    await expect(writer.add(failing(), { file: 'test' })).rejects.toThrow('the line is cut')
    expect(seen).toEqual([0, 1, 2])
    expect((await reader.list()).map(({ entry }) => entry.document)).toEqual(['A/1', 'A/2'])
    // Another writer goes on where this one has ended, and the first one after it.
    await reader.add([madeDocument({ symbol: 'A/8', mark: 'eight ' })], { file: 'test' })
    await writer.add([madeDocument({ symbol: 'A/3', mark: '3 ' }), madeDocument({ symbol: 'A/8', mark: 'eight ' })], { file: 'test' })
    expect(await writer.concordance('seized')).toHaveLength(4)
    expect(await reader.concordance('seized')).toEqual(await writer.concordance('seized'))
    await writer.close()
    await reader.close()
  })

  it('keeps tags, filters by them, and gives them back whatever the format', async () => {
    const url = place()
    const memory = await openMemory(url, { create: true })
    await memory.add([...documents, madeDocument({ symbol: 'A/70/2', mark: 'Then ', unit: { status: 'reviewed' } })], { file: 'test' })
    const plain = await exported(memory)
    await memory.tag('A/70/1', [{ tag: 'тема=права' }])
    await memory.tag('A/70/2', [{ tag: 'rejected', by: 'Ана', reason: '另一段' }, { tag: 'second' }], ['2#1'])
    await memory.tag('old', [{ tag: 'doubtful', by: 'check', reason: 'numbers en fr' }, { tag: 'موضوع' }], ['1#1'])
    const ids = async (from: Memory, filter: object): Promise<string[]> => {
      const found: string[] = []
      for await (const { document, units } of from.documents(filter)) for (const { id } of units) found.push(`${document.symbol ?? 'old'} ${id}`)
      return found
    }
    const same = async (other: Memory, hasRejected = true): Promise<void> => {
      // TMX does not say that a version has a star.
      expect(new Set(await ids(other, { tags: ['тема=права'] }))).toEqual(new Set(await ids(memory, { tags: ['тема=права'] })))
      expect(await ids(other, { tags: ['second'] })).toEqual([])
      // What is rejected enters no TMX.
      expect(await ids(other, { tags: ['second', 'rejected'], status: 'rejected' })).toEqual(hasRejected ? ['A/70/2 2#1'] : [])
      expect(await ids(other, { status: 'doubtful', tags: ['موضوع'] })).toHaveLength(1)
    }
    expect(await ids(memory, { tags: ['тема=права'] })).toHaveLength(6)
    expect(await ids(memory, { symbol: 'A/70/2' })).toEqual(['A/70/2 1#1', 'A/70/2 3#1'])
    await same(memory)
    expect((await memory.find(`Then ${sentences[0]?.en ?? ''}`, { tags: ['second'], status: 'rejected' }))).toEqual([])
    // Through files, and as it is.
    for (const format of ['jsonl', 'tmx'] as const) {
      const file = path.join(folder, `${++count}.${format}`)
      let text = ''
      for await (const chunk of writeFormats([format], memory.documents({ all: true }), { languages: await memory.languages(), scope: 'all', keepAll: true })) text += chunk.text
      writeFileSync(file, text)
      const again = place()
      expect((await run(['memory', 'add', again, file])).code, format).toBe(0)
      const other = await openMemory(again)
      await same(other, format === 'jsonl')
      await other.close()
    }
    const merged = place()
    expect((await run(['memory', 'add', merged, url])).code).toBe(0)
    const other = await openMemory(merged)
    await same(other)
    expect(await other.tags('A/70/2')).toEqual([{ unit: '2#1', tag: 'rejected', by: 'Ана', reason: '另一段' }, { unit: '2#1', tag: 'second' }])
    await other.close()
    // A copy with tags tags what is there.
    await memory.add([madeDocument({ symbol: 'A/70/2', mark: 'Then ', unit: { status: 'reviewed', tags: [{ tag: 'third' }] } })], { file: 'test' })
    expect(await ids(memory, { tags: ['third'] })).toEqual(['A/70/2 1#1', 'A/70/2 3#1'])
    // The last decision holds; what is taken off is as it was.
    await memory.tag('A/70/2', [{ tag: 'machine' }], ['2#1'])
    expect(await memory.tags('A/70/2')).toMatchObject([{ unit: '1#1' }, { unit: '2#1', tag: 'machine' }, { unit: '2#1', tag: 'second' }, { unit: '2#1', tag: 'third' }, { unit: '3#1' }])
    await expect(memory.tag('A/70/2', [{ tag: 'x' }], ['9#9'])).rejects.toMatchObject({ id: 'memory:unit-unknown' })
    await expect(memory.tag('A/9', [{ tag: 'x' }])).rejects.toMatchObject({ id: 'memory:symbol-unknown' })
    await expect(memory.tag('A/70/2', [{ tag: 'two words' }])).rejects.toThrow(RangeError)
    expect(await memory.untag('A/70/2')).toBe(5)
    expect(await memory.untag('A/70/1', { tags: ['тема=права'], by: 'nobody' })).toBe(0)
    expect(await memory.untag('A/70/1', { tags: ['тема=права'] })).toBe(2)
    expect(await memory.untag('old')).toBe(2)
    await memory.untag('A/70/2')
    expect(await exported(memory)).toBe(plain)
    await memory.close()
  })

  it('is not made where it is only to be read', async () => {
    await expect(openMemory(place())).rejects.toMatchObject({ id: 'memory:missing' })
  })
}
