import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { damageUnits } from '../evaluation/check/damage.ts'
import { checkMemory, type FaultKind } from '../src/check/index.ts'
import { EdgeWords } from '../src/check/edge-words.ts'
import { judgeOdds } from '../src/check/judge-odds.ts'
import { Draw } from '../src/check/made-fault.ts'
import { languageCodes } from '../src/language/code.ts'
import { lexicon } from '../src/language/lexicon.ts'
import type { Unit } from '../src/tree/unit.ts'
import { run } from './run-command.ts'
import { someOf } from './some-of.ts'

function unitOf(id: string, texts: Record<string, string>): Unit {
  const versions = Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { segments: [text], addresses: [id] }]))
  return { id, granularity: 'sentence', block: 'paragraph', address: id, versions, by: 'memory', score: 1 }
}

/** Sentences of the project's own lexicon, so many entries each: what they say is the same in all six languages. */
function madeTexts(count: number): Array<Record<string, string>> {
  const rows = lexicon().filter((row) => languageCodes.every((code) => (row[code]?.[0]?.length ?? 0) > 1))
  const draw = new Draw(5)
  return Array.from({ length: count }, () => {
    const picked = Array.from({ length: 6 + draw.below(8) }, () => rows[draw.below(rows.length)])
    return Object.fromEntries(languageCodes.map((code) => [code, `${picked.map((row) => row?.[code]?.[0] ?? '').join(code === 'zh' ? '' : ' ')}${code === 'zh' ? '。' : '.'}`]))
  })
}

const texts = madeTexts(220)

function kindsOf(units: readonly Unit[], at: number): FaultKind[] {
  return checkMemory(units).faults.filter(({ unit }) => unit === at).map(({ kind }) => kind)
}

/** Thirty units of made text in two languages, with one more at their end. */
function withLast(source: string, target: string, left: string, right: string): Unit[] {
  return [...texts.slice(0, 30).map((each, at) => unitOf(`u${at}`, { [source]: each[source] ?? '', [target]: each[target] ?? '' })), unitOf('last', { [source]: left, [target]: right })]
}

