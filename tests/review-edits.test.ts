/** Edits of a review: nothing lost, nothing doubled, order kept, each undone to the byte, locked rows never changed. */
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { detach, editText, inverse, lock, mark, mergeAbove, mergeBelow, moveDown, moveUp, split, swap, applied, type Change, type Place, type Refused } from '../src/review/edits.ts'
import { documentsOf, tableOf, type Row, type Table } from '../src/review/row.ts'
import { stretchAround } from '../src/review/realign.ts'
import { Realigner } from '../src/review/realigner.ts'
import { DocumentAligner } from '../src/review/document-aligner.ts'
import { Session, type LogEntry, type Step } from '../src/review/session.ts'
import type { AlignedDocument, Unit } from '../src/tree/unit.ts'
import { trials } from './some-of.ts'
import { recordOf, unitOf } from './write-support.ts'

/** A sentence with a number in it, in each language. */
const sentences: Readonly<Record<LanguageCode, (number: number) => string>> = {
  ar: (n) => `يحيط المجلس علما بالتقرير رقم ${n}.`,
  en: (n) => `The Council takes note of report ${n}.`,
  es: (n) => `El Consejo toma nota del informe ${n}.`,
  fr: (n) => `Le Conseil prend note du rapport ${n}.`,
  ru: (n) => `Совет принимает к сведению доклад ${n}.`,
  zh: (n) => `理事会注意到第${n}号报告。`
}

/** Numbers by chance, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Units of one to three segments a language, some of them without a language. */
function documentOf(rows: number, seed: number, symbol?: string): AlignedDocument {
  const pick = chance(seed)
  const next = Object.fromEntries(languageCodes.map((code) => [code, 0])) as Record<LanguageCode, number>
  const units = Array.from({ length: rows }, (_, index): Unit => {
    const versions: Unit['versions'] = {}
    for (const code of languageCodes) {
      const count = code === 'en' ? 1 : [1, 1, 1, 1, 2, 3, 0][pick(7)] ?? 1
      const numbers = Array.from({ length: count }, () => ++next[code])
      if (count > 0) versions[code] = { segments: numbers.map((number) => sentences[code](number)), addresses: numbers.map((number) => `${number}#1`), ...(pick(9) === 0 ? { label: `(${index})`, page: 1 + pick(9) } : {}) }
    }
    return { id: `${index + 1}#1`, granularity: 'sentence', block: 'paragraph', address: String(index + 1), versions, ...(Object.keys(versions).length < 2 ? {} : { score: pick(100) / 100 }), by: 'sentence' }
  })
  return { document: recordOf(languageCodes, symbol), units }
}

/** The keys of a version from first to last. */
const keysOf = (rows: readonly Row[], language: string): string[] => rows.flatMap(({ cells }) => (cells[language] ?? []).map(({ key }) => key))
const textsOf = (rows: readonly Row[], language: string): string => rows.flatMap(({ cells }) => (cells[language] ?? []).map(({ text }) => text)).join('').replace(/\s/gu, '')
const bytesOf = (table: Table): string => JSON.stringify(documentsOf(table))

type Edit = (rows: readonly Row[], place: Place, pick: (below: number) => number) => Change | Refused

const edits: Readonly<Record<string, Edit>> = {
  merge: (rows, place) => mergeBelow(rows, place, undefined),
  'merge the target': (rows, place) => mergeBelow(rows, place, 'en'),
  'merge above': (rows, place) => mergeAbove(rows, place, 'en'),
  split: (rows, place) => split(rows, place, 'en'),
  'split at a caret': (rows, place, pick) => split(rows, place, 'en', 2 + pick(18)),
  detach: (rows, place) => detach(rows, place, 'en'),
  'move up': (rows, place) => moveUp(rows, place, 'en'),
  'move down': (rows, place) => moveDown(rows, place, 'en'),
  mark: (rows, place, pick) => mark(rows, place.row, ['machine', 'doubtful', 'reviewed', 'rejected'][pick(4)] ?? ''),
  lock: (rows, place, pick) => lock(rows, place.row, pick(3) === 0)
}
const others: Readonly<Record<string, Edit>> = {
  ...edits,
  swap: (rows, place) => swap(rows, place, 'en'),
  text: (rows, place, pick) => editText(rows, place, `A new text ${pick(1000)}`),
  realign: () => 'nothing'
}

