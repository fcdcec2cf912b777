/** What a colleague has edited and marked in a workbook, a table or XLIFF comes into the log of a review, once, and can be undone. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readLog, Session, tableOf } from '../src/review/index.ts'
import { readUnitsJsonl } from '../src/read/memory/index.ts'
import { run } from './run-command.ts'
import { recordOf, unitOf } from './write-support.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-take-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const words: Readonly<Record<LanguageCode, string>> = { ar: 'الميناء مفتوح.', en: 'The harbour is open.', es: 'El puerto está abierto.', fr: 'Le port est ouvert.', ru: 'Порт открыт.', zh: '港口开放。' }
const other: Readonly<Record<LanguageCode, string>> = { ar: 'الميناء مغلق.', en: 'The harbour is shut.', es: 'El puerto está cerrado.', fr: 'Le port est fermé.', ru: 'Порт закрыт.', zh: '港口关闭。' }

/** A memory of five rows in six languages, its review, and what it is called. */
function put(name: string): { memory: string; log: string } {
  const units = Array.from({ length: 5 }, (_, index) => unitOf(`${index + 1}#1`, Object.fromEntries(languageCodes.map((code) => [code, `${words[code]} ${index + 1}`])), { score: 0.8 }))
  const memory = path.join(folder, `${name}.jsonl`)
  writeFileSync(memory, [{ type: 'document', ...recordOf(languageCodes, 'A/1') }, ...units.map((unit) => ({ type: 'unit', symbol: 'A/1', ...unit }))].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return { memory, log: path.join(folder, `${name}.review.jsonl`) }
}

/** The rows as the log leaves them. */
async function sessionOf({ memory, log }: { memory: string; log: string }): Promise<Session> {
  const pieces = []
  for await (const piece of readUnitsJsonl((async function* () { yield await Promise.resolve(readFileSync(memory)) })())) pieces.push(piece)
  const session = new Session(tableOf(pieces))
  expect(session.replay(readLog(log).entries)).toEqual([])
  return session
}

const said = (stderr: string): string => /: (\d+ texts.*)/u.exec(stderr)?.[1] ?? ''
const ids = (stderr: string): string[] => [...stderr.matchAll(/review:take-\w+/gu)].map(([id]) => id)

describe('a table that somebody has edited', () => {
  it.each(languageCodes)('gives its texts, in %s, once', async (code) => {
    const place = put(`text-${code}`)
    const table = path.join(folder, `text-${code}.tsv`)
    await run(['review', place.memory, '-o', table])
    writeFileSync(table, readFileSync(table, 'utf8').replace(`${words[code]} 2`, `${other[code]} 2`))
    const { code: exit, stderr } = await run(['review', place.memory, '--take', table])
    expect([exit, said(stderr)]).toEqual([0, '1 texts and 0 marks taken, 0 in conflict, 0 not placed'])
    const session = await sessionOf(place)
    expect(session.rows.map(({ status, cells }) => [status, cells[code]?.[0]?.text])[1]).toEqual(['reviewed', `${other[code]} 2`])
    expect(said((await run(['review', place.memory, '--take', table])).stderr)).toBe('0 texts and 0 marks taken, 0 in conflict, 0 not placed')
    session.undo()
    expect(session.rows[1]?.cells[code]?.[0]?.text).toBe(`${words[code]} 2`)
    expect(session.rows[1]?.status).toBeUndefined()
  })

  it('gives its marks, and the text of a row that we have edited before it was written', async () => {
    const place = put('marks')
    const first = path.join(folder, 'first.tsv')
    const second = path.join(folder, 'second.tsv')
    await run(['review', place.memory, '-o', first])
    writeFileSync(first, readFileSync(first, 'utf8').replace(`${words.fr} 1`, `${other.fr} 1`).replace(/^(3#1\t.*?\t)machine\t/mu, '$1rejected\t'))
    expect(said((await run(['review', place.memory, '--take', first])).stderr)).toBe('1 texts and 1 marks taken, 0 in conflict, 0 not placed')
    await run(['review', place.memory, '-o', second])
    writeFileSync(second, readFileSync(second, 'utf8').replace(`${other.fr} 1`, 'Le port ouvre. 1'))
    expect(said((await run(['review', place.memory, '--take', second])).stderr)).toBe('1 texts and 0 marks taken, 0 in conflict, 0 not placed')
    const { rows } = await sessionOf(place)
    expect([rows[0]?.cells.fr?.[0]?.text, rows[2]?.status]).toEqual(['Le port ouvre. 1', 'rejected'])
  })

  it('leaves ours where both have changed, and says so; what does not stand any more is listed', async () => {
    const place = put('both')
    const [theirs, ours] = [path.join(folder, 'theirs.tsv'), path.join(folder, 'ours.tsv')]
    await run(['review', place.memory, '-o', theirs])
    const written = readFileSync(theirs, 'utf8')
    writeFileSync(ours, written.replace(`${words.ru} 2`, `${other.ru} 2`))
    await run(['review', place.memory, '--take', ours])
    // Rows 4 and 5 are one now, and row 3 is locked.
    const session = await sessionOf(place)
    const keys = (row: number): Record<string, string[]> =>
      Object.fromEntries(Object.entries(session.rows[row]?.cells ?? {}).map(([code, segments]) => [code, segments.map(({ key }) => key)]))
    const joined = Object.fromEntries(languageCodes.map((code) => [code, [...(keys(3)[code] ?? []), ...(keys(4)[code] ?? [])]]))
    const edits = [{ op: 'merge', at: 'en:4#1', rows: [{ cells: joined }] }, { op: 'lock', at: 'en:3#1', rows: [{ cells: keys(2), locked: true }] }]
    appendFileSync(place.log, edits.map((line) => `${JSON.stringify(line)}\n`).join(''))
    writeFileSync(theirs, [1, 2, 3, 4].reduce((text, row) => text.replace(`${words.ru} ${row}`, `Порт работает. ${row}`), written))
    const { stderr } = await run(['review', place.memory, '--take', theirs])
    expect(said(stderr)).toBe('1 texts and 0 marks taken, 2 in conflict, 1 not placed')
    expect(ids(stderr)).toEqual(['review:take-conflict', 'review:take-conflict', 'review:take-unplaced'])
    const { rows } = await sessionOf(place)
    expect(rows.map(({ cells }) => cells.ru?.[0]?.text)).toEqual(['Порт работает. 1', `${other.ru} 2`, `${words.ru} 3`, `${words.ru} 4`])
  })
})

describe('other files', () => {
  it.each(['xlsx', 'xlf', 'jsonl'])('that nobody has edited give nothing: %s', async (ending) => {
    const place = put(`same-${ending}`)
    const out = path.join(folder, `out-${ending}`)
    await run(['review', place.memory, '-o', out, '--to', ending === 'xlf' ? 'xliff' : ending])
    const names = readdirSync(out).filter((name) => name.endsWith(`.${ending}`))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(said((await run(['review', place.memory, '--take', path.join(out, name)])).stderr)).toBe('0 texts and 0 marks taken, 0 in conflict, 0 not placed')
  })

  it('XLIFF of a pair gives the text of its target', async () => {
    const place = put('pair')
    const out = path.join(folder, 'pair')
    await run(['review', place.memory, '-o', out, '--to', 'xliff'])
    const file = path.join(out, readdirSync(out).find((name) => name.includes('zh') && name.endsWith('.xlf')) ?? '')
    writeFileSync(file, readFileSync(file, 'utf8').replace(`${words.zh} 5`, `${other.zh} 5`))
    expect(said((await run(['review', place.memory, '--take', file])).stderr)).toBe('1 texts and 0 marks taken, 0 in conflict, 0 not placed')
    expect((await sessionOf(place)).rows[4]?.cells.zh?.[0]?.text).toBe(`${other.zh} 5`)
  })

  it('that are none are refused, and the log is as it was', async () => {
    const place = put('none')
    const file = path.join(folder, 'none.txt')
    writeFileSync(file, 'x')
    const { code, stderr } = await run(['review', place.memory, '--take', file])
    expect([code, stderr.includes('cli:memory-unknown')]).toEqual([1, true])
    expect((await run(['review', place.memory, '--take', file, '--port', '1'])).code).toBe(2)
  })
})