describe('memory check', () => {
  it.each(someOf(['en-fr', 'ar-ru', 'es-zh'], 3, 1))('finds faults made on purpose in %s', (pair) => {
    const [source = '', target = ''] = pair.split('-')
    const textsIn = (code: string): string[] => texts.map((each) => each[code] ?? '')
    const { units, damage } = damageUnits({ source, target, sources: textsIn(source), targets: textsIn(target) }, 0.15, new Draw(3))
    const flagged = new Set(checkMemory(units).faults.map(({ unit }) => unit))
    const made = [...damage.keys()].filter((unit) => damage[unit] !== undefined)
    const right = [...damage.keys()].filter((unit) => damage[unit] === undefined)
    expect(made.length).toBeGreaterThan(25)
    expect(made.filter((unit) => flagged.has(unit)).length / made.length).toBeGreaterThanOrEqual(0.9)
    expect(right.filter((unit) => flagged.has(unit)).length / right.length).toBeLessThanOrEqual(0.02)
  })

  it('tells one wrong pair in a small memory', () => {
    const found = (['fr', 'ar', 'ru', 'zh', 'es'] as const).filter((code, index) => {
      const units = [...texts.slice(0, 40), { en: texts[71]?.['en'] ?? '', [code]: texts[72 + 10 * index]?.[code] ?? '' }].map((each, unit) => unitOf(`u${unit}`, { en: each['en'] ?? '', [code]: each[code] ?? '' }))
      const { faults } = checkMemory(units)
      expect(faults.filter(({ unit }) => unit < 40), code).toEqual([])
      return faults.some(({ kind }) => kind === 'misaligned')
    })
    expect(found.length).toBeGreaterThanOrEqual(4)
  })

  it.each(someOf([
    ['fr', 'Rappelant sa résolution de [soixante-cinq] et de [soixante-quinze] pour cent'],
    ['es', 'Recordando su resolución de [sesenta y cinco] y de [setenta y cinco] por ciento'],
    ['ru', 'ссылаясь на свою резолюцию о [шестидесяти пяти] процентах в сумме с семьюдесятью пятью'],
    ['ar', 'وإذ تشير إلى قرارها بشأن [خمسة وستين] و[خمسة وسبعين] في المائة'],
    ['zh', '回顾其关于百分之[六十五]和百分之[七十五]的决议']
  ] as const, 2, 1))('takes numbers in words for numbers in en and %s', (code, text) => {
    const en = 'Recalling its resolution of [65] and of [75] per cent'
    expect(kindsOf([unitOf('a', { en, [code]: text })], 0)).not.toContain('numbers')
    expect(kindsOf([unitOf('a', { en: `${en} in 1992`, [code]: `${text} 1999` })], 0)).toContain('numbers')
  })

  it('takes a name that other languages carry over for one, and a whole title in another script for untranslated', () => {
    const name = 'Empresa Argentina de Soluciones Satelitales S.A. (ARSAT)'
    expect(kindsOf(withLast('en', 'fr', name, name), 30)).toEqual([])
    const title = 'National Aerospace Development Administration of the Republic of Korea'
    for (const code of ['ar', 'ru', 'zh']) {
      const { faults } = checkMemory([...withLast('en', code, name, name), unitOf('title', { en: title, [code]: title })])
      expect(faults.filter(({ unit }) => unit >= 30).map(({ unit, kind }) => [unit, kind]), code).toEqual([[31, 'untranslated']])
    }
  })

  it('finds the same again', () => {
    const units = texts.slice(0, 32).map((each, at) => unitOf(`u${at}`, { en: each['en'] ?? '', fr: texts[at === 7 ? 30 : at]?.['fr'] ?? '' }))
    const found = checkMemory(units)
    expect(checkMemory(units)).toEqual(found)
    expect(found.faults.filter(({ unit }) => unit === 7).map(({ kind }) => kind)).toEqual(['misaligned'])
  })

  it('says which of six languages is wrong', () => {
    const units = texts.slice(0, 24).map((each, at) => unitOf(`u${at}`, at === 9 ? { ...each, ru: texts[40]?.['ru'] ?? '' } : each))
    expect(checkMemory(units).faults.filter(({ unit }) => unit === 9)).toMatchObject([{ kind: 'misaligned', languages: ['ru'] }])
  })

  const en = 'The members of the Council met again on 4 May, and the text was adopted.'
  it.each(someOf([
    ['fr', 'Les membres du Conseil se sont réunis de nouveau le 4 mai et le texte a été adopté.'],
    ['es', 'Los miembros del Consejo se reunieron de nuevo el 4 de mayo y el texto fue aprobado.'],
    ['ru', 'Члены Совета вновь собрались 4 мая, и текст был принят.'],
    ['ar', 'اجتمع أعضاء المجلس مرة أخرى في 4 أيار/مايو واعتُمد النص.'],
    ['zh', '安理会成员于5月4日再次开会，案文获得通过。']
  ] as const, 3))('tells kinds in en and %s', (code, text) => {
    expect(kindsOf(withLast('en', code, text, en), 30)).toEqual(['swapped'])
    expect(kindsOf(withLast('en', code, en, en), 30)).toEqual(['untranslated'])
    // These are told by the two texts alone.
    const kinds = (left: string, right: string): FaultKind[] => kindsOf([unitOf('alone', { en: left, [code]: right })], 0)
    expect(kinds(`A/70/123 ${en}`, text)).toContain('furniture')
    expect(kinds(en, `${text} 3/12`)).toContain('furniture')
    expect(kinds(en, `12. ${text}`)).toContain('furniture')
    expect(kinds(en, `${text.slice(0, 9)}\u0002${text.slice(9)}`)).toContain('characters')
    expect(kinds(en, `<b>${text}</b>`)).toContain('markup')
    expect(kinds(`${en} It cost 1,540 dollars.`, `${text} 1450.`)).toContain('numbers')
    expect(kinds(`12. ${en}`, `12. ${text}`)).not.toContain('furniture')
  })

  it('lists what is said twice, and what is said in two ways', () => {
    const one = { en: 'The meeting was adjourned at noon.', fr: 'La séance est levée à midi.' }
    const { faults } = checkMemory([unitOf('a', one), unitOf('b', one), unitOf('c', { ...one, fr: 'La séance a été levée à midi.' })])
    expect(faults.map(({ unit, kind }) => [unit, kind])).toEqual([[1, 'duplicate'], [2, 'conflict']])
  })

  it.each(someOf([
    ['ar', 'وقع الانفجار على بعد 620 كيلومترا من الميناء.', 'وقع الانفجار على بعد 385 ميلا من الميناء.'],
    ['es', 'La explosión se produjo a 620 km del puerto.', 'La explosión se produjo a 385 millas del puerto.'],
    ['fr', 'L’explosion s’est produite à 620 km du port.', 'L’explosion s’est produite à 385 milles du port.'],
    ['ru', 'Взрыв произошел в 620 км от порта.', 'Взрыв произошел в 385 милях от порта.'],
    ['zh', '爆炸发生在距港口620公里处。', '爆炸发生在距港口385英里处。']
  ] as const, 2))('takes no measure that was converted for another number in en and %s', (code, metric, imperial) => {
    const kinds = (en: string, text: string): string[] => kindsOf([unitOf('a', { en, [code]: text })], 0)
    expect(kinds('The explosion took place 385 miles from the port.', metric)).not.toContain('numbers')
    expect(kinds('The explosion took place 620 km from the port.', imperial)).not.toContain('numbers')
    expect(kinds('The explosion took place 485 miles from the port.', metric)).toContain('numbers')
  })

  it('does not take the hours of a language for other numbers', () => {
    expect(kindsOf(withLast('en', 'fr', 'To be held on Thursday at 3.35 p.m.', 'Qui se tiendra jeudi à 15 h 35'), 30)).not.toContain('numbers')
  })
})

