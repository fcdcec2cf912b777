/** The review as it is served and kept: what the page may ask for, who may not, and what is left when the program is killed. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { DocumentAligner, documentsOf, languagesOf, LogFile, pageFiles, Realigner, reviewRoutes, Session, tableOf, type LogEntry, type PrintedPages, type Table } from '../src/review/index.ts'
import { fixedRoutes, serve, type Serving } from '../src/server/index.ts'
import type { Unit } from '../src/tree/unit.ts'
import { printedPages } from '../src/cli/review/printed-pages.ts'
import { BitextCollection } from '../src/align/index.ts'
import { readUnitsJsonl } from '../src/read/memory/index.ts'
import { run } from './run-command.ts'
import { recordOf, sampleDocument, unitOf } from './write-support.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-review-'))
const token = 'a-token-for-this-test-alone'
const open: Serving[] = []
afterAll(async () => {
  for (const serving of open) await serving.close()
  rmSync(folder, { recursive: true })
})

const sentences = (): Unit[] => sampleDocument().units.filter(({ granularity }) => granularity === 'sentence')

/** A memory in a folder of its own. */
function put(name: string, units: readonly Unit[] = sentences()): string {
  const file = path.join(folder, `${name}.jsonl`)
  writeFileSync(file, [{ type: 'document', ...recordOf(languageCodes, 'CD/2167') }, ...units.map((unit) => ({ type: 'unit', symbol: 'CD/2167', ...unit }))].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

/** A review that is served, and a way to ask it. */
interface Served {
  session: Session
  log: LogEntry[]
  url: string
  ask: (at: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  exported: string[]
}

async function served(units = sentences(), printed?: PrintedPages): Promise<Served> {
  const table = tableOf([{ document: recordOf(languageCodes, 'CD/2167'), units }])
  const session = new Session(table)
  const aligner = new DocumentAligner()
  const log: LogEntry[] = []
  const exported: string[] = []
  const routes = reviewRoutes({
    title: 'CD/2167',
    session,
    realigner: new Realigner(session, (task) => aligner.run(task)),
    languages: languagesOf(table),
    original: 'fr',
    formats: ['tmx', 'tsv'],
    ...(printed ? { printed } : {}),
    save: (entry) => log.push(entry),
    exportTo: (format) => {
      exported.push(format)
      return Promise.resolve([`x.${format}`])
    }
  })
  const serving = await serve([...fixedRoutes(pageFiles()), ...routes], { token, rate: false })
  open.push(serving)
  const url = `http://127.0.0.1:${serving.port}`
  const ask = (at: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + at, { redirect: 'manual', ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers } })
  return { session, log, url, ask, exported }
}

describe('printed pages', () => {
  const files = path.resolve(import.meta.dirname, '../corpus/decision-tide-gauge-calendar/files')
  const table = async (): Promise<Table> => {
    const { stdout } = await run(['align', path.join(files, 'fr.pdf'), path.join(files, 'ar.pdf'), '--to', 'jsonl'])
    const pieces = []
    for await (const piece of readUnitsJsonl((async function* () { yield await Promise.resolve(Buffer.from(stdout)) })())) pieces.push(piece)
    return tableOf(pieces)
  }
  let printed: PrintedPages
  beforeAll(async () => {
    // Of two files of that name the one is taken whose sentences are those of the version.
    printed = printedPages([path.join(folder, 'fr.pdf'), path.join(files, 'ar.pdf'), path.join(files, 'fr.pdf')], await table(), {})
    writeFileSync(path.join(folder, 'fr.pdf'), readFileSync(path.join(files, 'ar.pdf')))
  })

  it('a sentence has its page and its boxes there', async () => {
    for (const language of ['ar', 'fr']) {
      const [heading, item] = [await printed.place(0, language, 'h2#1'), await printed.place(0, language, '1#1')]
      expect(item).toMatchObject({ page: 0, pages: 1 })
      const [x, y, width, height] = item?.boxes[0] ?? [0, 0, 0, 0]
      // Paragraph 1 stands below the heading, within the page.
      expect(y).toBeGreaterThan(heading?.boxes[0]?.[1] ?? 1)
      expect(Math.min(x, width, height)).toBeGreaterThan(0)
      expect(Math.max(x + width, y + height)).toBeLessThan(1)
    }
    expect(await printed.place(0, 'fr', 'nowhere')).toBeUndefined()
    expect(await printed.place(0, 'en', '1#1')).toBeUndefined()
  })

  it('are looked for where they are said to be, and nowhere in vain', async () => {
    const empty = path.join(folder, 'no-exports')
    mkdirSync(empty)
    const { code, stderr } = await run(['review', put('sources'), '--sources', empty, '--json'])
    expect([code, stderr.includes('review:sources-none')]).toEqual([1, true])
    expect((await run(['review', put('sources'), '--sources', empty, '--report'])).code).toBe(2)
  })

  it('are asked for by the segment, and sent as PNG', async () => {
    const { ask } = await served(sentences(), { languages: ['fr'], place: (_, language, address) => Promise.resolve(language === 'fr' && address === 'h1#1' ? { page: 2, pages: 9, boxes: [] } : undefined), picture: (document, language, page) => printed.picture(document, language, page) })
    expect(await (await ask('/api/review')).json()).toMatchObject({ printed: ['fr'] })
    expect(await (await ask('/api/printed/fr:h1%231')).json()).toEqual({ document: 0, language: 'fr', page: 2, pages: 9, boxes: [] })
    expect(await (await ask('/api/printed/en:h1%231')).json()).toEqual({})
    expect(await (await ask('/api/printed/nowhere')).json()).toEqual({})
    const picture = await ask('/printed/0/fr/0')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await picture.arrayBuffer()).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    for (const wrong of ['/printed/0/fr/1', '/printed/0/en/0', '/printed/0/fr/-1', '/printed/0/fr/0x0', '/printed/7/fr/0', '/printed/x/fr/0']) expect((await ask(wrong)).status).toBe(404)
    expect((await ask('/printed/0/fr/0', undefined, { authorization: 'Bearer other-token-than-this' })).status).toBe(401)
  })
})

describe('the page', () => {
  it('asks for rows, edits them and takes the edits back', async () => {
    const units = sentences().map((unit) => ({ ...unit, versions: Object.fromEntries(Object.entries(unit.versions).map(([code, version]) => [code, { ...version, segments: version.segments.map((text) => text.replace('40 "experts"', '41 "experts"')) }])) }))
    const { ask, session, log } = await served(units)
    const before = JSON.stringify(documentsOf(session.table))
    expect(await (await ask('/api/review')).json()).toMatchObject({ title: 'CD/2167', original: 'fr', rows: 4, undo: false, languages: [{ tag: 'ar', direction: 'rtl' }, { tag: 'en' }, { tag: 'es' }, { tag: 'fr' }, { tag: 'ru' }, { tag: 'zh', name: '中文' }] })
    const rows = (await (await ask('/api/rows?from=0&count=10')).json()) as Array<{ cells: Record<string, unknown[][]>; oneSided: boolean; doubtful: boolean }>
    expect(rows.map(({ oneSided, doubtful }) => [oneSided, doubtful])).toEqual([[false, false], [false, true], [true, true], [true, true]])
    // The number 41 is in the English alone.
    expect(rows[1]?.cells.en?.[0]?.[2]).toEqual([47, 49])
    expect(await (await ask('/api/edit', { op: 'split', key: 'zh:p1#2' })).json()).toMatchObject({ changes: [{ at: 1, removed: 1, inserted: [{ id: 'p1#1' }, {}] }], undo: true })
    expect(await (await ask('/api/edit', { op: 'merge', key: 'fr:h1#1' })).json()).toEqual({ refused: 'original' })
    expect(await (await ask('/api/edit', { op: 'merge', key: 'fr:h1#1', free: true })).json()).toMatchObject({ changes: [{ at: 0, removed: 2 }] })
    for (let count = 0; count < 2; count++) await ask('/api/undo', {})
    expect(await (await ask('/api/undo', {})).json()).toEqual({ refused: 'nothing' })
    expect(JSON.stringify(documentsOf(session.table))).toBe(before)
    expect(log.map(({ op }) => op)).toEqual(['split', 'merge', 'undo', 'undo'])
  })

  it.each(languageCodes)('marks, locks and edits a segment in %s', async (code) => {
    const { ask, session } = await served()
    const key = `${code}:h1#1`
    const before = session.rows[0]?.cells[code]?.[0]?.text ?? ''
    await ask('/api/edit', { op: 'text', key, text: `${before} 2` })
    expect(session.rows[0]).toMatchObject({ status: 'reviewed', cells: { [code]: [{ text: `${before} 2` }] } })
    await ask('/api/edit', { op: 'lock', key })
    for (const op of ['mark', 'text', 'merge', 'swap', 'detach', 'realign']) expect(await (await ask('/api/edit', { op, key, text: 'x', status: 'rejected', free: true })).json()).toEqual({ refused: 'locked' })
    await ask('/api/edit', { op: 'unlock', key })
    await ask('/api/edit', { op: 'mark', key, status: 'rejected' })
    expect(session.rows[0]?.status).toBe('rejected')
  })

  it('exports, and only what there is', async () => {
    const { ask, exported } = await served()
    expect(await (await ask('/api/export', { to: 'tmx' })).json()).toEqual({ files: ['x.tmx'] })
    expect((await ask('/api/export', { to: '../../etc/passwd' })).status).toBe(400)
    expect(exported).toEqual(['tmx'])
  })

  it('has all of its files, without a script or a style in its markup', async () => {
    const { ask } = await served()
    for (const file of Object.keys(pageFiles())) expect([file, (await ask(file)).status]).toEqual([file, 200])
    expect(pageFiles()['/']).not.toMatch(/<style|style=|<script>|onclick/)
    const { headers } = await ask('/')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  })
})

describe('others', () => {
  it('are refused: without the token, from another site, by another name, with a form, out of the folder', async () => {
    const { ask, url, log } = await served()
    const edit = { op: 'mark', key: 'en:h1#1', status: 'reviewed' }
    expect((await fetch(`${url}/api/review`)).status).toBe(401)
    expect((await ask('/api/edit', edit, { authorization: 'Bearer another-token-of-them' })).status).toBe(401)
    expect((await ask('/api/edit', edit, { origin: 'http://example.org' })).status).toBe(403)
    expect((await ask('/api/edit', 'op=mark', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    for (const at of ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2fpackage.json', '/review.html']) expect([at, (await ask(at)).status]).toEqual([at, 404])
    for (const body of ['{', '[]', '{"op":"burn","key":"en:h1#1"}', '{"op":"mark","key":"en:h1#1","status":"x"}']) expect((await ask('/api/edit', body)).status).toBe(400)
    expect((await ask('/api/edit', { op: 'mark', key: 'en:gone#1' })).status).toBe(409)
    expect((await ask('/api/rows?from=-1&count=2')).status).toBe(400)
    expect(log).toEqual([])
  })
})

describe('the log', () => {
  it('is on the disk line by line, and may lose the line that was being written', () => {
    const file = path.join(folder, 'cut.review.jsonl')
    const session = new Session(tableOf([sampleDocument()]))
    const first = new LogFile(file)
    for (const key of ['en:h1#1', 'en:p1#1']) {
      const entry = session.see([key])
      if (entry) first.append(entry)
    }
    first.close()
    const whole = readFileSync(file, 'utf8')
    appendFileSync(file, '{"op":"see')
    const second = new LogFile(file)
    expect(second.entries).toEqual([{ op: 'seen', at: ['en:h1#1'] }, { op: 'seen', at: ['en:p1#1'] }])
    second.append({ op: 'undo' })
    second.close()
    expect(readFileSync(file, 'utf8')).toBe(`${whole}{"op":"undo"}\n`)
  })

  it('is for one program at a time, and taken over from one that was killed', () => {
    const file = path.join(folder, 'one.review.jsonl')
    const log = new LogFile(file)
    expect(() => new LogFile(file)).toThrow(expect.objectContaining({ id: 'review:log-in-use' }))
    log.close()
    // The number of a process that has ended.
    writeFileSync(`${file}.lock`, String(spawnSync(process.execPath, ['-e', '']).pid))
    const again = new LogFile(file)
    again.close()
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([])
  })

  it('that is none is refused, and left as it is', async () => {
    const memory = put('refused')
    for (const [text, line] of [['[1]\n', 1], ['{"hexapla":"review","version":1}\nx\n', 2]] as const) {
      const log = path.join(folder, 'other.jsonl')
      writeFileSync(log, text)
      const { code, stderr } = await run(['review', memory, '--log', log, '--report', '--json'])
      expect([code, (JSON.parse(stderr) as Array<{ messages: unknown[] }>)[0]?.messages[0]]).toMatchObject([1, { id: 'review:log-damaged', reason: `Unexpected line ${line} of ${log}, expected the log of a review` }])
      expect(readFileSync(log, 'utf8')).toBe(text)
    }
    const { stderr } = await run(['review', memory, '--log', path.join(folder, 'no', 'such', 'x.jsonl'), '--json'])
    expect(stderr).toContain('review:log-unwritable')
  })
})

describe('hexapla review', () => {
  const entry = (op: string, at: string, cells: Record<string, string[]>, more: object = {}): string => `${JSON.stringify({ op, at, rows: [{ cells, ...more }] })}\n`

  it('writes what came of a review, and reports on the aligner', async () => {
    const memory = put('done', [unitOf('1#1', { en: 'Some words.', fr: 'Des mots.' }, { score: 0.4 }), unitOf('2#1', { en: 'More words.', fr: 'Tout autre chose.' }, { score: 0.95 }), unitOf('3#1', { en: 'A third.', fr: 'Un troisième.' })])
    const log = path.join(folder, 'done.review.jsonl')
    writeFileSync(log, `{"hexapla":"review","version":1}\n${entry('mark', 'en:1#1', { en: ['en:1#1'], fr: ['fr:1#1'] }, { status: 'reviewed' })}${entry('mark', 'en:2#1', { en: ['en:2#1'], fr: ['fr:2#1'] }, { status: 'rejected' })}${entry('mark', 'en:9#1', { en: ['en:9#1'] }, { status: 'reviewed' })}`)
    const { code, stdout, stderr } = await run(['review', memory, '--to', 'tmx', '--json'])
    expect(code).toBe(0)
    expect([stdout.includes('Des mots'), stdout.includes('Tout autre'), /"x-status">reviewed</.test(stdout)]).toEqual([true, false, true])
    expect((JSON.parse(stderr) as Array<{ messages: Array<{ id: string; reason: string }> }>)[0]?.messages.map(({ id, reason }) => [id, reason.includes('en:9#1')])).toEqual([['review:edit-lost', true]])
    const report = await run(['review', memory, '--report'])
    expect(report.stdout).toBe(
      ['3 rows, 1 reviewed, 1 rejected', '', 'What the aligner got wrong:', '     1  a pair that is none', '', 'Of the rows that were looked at, by the score that the aligner gave them:', '  0.4 to 0.5       1 rows, 0 wrong', '  0.9 to 1.0       1 rows, 1 wrong', ''].join('\n')
    )
    expect((await run(['review', memory, '-o', path.join(folder, 'kept.jsonl')])).code).toBe(0)
    expect(readFileSync(path.join(folder, 'kept.jsonl'), 'utf8')).toContain('"status":"rejected"')
    expect((await run(['review', memory, '--report', '--to', 'tmx'])).code).toBe(2)
  })

  it('teaches: what was reviewed is learned whatever its score, what was rejected never', async () => {
    const pairs = [['harbour', 'quai'], ['lantern', 'fanal'], ['tide', 'fauteuil']] as const
    const texts = Array.from({ length: 30 }, (_, round) => pairs.map(([en, fr]) => ({ en: `the ${en} ${round}`, fr: `le ${fr} ${round}` }))).flat()
    const memory = put('teach', texts.map((each, index) => unitOf(`${index + 1}#1`, each, { score: 0.3 })))
    const statusOf = (index: number): string => (index % 3 === 2 ? 'rejected' : 'reviewed')
    const marks = texts.map((_, index) => entry('mark', `en:${index + 1}#1`, { en: [`en:${index + 1}#1`], fr: [`fr:${index + 1}#1`] }, { status: statusOf(index) }))
    writeFileSync(path.join(folder, 'teach.review.jsonl'), `{"hexapla":"review","version":1}\n${marks.join('')}`)
    const [reviewed, lexicon] = [path.join(folder, 'taught.jsonl'), path.join(folder, 'lexicon.json')]
    expect((await run(['review', memory, '-o', reviewed])).code).toBe(0)
    expect((await run(['train', reviewed, '-o', lexicon])).code).toBe(0)
    const learned = readFileSync(lexicon, 'utf8')
    expect(pairs.map(([, word]) => learned.includes(word.slice(0, 5)))).toEqual([true, true, false])
    const { stdout } = await run(['review', memory, '--report', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ rows: 90, reviewed: 60, rejected: 30, edits: [['reject', 30]] })
  })

  it('opens a memory that lives in one file, whole or a document of it', async () => {
    const memory = path.join(folder, 'un.db')
    const others = path.join(folder, 'other.jsonl')
    writeFileSync(others, readFileSync(put('note'), 'utf8').replaceAll('CD/2167', 'CD/2168'))
    expect((await run(['memory', 'add', memory, put('note'), others])).code).toBe(0)
    const rows = async (...options: string[]): Promise<unknown[]> => {
      const { code, stdout } = await run(['review', memory, ...options, '--to', 'jsonl'])
      expect(code).toBe(0)
      return stdout.trim().split('\n').map((line) => JSON.parse(line) as { type: string; symbol?: string }).filter(({ type }) => type === 'unit')
    }
    const [one, all] = [await rows('--symbol', 'CD/2168'), await rows()]
    expect(one).toHaveLength(4)
    expect(all).toHaveLength(8)
    expect((await run(['review', put('note'), '--symbol', 'CD/2168', '--report'])).stderr).toContain('review:symbol-idle')
  })

  it('opens the folder of an alignment, and the versions of a document', async () => {
    const corpus = path.resolve(import.meta.dirname, '../corpus/cd-note-verbale-belarus-2019')
    const out = path.join(folder, 'out')
    await run(['align', path.join(corpus, 'fr.txt'), path.join(corpus, 'en.txt'), '-o', out, '--to', 'tmx,html'])
    const ofFolder = await run(['review', out, '--to', 'tsv'])
    const ofFiles = await run(['review', path.join(corpus, 'fr.txt'), path.join(corpus, 'en.txt'), '--to', 'tsv', '--log', path.join(out, 'x.review.jsonl')])
    expect([ofFolder.code, ofFiles.code]).toEqual([0, 0])
    expect(ofFiles.stdout.split('\n').length).toBeGreaterThan(20)
    // Nothing was edited, and nothing is left behind.
    expect(readdirSync(out).filter((name) => name.includes('.review.'))).toEqual([])
    for (const wrong of [folder, path.join(corpus, 'fr.txt')]) expect((await run(['review', path.join(wrong), '--report', '--log', path.join(out, 'y.review.jsonl'), '--json'])).code).toBe(wrong === folder ? 0 : 1)
    rmSync(path.join(out, 'y.review.jsonl'), { force: true })
    expect((await run(['review', path.join(corpus, 'fr.txt'), '--report', '--json'])).stderr).toContain('review:nothing')
  })
})

it('reviewed units teach whatever their score, rejected ones never', () => {
  const units = Array.from({ length: 30 }, (_, index) => [
    unitOf(`${index}#1`, { en: `the lamp ${index}`, fr: `la lampe ${index}` }, { score: 0.3, status: 'reviewed' }),
    unitOf(`${index}#2`, { en: `the zebra ${index}`, fr: `le fauteuil ${index}` }, { score: 1, status: 'rejected' })
  ]).flat()
  const collection = new BitextCollection()
  collection.add(units, 'one')
  expect(collection.lexicons().map(({ source, target, pairs }) => [source, target, pairs])).toEqual([['en', 'fr', 30]])
})