const realignerOf = (session: Session): Realigner => {
  const aligner = new DocumentAligner()
  return new Realigner(session, (task) => aligner.run(task))
}

/** Aligns the stretch round the first segment of a row again, or all of it. */
async function realign(session: Session, index: number, whole = false, realigner = realignerOf(session)): Promise<Refused | Step> {
  const [first] = Object.values(session.rows[index]?.cells ?? {})
  const changes = await realigner.changes(first?.[0]?.key ?? '', whole)
  return typeof changes === 'string' ? changes : session.editAll('realign', changes)
}

function anyPlace(rows: readonly Row[], pick: (below: number) => number): Place {
  const row = pick(rows.length)
  const languages = Object.keys(rows[row]?.cells ?? {})
  const language = languages[pick(languages.length)] ?? ''
  return { row, language, segment: pick(rows[row]?.cells[language]?.length ?? 1) }
}

/** A session after so many edits by chance that were not refused, with their log. */
async function edited(
  seed: number,
  count: number,
  among: Readonly<Record<string, Edit>>,
  check: (session: Session, op: string) => void = () => undefined
): Promise<{ session: Session; log: LogEntry[]; before: Table; made: Map<string, number> }> {
  const pick = chance(seed)
  const before = tableOf([documentOf(24, seed), documentOf(8, seed + 1, 'A/2')])
  const session = new Session(before)
  const log: LogEntry[] = []
  const realigner = realignerOf(session)
  const names = Object.keys(among)
  const made = new Map<string, number>()
  for (let tries = 0; log.length < count && tries < count * 60; tries++) {
    const op = names[pick(names.length)] ?? ''
    const place = anyPlace(session.rows, pick)
    // A realignment costs as much as hundreds of the others.
    const aligned = made.get('realign') ?? 0
    const step = op === 'realign' && log.length >= 300 + 400 * aligned ? await realign(session, place.row, aligned === 1, realigner) : session.edit(op, among[op]?.(session.rows, place, pick) ?? 'nothing')
    if (typeof step === 'string') continue
    made.set(op, (made.get(op) ?? 0) + 1)
    log.push(JSON.parse(JSON.stringify(step.entry)) as LogEntry)
    check(session, op)
  }
  return { session, log, before, made }
}

/** A stretch is aligned again from the 300th edit on, and all of it from the 700th. */
const many = trials(1000, 360)