describe('what is said of log odds', () => {
  const right = Array.from({ length: 1000 }, (_, pair) => ({ misaligned: -6 - (pair % 5), source: -5 - (pair % 3), target: -3 - (pair % 7) }))

  it('says what is surely wrong, and which way', () => {
    const found = judgeOdds([...right, { misaligned: 9, source: 12, target: -4 }, { misaligned: -6, source: -5, target: 8 }, { misaligned: -6, source: 9, target: 2 }], 0.006)
    expect(found.slice(0, 1000).filter(Boolean)).toEqual([])
    expect(found.slice(1000)).toMatchObject([{ kind: 'misaligned' }, { kind: 'truncated', short: 'target' }, { kind: 'truncated', short: 'source' }])
  })

  it('says as much as the mistakes that are allowed, and in any case what is rather wrong than right', () => {
    const doubtful = Array.from({ length: 40 }, () => ({ misaligned: -6, source: -5, target: 3.3 }))
    const count = (falseAlarms: number, wrong: number): number => {
      const all = [...right, ...doubtful, ...Array.from({ length: wrong }, () => ({ misaligned: -6, source: -5, target: 9 }))]
      return judgeOdds(all, falseAlarms).slice(1000, 1040).filter(Boolean).length
    }
    expect(count(0.001, 0)).toBeLessThanOrEqual(2)
    expect(count(0.006, 0)).toBeGreaterThanOrEqual(6)
    expect(count(0.006, 60)).toBeGreaterThan(count(0.006, 0))
  })
})

it.each([
  ['en', ['The members of the Council met.', 'The text of the letter was read.', 'All of the members agreed.'], 'All of the'],
  ['fr', ['Les membres de la Commission se réunissent.', 'Le texte de la lettre est lu.', 'La plupart de la liste est prête.'], 'La plupart de la'],
  ['es', ['Los miembros de la Comisión se reúnen.', 'El texto de la carta se leyó.', 'La mitad de la lista está lista.'], 'La mitad de la'],
  ['ru', ['Члены Совета собрались в зале и в саду.', 'Письмо читали в зале и в саду.', 'Все были в сборе и в доме.'], 'Все были в'],
  ['ar', ['اجتمع الأعضاء في القاعة.', 'قرئت الرسالة في القاعة.', 'كان الجميع في البيت.'], 'كان الجميع في'],
  ['zh', ['委员会的成员开会。', '信的文本已宣读。', '大会的成员都同意。'], '大会的']
])('finds in %s that a text ends where none does', (_, texts, cut) => {
  const words = new EdgeWords(texts)
  const whole = texts[2] ?? ''
  expect(words.oddOf(cut, whole).end).toBeGreaterThan(0.2)
  expect(words.oddOf(whole, whole).end).toBeLessThan(words.oddOf(cut, whole).end)
})

