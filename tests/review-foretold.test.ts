/** What the page of a review shows of an edit before the program has answered is what the program makes of it. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import type { Change } from '../src/review/edits.ts'
import { resultOf } from '../src/review/page-edits.ts'
import { tableOf } from '../src/review/row.ts'
import { Session } from '../src/review/session.ts'
import { viewOf, type ViewRow } from '../src/review/view.ts'
import type { AlignedDocument, Unit } from '../src/tree/unit.ts'
import { trials } from './some-of.ts'
import { recordOf } from './write-support.ts'

interface Foretold {
  at: number
  removed: ViewRow[]
  inserted: ViewRow[]
}

const file = path.resolve(import.meta.dirname, '../src/review/page/foretold.js')
const { foretold, isSameRow } = (await import(pathToFileURL(file).href)) as { foretold: (edit: object) => Foretold | undefined; isSameRow: (a: object, b: object) => boolean }

const sentences: Readonly<Record<LanguageCode, (number: number) => string>> = {
  ar: (n) => `تقرر اللجنة أن تنظر في البند ${n} في دورتها المقبلة.`,
  en: (n) => `The Committee decides to take up item ${n} at its next session.`,
  es: (n) => `La Comisión decide examinar el tema ${n} en su próximo período de sesiones.`,
  fr: (n) => `La Commission décide d’examiner le point ${n} à sa prochaine session.`,
  ru: (n) => `Комитет постановляет рассмотреть пункт ${n} на своей следующей сессии.`,
  zh: (n) => `委员会决定在下届会议上审议项目${n}。`
}
const ops = ['mark', 'lock', 'unlock', 'merge', 'merge-above', 'split', 'split-text', 'move-up', 'move-down'] as const
const statuses = ['doubtful', 'machine', 'rejected', 'reviewed'] as const

function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Units of one to three segments a language, some without a language, some with a label, some with a number of their own. */
function documentOf(count: number, pick: (below: number) => number, symbol: string, granularity: Unit['granularity']): AlignedDocument {
  const units = Array.from({ length: count }, (_, index): Unit => {
    const versions: Unit['versions'] = {}
    for (const code of languageCodes) {
      const size = [1, 1, 1, 1, 2, 3, 0][pick(7)] ?? 1
      const list = Array.from({ length: size }, (_each, at) => sentences[code](pick(12) === 0 ? 700 : 10 * index + at))
      if (size > 0) versions[code] = { segments: list, addresses: list.map((_each, at) => `${index + 1}#${at + 1}`), ...(pick(9) === 0 ? { label: `(${index})`, page: 1 + pick(9) } : {}) }
    }
    if (Object.keys(versions).length === 0) versions.en = { segments: [sentences.en(index)], addresses: [`${index + 1}#1`] }
    const id = granularity === 'paragraph' ? String(index + 1) : `${index + 1}#1`
    return { id, granularity, block: pick(4) === 0 ? 'note' : 'paragraph', address: String(index + 1), versions, ...(Object.keys(versions).length < 2 ? {} : { score: pick(100) / 100 }), by: 'sentence' }
  })
  return { document: recordOf(languageCodes, symbol), units }
}

it.each([1, 2, 3])('is the same but for which numbers differ, over edits by chance (%i)', (seed) => {
  const pick = chance(seed)
  const session = new Session(tableOf([documentOf(50, pick, 'A/1', 'sentence'), documentOf(20, pick, 'A/2', 'paragraph')]))
  const views = (rows: Change['removed']): ViewRow[] => rows.map((row) => viewOf(row, languageCodes))
  const counts = new Map<string, number>()
  let same = 0
  let all = 0
  for (let tries = 0; tries < trials(1500, 600); tries++) {
    const op = ops[pick(ops.length)] ?? 'mark'
    const at = pick(session.rows.length)
    const row = session.rows[at]
    const language = languageCodes[pick(languageCodes.length)] ?? 'en'
    const segment = pick(row?.cells[language]?.length ?? 1)
    const key = row?.cells[language]?.[segment]?.key ?? Object.values(row?.cells ?? {})[0]?.[0]?.key ?? ''
    const [status, caret, original] = [statuses[pick(4)] ?? 'machine', pick(30), pick(2) === 0 ? undefined : 'en']
    const place = { row: at, language, segment: row?.cells[language] === undefined ? -1 : segment }
    const guess = foretold({ op, rows: views(session.rows), at, key, language, original, languages: languageCodes, status, caret })
    const step = session.edit(op, resultOf({ op, key, language, status, caret }, session.rows, place, original))
    // What is refused is not foretold, and all else is.
    expect([op, typeof step === 'string']).toEqual([op, guess === undefined])
    if (typeof step === 'string' || guess === undefined) continue
    counts.set(op, (counts.get(op) ?? 0) + 1)
    const [change] = step.changes
    const real = views(change?.inserted ?? [])
    expect([op, guess.at, guess.removed.length]).toEqual([op, change?.at, change?.removed.length])
    // Numbers, and the doubt that comes of them, are for the program to tell.
    const cellsOf = ({ cells }: ViewRow): unknown => Object.entries(cells).map(([tag, list]) => [tag, list.map(([name, text, , label, page]) => [name, text, label, page])])
    const plain = (view: ViewRow): object => ({ ...view, cells: cellsOf(view), numbersDiffer: undefined, doubtful: undefined })
    expect(guess.inserted.map(plain)).toEqual(real.map(plain))
    for (const [index, view] of real.entries()) {
      all++
      if (isSameRow(view, guess.inserted[index] ?? {})) same++
    }
  }
  expect([...counts.keys()].sort()).toEqual([...ops].sort())
  expect(Math.min(...counts.values())).toBeGreaterThan(5)
  // Most rows are so to the last sign, and their elements stay.
  expect(same / all).toBeGreaterThan(0.5)
})