describe('very many edits by chance', () => {
  it('and as many undos give the same bytes, as many redos the others', async () => {
    const { session, log, before, made } = await edited(1, many, others)
    expect(log).toHaveLength(many)
    expect([...made.keys()].sort()).toEqual(Object.keys(others).sort())
    const [first, last] = [bytesOf(before), bytesOf(session.table)]
    expect(last).not.toBe(first)
    while (session.canUndo) session.undo()
    expect(bytesOf(session.table)).toBe(first)
    while (session.canRedo) session.redo()
    expect(bytesOf(session.table)).toBe(last)
  })

  it('keep every segment once, and the order of each version', async () => {
    const before = tableOf([documentOf(24, 7), documentOf(8, 8, 'A/2')])
    const texts = languageCodes.map((code) => textsOf(before.rows, code))
    await edited(7, many, edits, (session) => {
      for (const [index, code] of languageCodes.entries()) {
        if (textsOf(session.rows, code) !== texts[index]) expect(textsOf(session.rows, code)).toBe(texts[index])
        const keys = keysOf(session.rows, code)
        if (new Set(keys).size !== keys.length) expect(keys).toEqual([...new Set(keys)])
      }
    })
  })

  it('with exchanges and other texts keep every segment once', async () => {
    const before = tableOf([documentOf(24, 5), documentOf(8, 6, 'A/2')])
    const expected = languageCodes.map((code) => keysOf(before.rows, code).sort())
    const whole = Object.fromEntries(Object.entries(others).filter(([op]) => op !== 'split at a caret'))
    const { session } = await edited(5, many, whole)
    expect(languageCodes.map((code) => keysOf(session.rows, code).sort())).toEqual(expected)
  })

  it('never change a locked row', async () => {
    let locked = new Map<string, Row>()
    await edited(11, many, others, (session, op) => {
      const now = new Map(session.rows.filter((row) => row.locked).map((row) => [Object.values(row.cells)[0]?.[0]?.key ?? '', row]))
      if (op !== 'lock') for (const [key, row] of locked) if (now.get(key) !== row) expect(now.get(key)).toBe(row)
      locked = now
    })
    expect(locked.size).toBeGreaterThan(0)
  })

  it('are done again from the log, by another session', async () => {
    const { session, log, before } = await edited(3, trials(400, 200), others)
    const entries: LogEntry[] = [...log, { op: 'undo' }, { op: 'undo' }, { op: 'redo' }]
    session.undo()
    session.undo()
    session.redo()
    const again = new Session(before)
    expect(again.replay(entries)).toEqual([])
    expect(bytesOf(again.table)).toBe(bytesOf(session.table))
    expect(again.canRedo).toBe(true)
  })
})