describe('hexapla memory check', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-check-'))
  const file = (name: string): string => path.join(folder, name)
  const tu = (left: string, right: string): string => `<tu><tuv xml:lang="en"><seg>${left}</seg></tuv><tuv xml:lang="fr"><seg>${right}</seg></tuv></tu>\n`
  const rows = texts.slice(0, 60).map((each) => tu(each['en'] ?? '', each['fr'] ?? ''))
  const swapped = tu('Les membres du Conseil se sont réunis le 4 mai et le texte a été adopté.', 'The members of the Council met on 4 May and the text was adopted.')
  const tmx = `<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>\n${rows.join('')}${swapped}${tu(`GE.15-04321 (E) ${texts[70]?.['en'] ?? ''}`, texts[70]?.['fr'] ?? '')}${rows[0] ?? ''}${tu(texts[71]?.['en'] ?? '', texts[72]?.['fr'] ?? '')}</body></tmx>\n`
  writeFileSync(file('old.tmx'), tmx)

  it('sums up, reports, marks and repairs', async () => {
    const { code, stdout } = await run(['memory', 'check', file('old.tmx'), '--fix', '-o', file('new.tmx'), '--report', file('faults.tsv'), '--report', file('faults.html'), '--report', file('faults.json')])
    expect(code).toBe(0)
    expect(stdout).toContain('64 units in en fr')
    for (const kind of ['languages swapped', 'misaligned', 'furniture glued on', 'duplicate']) expect(stdout).toContain(kind)
    expect(stdout).toContain('to open first:')
    const fixed = readFileSync(file('new.tmx'), 'utf8')
    expect(fixed.match(/<tu>|<tu /g)).toHaveLength(63)
    expect(fixed).toContain('<tuv xml:lang="en"><seg>The members of the Council met on 4 May')
    expect(fixed).not.toContain('GE.15-04321')
    expect(fixed).toContain('<prop type="x-check">misaligned en fr</prop>')
    expect(fixed).toContain('<prop type="x-status">doubtful</prop>')
    expect(readFileSync(file('old.tmx'), 'utf8')).toBe(tmx)
    // A narrow screen has the texts below each other, each under the name of its language.
    expect(readFileSync(file('faults.html'), 'utf8')).toMatch(/max-width: 62rem[^]*<td lang="en"[^>]* data-name="English"/)
    expect(readFileSync(file('faults.tsv'), 'utf8').split('\n')[0]).toBe('unit\tsymbol\tid\tkind\tlanguages\tsure\trepaired\tevidence\ten\tfr')
    expect(JSON.parse(readFileSync(file('faults.json'), 'utf8'))).toMatchObject({ units: 64, languages: ['en', 'fr'] })
    expect(readFileSync(file('faults.html'), 'utf8')).toContain('<section id="misaligned">')
  })

  it('finds little in what it has repaired', async () => {
    const { stdout } = await run(['memory', 'check', file('new.tmx'), '--json'])
    const found = JSON.parse(stdout) as { faults: Array<{ kind: string }> }
    expect(found.faults.map(({ kind }) => kind)).toEqual(['misaligned'])
  })

  it('tags what it doubts in a memory, takes that back when it is mended, and leaves what a person said', async () => {
    const memory = file('old.db')
    expect((await run(['memory', 'add', memory, file('old.tmx')])).code).toBe(0)
    expect((await run(['memory', 'check', memory, '--tag'])).stderr).toBe(`tagged 3 units doubtful in ${memory}\n`)
    const tags = async (): Promise<string> => (await run(['memory', 'tag', memory, 'old.tmx'])).stdout
    expect(await tags()).toBe('tu61\tdoubtful\tcheck\tswapped en fr\ntu62\tdoubtful\tcheck\tfurniture en\ntu64\tdoubtful\tcheck\tmisaligned en fr\n')
    expect((await run(['memory', 'tag', memory, 'old.tmx', 'reviewed', '--unit', 'tu62', '--by', 'Ana'])).code).toBe(0)
    await run(['memory', 'check', memory, '--tag'])
    expect(await tags()).toContain('tu62\treviewed\tAna\n')
    expect((await run(['memory', 'check', file('old.tmx'), '--tag'])).stderr).toContain('memory:foreign')
  })

  it('says that a memory has no units', async () => {
    writeFileSync(file('empty.tmx'), tmx.replace(/<tu>[^]*<\/tu>/u, ''))
    expect((await run(['memory', 'check', file('empty.tmx')])).stderr).toContain('cli:memory-empty')
  })

  it('refuses what would do nothing, or harm', async () => {
    expect(await run(['memory', 'check', file('old.tmx'), '--fix'])).toMatchObject({ code: 2 })
    expect(await run(['memory', 'check', file('old.tmx'), '--to', 'tmx'])).toMatchObject({ code: 2 })
    expect(await run(['memory', 'check', file('old.tmx'), '-o', file('old.tmx')])).toMatchObject({ code: 1 })
    expect(await run(['memory', 'check', file('old.tmx'), '--report', file('old.tmx')])).toMatchObject({ code: 1 })
    expect((await run(['memory', 'check', file('old.tmx'), '--report', file('faults.pdf')])).stderr).toContain('.html')
  })
})
