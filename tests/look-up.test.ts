import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { lookerPool } from '../src/look-up/look-up-pool.ts'
import { lookerOf, type Question } from '../src/look-up/looker.ts'
import { lookUpRoutes } from '../src/look-up/routes.ts'
import { lookUpScript } from '../src/look-up/script.ts'
import { openMemory, type Memory } from '../src/memory/index.ts'
import { serve, type Serving } from '../src/server/index.ts'
import { madeDocument, sentences } from './memory-documents.ts'

let folder = ''
let memory: Memory
let serving: Serving

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  memory = await openMemory(path.join(folder, 'un.db'), { create: true })
  const hostile = [{ en: '<script>alert(1)</script> & "quoted"', fr: '<img src=x onerror=alert(1)>' }]
  await memory.add([madeDocument({ symbol: 'A/1', languages: languageCodes, version: { date: '2019-05-22' } }), madeDocument({ symbol: 'A/2', texts: hostile })], { file: 'test' })
  serving = await serve(lookUpRoutes(lookerOf(memory)))
})
afterAll(async () => {
  await serving.close()
  await memory.close()
  rmSync(folder, { recursive: true })
})

const get = async (target: string): Promise<{ status: number; value: unknown }> => {
  const response = await fetch(`http://127.0.0.1:${serving.port}${target}`)
  const text = await response.text()
  return { status: response.status, value: response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text }
}

describe('the JSON of a memory', () => {
  it('finds texts that are like a text, with where they are from', async () => {
    const { value } = await get(`/api/find?${new URLSearchParams({ q: '委员会未经表决批准了报告。', from: 'zh', to: 'ar' }).toString()}`)
    expect(value).toMatchObject([{ language: 'zh', text: sentences[2]?.zh, kind: 'fuzzy', units: [{ symbol: 'A/1', date: '2019-05-22', id: '3#1', citation: 'A/1, para. 3', texts: { ar: sentences[2]?.ar } }] }])
  })

  it('finds phrases', async () => {
    expect((await get(`/api/concordance?${new URLSearchParams({ q: 'حقوق' }).toString()}`)).value).toMatchObject([{ language: 'ar', units: [{ symbol: 'A/1' }] }])
  })

  it('names the languages with their directions', async () => {
    expect((await get('/api/languages')).value).toMatchObject(languageCodes.map((code) => ({ code, direction: code === 'ar' ? 'rtl' : 'ltr' })))
  })

  it.each([
    ['no text', '/api/find', 400],
    ['a text without end', `/api/find?q=${'x'.repeat(5000)}`, 413],
    ['a likeness that is none', '/api/find?q=x&min=2', 400],
    ['a language that is none', '/api/find?q=x&from=..%2F', 400],
    ['a language that the memory does not have', '/api/find?q=x&from=de', 404],
    ['a number that is none', '/api/concordance?q=x&limit=1e9', 400],
    ['a path that leads out', '/..%2f..%2fetc%2fpasswd', 404]
  ])('refuses %s', async (_, target, status) => {
    expect((await get(target)).status).toBe(status)
  })

  it('takes text for text', async () => {
    const { value } = await get(`/api/find?${new URLSearchParams({ q: "' OR 1=1; DROP TABLE texts; --", min: '0.3' }).toString()}`)
    expect(value).toEqual([])
    expect((await get(`/api/find?q=${encodeURIComponent('<script>alert(1)</script> & "quoted"')}&from=en`)).value).toMatchObject([{ score: 1 }])
  })
})

describe('what nobody should send', () => {
  it.each([
    ['ten megabytes to an address that only reads', '/api/find', { method: 'POST', body: 'x'.repeat(10_000_000), headers: { 'content-type': 'application/json' } }, 405],
    ['a text without end in an address', `/api/find?q=${'x'.repeat(16_500)}`, {}, 414],
    ['a script for a path', '/<script>alert(1)</script>', {}, 404],
    ['a file of the machine', '/api/%2e%2e/%2e%2e/etc/passwd', {}, 404],
    ['a line end in the address', '/tmserver/en/fr/unit/a%0d%0aset-cookie:%20x', {}, 400],
    ['bytes that are no text', '/tmserver/en/fr/unit/%ff', {}, 400],
    ['SQL for a filter', `/api/find?${new URLSearchParams({ q: 'x', symbol: "A'; DROP TABLE units; --" }).toString()}`, {}, 200],
    ['a pattern for a language', '/api/find?q=x&from=%25', {}, 400],
    ['another site', '/api/find?q=x', { headers: { origin: 'https://example.org' } }, 403],
    ['a score beyond 1', '/api/find?q=x&minScore=2', {}, 400]
  ])('%s', async (_, target, init, status) => {
    const response = await fetch(`http://127.0.0.1:${serving.port}${target}`, init).catch((error: unknown) => error)
    // Who sends on after the refusal may find the line cut.
    if (response instanceof Response) expect(response.status).toBe(status)
    else expect(status).toBe(405)
    expect((await get('/api/languages')).status).toBe(200)
    expect((await get(`/api/find?${new URLSearchParams({ q: sentences[1]?.en ?? '' }).toString()}`)).value).toHaveLength(1)
  })
})

describe('threads', () => {
  it('answer as one does, many at once, and say what they do not know', async () => {
    const pool = await lookerPool(memory.file)
    try {
      const alone = lookerOf(memory)
      const questions = sentences.flatMap((texts) => languageCodes.map((from): Question => ({ kind: 'find', text: texts[from], options: { from } })))
      questions.push({ kind: 'languages' }, { kind: 'concordance', text: '人权', options: {} }, { kind: 'find', text: 'x', options: { from: 'de' } })
      expect(await Promise.all(questions.map((question) => pool.look(question)))).toEqual(await Promise.all(questions.map((question) => alone.look(question))))
    } finally {
      await pool.close()
    }
  }, 60_000)
})

describe('the look-up of tmserver', () => {
  it('gives source, target, context and quality', async () => {
    const { value } = await get(`/tmserver/en/fr/unit/${encodeURIComponent(sentences[2]?.en ?? '')}`)
    expect(value).toEqual([{ source: sentences[2]?.en, target: sentences[2]?.fr, context: 'A/1, para. 3', quality: 100 }])
  })

  it('knows other forms of tags, and languages that it does not have', async () => {
    expect((await get(`/tmserver/en/de/unit/${encodeURIComponent('a/b')}`)).value).toEqual([])
    expect((await get(`/tmserver/en_US/fr/unit/x`)).value).toEqual([])
    // As Weblate asks for Chinese.
    expect((await get(`/tmserver/en_US/zh_Hans/unit/${encodeURIComponent(sentences[2]?.en ?? '')}`)).value).toMatchObject([{ target: sentences[2]?.zh, quality: 100 }])
    expect((await get(`/tmserver/ru/es/unit/${encodeURIComponent('Комитет принял свой доклад без голосования.')}?min_similarity=50&max_candidates=1`)).value).toMatchObject([{ target: sentences[2]?.es, quality: 83 }])
  })
})

it('the script of the page is a program, and makes no markup of texts', () => {
  expect(() => new Function(`return async () => { ${lookUpScript} }`) as unknown).not.toThrow()
  expect(lookUpScript).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
})