describe('one edit', () => {
  const rowsOf = (...units: Unit[]): Row[] => tableOf([{ document: recordOf(languageCodes), units }]).rows
  const shown = (result: Change | Refused): unknown =>
    typeof result === 'string' ? result : result.inserted.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([code, segments]) => [code, segments.map(({ text }) => text)])))
  const at = (row: number, language: string, segment = 0): Place => ({ row, language, segment })

  it.each(languageCodes.filter((code) => code !== 'en'))('adapts the target to the original, in %s', (code) => {
    const [one, two] = [sentences[code](1), sentences[code](2)]
    const rows = rowsOf(unitOf('1#1', { en: 'One.', [code]: one }), unitOf('2#1', { en: 'Two.', [code]: two }))
    expect(shown(mergeBelow(rows, at(0, code), 'en'))).toEqual([{ en: ['One.'], [code]: [one, two] }, { en: ['Two.'] }])
    expect(shown(mergeAbove(rows, at(1, code), 'en'))).toEqual([{ en: ['One.'] }, { en: ['Two.'], [code]: [one, two] }])
    expect(mergeBelow(rows, at(0, 'en'), 'en')).toBe('original')
    expect(split(rows, at(0, 'en'), 'en', 2)).toBe('original')
    expect(shown(mergeBelow(rows, at(0, 'en'), undefined))).toEqual([{ en: ['One.', 'Two.'], [code]: [one, two] }])
    expect(shown(moveDown(rows, at(0, code), 'en'))).toEqual([{ en: ['One.'] }, { en: ['Two.'], [code]: [one, two] }])
    expect(shown(moveUp(rows, at(1, code), 'en'))).toEqual([{ en: ['One.'], [code]: [one, two] }, { en: ['Two.'] }])
    expect(shown(swap(rows, at(0, code), 'en'))).toEqual([{ en: ['One.'], [code]: [two] }, { en: ['Two.'], [code]: [one] }])
    expect(shown(detach(rows, at(0, code), 'en'))).toEqual([{ en: ['One.'] }, { [code]: [one] }])
  })

  it.each(languageCodes)('splits at a caret and before a sentence, in %s', (code) => {
    const partner = code === 'en' ? 'fr' : 'en'
    const [one, two] = [sentences[code](1), sentences[code](2)]
    const rows = rowsOf(unitOf('1#1', { [code]: [one, two], [partner]: ['Un.', 'Deux.'] }))
    expect(shown(split(rows, at(0, code, 1), partner))).toEqual([{ [code]: [one], [partner]: ['Un.'] }, { [code]: [two], [partner]: ['Deux.'] }])
    const cut = split(rows, at(0, code, 1), partner, 5)
    expect(shown(cut)).toEqual([{ [code]: [one, two.slice(0, 5).trim()], [partner]: ['Un.'] }, { [code]: [two.slice(5).trim()], [partner]: ['Deux.'] }])
    expect(split(rows, at(0, code, 1), partner, 0)).toBe('nothing')
    expect(split(rows, at(0, code), partner)).toBe('edge')
  })

  it('splits at a caret where it was split before, once the text has more words', () => {
    const session = new Session(tableOf([{ document: recordOf(languageCodes), units: [unitOf('1#1', { en: 'One.', ru: 'Один два три.' })] }]))
    for (const text of ['Один раз и ещё.', 'Один день и ночь.']) {
      session.edit('split-text', split(session.rows, at(0, 'ru'), 'en', 5))
      session.edit('text', editText(session.rows, at(0, 'ru'), text))
    }
    expect(session.rows.map(({ cells }) => cells['ru']?.map((segment) => `${segment.key} ${segment.text}`))).toEqual([['ru:1#1 Один день и ночь.'], ['ru:1#1+6 раз и ещё.'], ['ru:1#1+5 два три.']])
  })

  it('makes an edited text reviewed, on one line, never empty', () => {
    const rows = rowsOf(unitOf('1#1', { en: 'One.', ru: 'Один.' }), unitOf('2#1', { en: 'Two.', ru: 'Два.' }, { status: 'rejected' }))
    const change = editText(rows, at(0, 'ru'), ' Один\nи\tодин. ')
    expect(typeof change === 'string' ? change : change.inserted[0]).toMatchObject({ status: 'reviewed', edited: true, cells: { ru: [{ text: 'Один и один.' }] } })
    expect(editText(rows, at(0, 'ru'), ' \n')).toBe('nothing')
    expect(editText(rows, at(1, 'ru'), 'Два!')).toMatchObject({ inserted: [{ status: 'rejected' }] })
  })

  it('keeps a unit as it came where nothing of it was edited', () => {
    const document = documentOf(5, 1)
    expect(documentsOf(tableOf([document]))).toEqual([document])
    expect(documentsOf(tableOf([document]))[0]?.units[2]).toBe(document.units[2])
  })

  it('is its own inverse the other way round', () => {
    const rows = rowsOf(unitOf('1#1', { en: 'One.', fr: 'Un.' }), unitOf('2#1', { en: 'Two.', fr: 'Deux.' }))
    const change = mergeBelow(rows, at(0, 'fr'), undefined)
    if (typeof change === 'string') throw new Error(change)
    expect(applied(applied(rows, change), inverse(change))).toEqual(rows)
  })
})

describe('realignment between locks', () => {
  it.each(languageCodes.filter((code) => code !== 'en'))('puts right what is shifted, and leaves what is locked, in %s', async (code) => {
    // The target of each row but the first and the last is one row too low.
    const units = Array.from({ length: 12 }, (_, index) =>
      unitOf(`${index + 1}#1`, { en: sentences.en(1900 + index), ...(index === 0 ? { [code]: [sentences[code](1900), sentences[code](1901)] } : index === 11 ? {} : { [code]: sentences[code](1901 + index) }) })
    )
    const session = new Session(tableOf([{ document: recordOf(['en', code]), units }]))
    session.edit('lock', lock(session.rows, 11, true))
    expect(typeof (await realign(session, 4, true))).toBe('object')
    const right = session.rows.slice(0, 11).filter(({ cells }) => cells.en?.length === 1 && cells[code]?.length === 1 && /\d+/u.exec(cells.en[0]?.text ?? '')?.[0] === /\d+/u.exec(cells[code][0]?.text ?? '')?.[0])
    expect(right.length).toBeGreaterThanOrEqual(10)
    expect(session.rows.at(-1)).toMatchObject({ locked: true, cells: { en: [{ text: sentences.en(1911) }] } })
    expect(await realign(session, session.rows.length - 1)).toBe('locked')
  })
})

describe('realignment of a stretch', () => {
  it('ends at a locked row, and at three sure ones that nobody has touched', () => {
    const units = Array.from({ length: 20 }, (_, index) => unitOf(`${index + 1}#1`, { en: sentences.en(1900 + index), ru: sentences.ru(1900 + index) }, { score: index === 9 || index === 10 ? 0.4 : 0.97 }))
    const session = new Session(tableOf([{ document: recordOf(['en', 'ru']), units }]))
    session.edit('move-down', moveDown(session.rows, { row: 9, language: 'ru', segment: 0 }, undefined))
    session.edit('lock', lock(session.rows, 12, true))
    const stretch = (whole: boolean): unknown => {
      const found = stretchAround(session.rows, 9, whole)
      return typeof found === 'string' ? found : [found.at, found.rows.length]
    }
    expect(stretch(false)).toEqual([9, 3])
    expect(stretch(true)).toEqual([0, 12])
    session.edit('mark', mark(session.rows, 11, 'reviewed'))
    expect(stretch(true)).toEqual([0, 11])
    expect(stretchAround(session.rows, 11, true)).toBe('reviewed')
    expect(stretchAround(session.rows, 12, true)).toBe('locked')
  })
})

describe('another run of the aligner', () => {
  it('keeps the edits whose segments still stand, and lists the others', () => {
    const unit = (id: string, en: string[], fr: string[]): Unit => ({
      ...unitOf(id, { en: 'x', fr: 'x' }),
      versions: { en: { segments: en.map((n) => `English ${n}.`), addresses: en.map((n) => `${n}#1`) }, fr: { segments: fr.map((n) => `Français ${n}.`), addresses: fr.map((n) => `${n}#1`) } }
    })
    const record = recordOf(['en', 'fr'])
    const session = new Session(tableOf([{ document: record, units: [unit('1#1', ['1'], ['1']), unit('2#1', ['2'], ['2']), unit('3#1', ['3'], ['3']), unit('4#1', ['4'], ['4']), unit('5#1', ['5'], ['5'])] }]))
    const log: LogEntry[] = []
    for (const [op, result] of [
      ['merge', (rows: readonly Row[]) => mergeBelow(rows, { row: 0, language: 'fr', segment: 0 }, undefined)],
      ['mark', (rows: readonly Row[]) => mark(rows, 1, 'reviewed')],
      ['text', (rows: readonly Row[]) => editText(rows, { row: 3, language: 'fr', segment: 0 }, 'Français cinq.')]
    ] as const) {
      const step = session.edit(op, result(session.rows))
      if (typeof step === 'object') log.push(step.entry)
    }
    // Now 3 and 4 are one unit, and the rest is as it was, 1 and 2 in other rows.
    const again = new Session(tableOf([{ document: record, units: [unit('1#1', ['1'], []), unit('2#1', ['2'], ['1', '2']), unit('3#1', ['3', '4'], ['3', '4']), unit('5#1', ['5'], ['5'])].map((each) => ({ ...each, versions: Object.fromEntries(Object.entries(each.versions).filter(([, { segments }]) => segments.length > 0)) })) }]))
    expect(again.replay(log).map(({ op, at }) => [op, at])).toEqual([['mark', 'en:3#1']])
    expect(again.rows.map(({ cells, status }) => [cells.en?.length, cells.fr?.map(({ text }) => text), status])).toEqual([
      [2, ['Français 1.', 'Français 2.'], undefined],
      [2, ['Français 3.', 'Français 4.'], undefined],
      [1, ['Français cinq.'], 'reviewed']
    ])
  })
})
