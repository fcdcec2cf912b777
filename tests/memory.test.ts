import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { databaseError, findEngine, openDatabase, rollBack } from '../src/memory/database.ts'
import { openMemory, type Memory } from '../src/memory/index.ts'
import type { AlignedDocument } from '../src/tree/unit.ts'
import { writeFormats } from '../src/write/index.ts'
import { madeDocument, sentences, type MadeDocument } from './memory-documents.ts'
import { trials } from './some-of.ts'

let folder = ''
let count = 0
const open: Memory[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
})
afterEach(async () => {
  for (const memory of open.splice(0)) await memory.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function memoryOf(documents: readonly AlignedDocument[], file = path.join(folder, `${++count}.db`)): Promise<Memory> {
  const memory = await openMemory(file, { create: true })
  open.push(memory)
  for (const document of documents) await memory.add([document], { file: 'test' })
  return memory
}

async function exported(memory: Memory, filter = {}): Promise<string> {
  let text = ''
  for await (const chunk of writeFormats(['jsonl'], memory.documents(filter), { languages: await memory.languages(filter) })) text += chunk.text
  return text
}

/** Does something while a folder and its files can be read alone; as another user where this one may write all the same. */
async function withoutRights(place: string, files: readonly string[], work: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0
  for (const file of files) chmodSync(file, 0o444)
  chmodSync(place, 0o555)
  chmodSync(folder, 0o755)
  if (isRoot) process.seteuid?.(65_534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(place, 0o755)
  }
}

const visible = async (memory: Memory): Promise<string[]> => (await memory.list()).map(({ entry }) => [...entry.issues.values()].map(({ symbol }) => symbol).join(' '))

describe('what is added', () => {
  it('comes out again as it was, with all that a memory said of it', async () => {
    const foreign: AlignedDocument = {
      document: { name: 'old', versions: {}, memory: { attributes: { srclang: 'en-US', segtype: 'sentence' }, remarks: [{ kind: 'prop', attributes: { type: 'client' }, value: 'x' }] } },
      units: [{
        id: '7', granularity: 'sentence', block: 'paragraph', address: '7', by: 'memory',
        versions: { en: { segments: ['One.', 'Two.'], addresses: ['7', '7b'] }, 'pt-BR': { segments: ['Um.'], addresses: ['7'], label: '(a)', page: 3 } },
        memory: { attributes: { tuid: 'a' }, remarks: [{ kind: 'note', attributes: {}, value: 'n' }], variants: [{ language: 'en-US', code: 'en', content: ['One. ', { name: 'ph', attributes: { x: '1' }, content: [] }, 'Two.'] }] }
      }]
    }
    const six = madeDocument({ symbol: 'A/1', languages: languageCodes })
    const memory = await memoryOf([foreign, six])
    const out: AlignedDocument[] = []
    for await (const document of memory.documents()) out.push(document)
    expect(out).toEqual([six, foreign])
  })

  it('is stored even where a text has half a character or NUL in it', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', texts: [{ en: 'a\u0000b rights', fr: 'x\uD800y droits' }, { en: 'rights 😀 𠀀', fr: '\uFEFF\u2028 droits' }] })])
    const texts: string[] = []
    for await (const { units } of memory.documents()) texts.push(...units.flatMap(({ versions }) => [versions.en, versions.fr].map((version) => version?.segments.join('') ?? '')))
    expect(texts).toEqual(['a\uFFFDb rights', 'x\uFFFDy droits', 'rights 😀 𠀀', '\uFEFF\u2028 droits'])
    expect(await memory.concordance('rights')).toHaveLength(2)
    expect(await memory.concordance('𠀀')).toHaveLength(1)
    expect(await memory.find('x\uD800y droits')).toHaveLength(1)
  })

  it('is stored one after the other, where two add at once', async () => {
    const memory = await memoryOf([])
    await Promise.all(['A/1', 'A/2', 'A/3'].map((symbol) => memory.add([madeDocument({ symbol })], { file: 'test' })))
    expect(await visible(memory)).toEqual(['A/1 A/1', 'A/2 A/2', 'A/3 A/3'])
  })

  it('is there once, in whatever pieces it comes', async () => {
    const { document, units } = madeDocument({ symbol: 'A/1' })
    const other = madeDocument({ symbol: 'A/2' })
    const memory = await memoryOf([])
    const said: Array<number | undefined> = []
    const pieces = [{ document, units: units.slice(0, 1) }, other, { document, units: units.slice(1) }]
    await memory.add(pieces, { file: 'test' })
    await memory.add(pieces, { file: 'test', added: ({ entry }) => said.push(entry) })
    expect(said.at(-1)).toBeUndefined()
    expect((await memory.list()).map(({ entry }) => [entry.document, entry.units])).toEqual([['A/1', 3], ['A/2', 3]])
  })

  it('stays whole where the next document fails', async () => {
    const memory = await memoryOf([])
    const failing = async function* (): AsyncGenerator<AlignedDocument> {
      yield madeDocument({ symbol: 'A/1' })
      const { document, units } = madeDocument({ symbol: 'A/2' })
      yield { document, units: units.slice(0, 1) }
      await Promise.resolve()
      throw new Error('the disk has gone')
    }
    await expect(memory.add(failing(), { file: 'test' })).rejects.toThrow('the disk has gone')
    expect(await visible(memory)).toEqual(['A/1 A/1'])
    await memory.add([madeDocument({ symbol: 'A/2' })], { file: 'test' })
    expect(await exported(memory)).toBe(await exported(await memoryOf([madeDocument({ symbol: 'A/2' }), madeDocument({ symbol: 'A/1' })])))
  })

  it('is seen by readers while a writer goes on', async () => {
    const file = path.join(folder, 'shared.db')
    const writer = await memoryOf([madeDocument({ symbol: 'A/1' })], file)
    const reader = await openMemory(file)
    open.push(reader)
    const seen: number[] = []
    const documents = async function* (): AsyncGenerator<AlignedDocument> {
      for (let number = 2; number < 5; number++) {
        yield madeDocument({ symbol: `A/${number}`, mark: `${number} ` })
        seen.push((await reader.find('Decides to remain seized of the matter at its next session.', { from: 'en' })).length)
      }
    }
    await writer.add(documents(), { file: 'test' })
    expect(seen).toEqual([1, 2, 3])
    expect(await reader.list()).toHaveLength(4)
  })

  it('many runs of the index become few, and find the same', async () => {
    const documents = Array.from({ length: 30 }, (_, number) => madeDocument({ symbol: `A/${number + 1}`, mark: `${'abcdefghij'.charAt(number % 10)}${'klmno'.charAt(number % 5)} ` }))
    const [bit, whole] = [await memoryOf(documents), await memoryOf([])]
    await whole.add(documents, { file: 'test' })
    const database = await openDatabase(bit.file, false)
    expect((database.prepare('SELECT count(*) AS runs FROM runs').get() as { runs: number }).runs).toBeLessThan(10)
    database.close()
    const query = 'cl Recalling its resolution 1541 on human rights,'
    expect(await bit.find(query, { from: 'en', min: 0.5 })).toEqual(await whole.find(query, { from: 'en', min: 0.5 }))
    expect(await bit.concordance('rights')).toEqual(await whole.concordance('rights'))
  })
})

describe('files', () => {
  it('of another kind are refused', async () => {
    const text = path.join(folder, 'text.db')
    writeFileSync(text, 'this is no database at all, and long enough to be told from one that is empty'.repeat(20))
    await expect(openMemory(text)).rejects.toMatchObject({ id: 'memory:foreign' })
    const other = path.join(folder, 'other.db')
    const database = await openDatabase(other, true)
    database.exec('CREATE TABLE something (id INTEGER)')
    database.close()
    await expect(openMemory(other)).rejects.toMatchObject({ id: 'memory:foreign' })
    await expect(openMemory(path.join(folder, 'none.db'))).rejects.toMatchObject({ id: 'memory:missing' })
    await expect(openMemory(path.join(folder, 'none', 'none.db'), { create: true })).rejects.toMatchObject({ id: 'memory:unwritable' })
  })

  it('that are empty or folders are no memories, and are left as they are', async () => {
    const empty = path.join(folder, 'empty.db')
    writeFileSync(empty, '')
    await expect(openMemory(empty)).rejects.toMatchObject({ id: 'memory:foreign' })
    expect(statSync(empty).size).toBe(0)
    await expect(openMemory(folder)).rejects.toMatchObject({ id: 'memory:foreign' })
    await expect(openMemory(folder, { create: true })).rejects.toMatchObject({ id: 'memory:foreign' })
  })

  it('that were cut short are damaged', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1' })])
    await memory.close()
    const cut = path.join(folder, 'cut.db')
    writeFileSync(cut, readFileSync(memory.file).subarray(0, 20_000))
    await expect(openMemory(cut)).rejects.toMatchObject({ id: 'memory:damaged' })
  })

  it('that nobody may write are read, and not written', async () => {
    const closed = path.join(folder, 'closed')
    mkdirSync(closed)
    const made = await memoryOf([madeDocument({ symbol: 'A/1' })])
    const [file, copy] = [path.join(closed, 'un 100%?.db'), path.join(closed, 'copy.db')]
    // What its writer has not put into the file yet stands in the log beside it.
    for (const part of ['', '-wal']) copyFileSync(made.file + part, copy + part)
    await made.close()
    copyFileSync(made.file, file)
    const text = sentences[0]?.en ?? ''
    await withoutRights(closed, [file, copy], async () => {
      const memory = await openMemory(file)
      open.push(memory)
      expect(await memory.find(text)).toMatchObject([{ text, score: 1 }])
      await expect(memory.forget('A/1')).rejects.toMatchObject({ id: 'memory:unwritable' })
      await expect(openMemory(copy)).rejects.toMatchObject({ id: 'memory:unwritable' })
      await expect(openMemory(path.join(closed, 'other.db'), { create: true })).rejects.toMatchObject({ id: 'memory:unwritable' })
    })
  })

  it('that another program has locked are busy, whatever is done with them', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1' })])
    const database = await openDatabase(memory.file, false)
    const locked = await openDatabase(memory.file, false)
    locked.exec('BEGIN IMMEDIATE')
    database.exec('PRAGMA busy_timeout = 0')
    expect(() => database.exec('BEGIN IMMEDIATE')).toThrow(expect.objectContaining({ id: 'memory:busy' }))
    expect(() => database.prepare('DELETE FROM tags').run()).toThrow(expect.objectContaining({ id: 'memory:busy' }))
    rollBack(locked)
    // Where the disk was full the engine has done so itself.
    expect(() => { rollBack(locked) }).not.toThrow()
    locked.close()
    database.close()
  })

  it('of a later hexapla are refused', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1' })])
    const database = await openDatabase(memory.file, false)
    database.exec('PRAGMA user_version = 99')
    database.close()
    await expect(openMemory(memory.file)).rejects.toMatchObject({ id: 'memory:newer', values: { actual: '99' } })
  })
})

describe('the first version of the tables', () => {
  it('becomes the present one, and finds what it had', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', languages: languageCodes })])
    const database = await openDatabase(memory.file, false)
    database.exec(`DROP TABLE tags; DROP TABLE runs; DROP TABLE blocks;
ALTER TABLE texts RENAME TO late;
CREATE TABLE texts (id INTEGER PRIMARY KEY, language TEXT NOT NULL, hash INTEGER NOT NULL, loose INTEGER NOT NULL, text TEXT NOT NULL);
INSERT INTO texts SELECT id, language, id, id, text FROM late; DROP TABLE late;
CREATE INDEX texts_hash ON texts (hash); CREATE INDEX texts_loose ON texts (loose);
CREATE TABLE runs (id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, lengths BLOB NOT NULL);
CREATE TABLE postings (run INTEGER NOT NULL REFERENCES runs, word TEXT NOT NULL, count INTEGER NOT NULL, texts BLOB NOT NULL, PRIMARY KEY (run, word)) WITHOUT ROWID;
PRAGMA user_version = 1`)
    database.close()
    const opened = await openMemory(memory.file)
    open.push(opened)
    // Its index is made anew at once, not by each who looks for something.
    const again = await openDatabase(memory.file, false)
    expect(again.prepare('SELECT count(*) AS runs FROM runs').get()).toMatchObject({ runs: 6 })
    again.close()
    const text = sentences[0]?.zh ?? ''
    expect(await opened.find(text)).toMatchObject([{ text, score: 1 }])
    await opened.add([madeDocument({ symbol: 'A/2', texts: [{ en: 'One more.', fr: 'Une de plus.' }] })], { file: 'test' })
    expect(await opened.concordance('رجل')).toEqual([])
    expect(await opened.concordance('الإنسان')).toMatchObject([{ text: sentences[0]?.ar }])
    expect(await visible(opened)).toEqual(['A/1 A/1 A/1 A/1 A/1 A/1', 'A/2 A/2'])
  })
})

describe('engines', () => {
  it('are libsql, else that of Node, else a message', async () => {
    const gone = (name: string): Error => Object.assign(new Error(`no ${name}`), { code: name.startsWith('node:') ? 'ERR_UNKNOWN_BUILTIN_MODULE' : 'ERR_MODULE_NOT_FOUND' })
    await expect(findEngine((name) => Promise.reject(gone(name)))).rejects.toMatchObject({ id: 'memory:engine-missing' })
    const asked: string[] = []
    const engine = await findEngine((name) => {
      asked.push(name)
      return name === 'libsql' ? Promise.reject(gone(name)) : Promise.resolve({ DatabaseSync: class { exec = (): void => undefined } })
    })
    expect(asked).toEqual(['libsql', 'node:sqlite'])
    expect(engine('x')).toHaveProperty('exec')
    await expect(findEngine(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('fail with a message that says what to do', () => {
    expect(databaseError(new Error('database is locked'), 'x.db')).toMatchObject({ id: 'memory:busy' })
    expect(databaseError(new Error('database disk image is malformed'), 'x.db')).toMatchObject({ id: 'memory:damaged' })
    const other = new RangeError('something else')
    expect(databaseError(other, 'x.db')).toBe(other)
  })
})

describe('matches', () => {
  const edited: Readonly<Record<LanguageCode, [text: string, changed: string]>> = {
    ar: ['وإذ تشير إلى قرارها ١٣٧٣ بشأن حقوق المرأة والحريات الأساسية،', 'الإنسان'],
    en: ['Recalling its resolution 1373 on women’s rights and fundamental freedoms,', 'human'],
    es: ['Recordando su resolución 1373 sobre los derechos civiles y las libertades fundamentales,', 'humanos'],
    fr: ['Rappelant sa résolution 1373 sur les droits de l’enfant et les libertés fondamentales,', 'homme'],
    ru: ['ссылаясь на свою резолюцию 1373 о правах ребенка и основных свободах,', 'человека'],
    zh: ['回顾其关于儿权和基本自由的第1373号决议，', '人']
  }

  it.each(languageCodes)('in %s: the same, the same but for numbers, and by words that differ', async (language) => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', languages: languageCodes })])
    const text = sentences[0]?.[language] ?? ''
    const [exact] = await memory.find(text, { from: language })
    expect(exact).toMatchObject({ text, score: 1, kind: 'exact', changes: [] })
    const numbered = text.replace(/1540|١٥٤٠/, '242').toUpperCase()
    const [numbers] = await memory.find(numbered, { from: language })
    expect(numbers).toMatchObject({ text, kind: 'numbers' })
    expect(numbers?.changes.map(({ kind, asked }) => [kind, numbered.slice(...asked)])).toEqual([['number', '242']])
    const [asked, changed] = edited[language]
    const [fuzzy] = await memory.find(asked, { from: language })
    expect(fuzzy).toMatchObject({ text, kind: 'fuzzy' })
    expect(fuzzy?.score).toBeGreaterThan(0.7)
    expect(fuzzy?.score).toBeLessThan(1)
    expect(fuzzy?.changes.some(({ found }) => text.slice(...found).includes(changed))).toBe(true)
    expect(await memory.find('xyz', { from: language })).toEqual([])
  })

  it('show all translations of a text, those of the newest documents first', async () => {
    const memory = await memoryOf([
      madeDocument({ symbol: 'A/1', version: { date: '2010-01-01' }, texts: [{ en: 'Same text here.', fr: 'Ancien.' }] }),
      madeDocument({ symbol: 'A/2', version: { date: '2020-01-01' }, texts: [{ en: 'Same text here.', fr: 'Nouveau.' }] }),
      madeDocument({ symbol: 'A/3', texts: [{ en: 'Same text here.', fr: 'Sans date.' }] })
    ])
    const [match] = await memory.find('Same text here.', { from: 'en', to: 'fr' })
    expect(match?.units.map(({ unit }) => unit.versions.fr?.segments[0])).toEqual(['Nouveau.', 'Ancien.', 'Sans date.'])
    expect((await memory.stats()).pairs).toEqual([{ languages: ['en', 'fr'], units: 3, doubtful: 0, conflicts: 1 }])
  })

  it('are found as a scan finds them, in texts of few words and of many', async () => {
    const chance = chanceOf(5)
    const words = 'peace security council report draft treaty budget state member annual session agenda item vote'.split(' ')
    const texts = [...new Set(Array.from({ length: 400 }, () => Array.from({ length: 2 + chance.below(14) }, () => words[chance.below(words.length)]).join(' ')))]
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', texts: texts.map((en) => ({ en, fr: en })) })])
    const { editDistance, scoreOf } = await import('../src/memory/distance.ts')
    const { readWords } = await import('../src/memory/words.ts')
    for (let query = 0; query < 40; query++) {
      const pieces = (texts[chance.below(texts.length)] ?? '').split(' ')
      pieces[chance.below(pieces.length)] = words[chance.below(words.length)] ?? ''
      const asked = readWords(pieces.join(' '), 'en')
      const best = Math.max(...texts.map((text) => {
        if (text === pieces.join(' ')) return 1
        const found = readWords(text, 'en')
        const distance = editDistance(asked, found, 0.5 * Math.max(asked.length, found.length))
        return distance === Infinity ? 0 : scoreOf(distance, asked, found)
      }))
      const [match] = await memory.find(pieces.join(' '), { from: 'en', min: 0.5 })
      expect(match?.score ?? 0).toBeCloseTo(best >= 0.5 ? best : 0, 9)
    }
  })

  it('are those of the filter', async () => {
    const memory = await memoryOf([
      madeDocument({ symbol: 'A/RES/70/1', version: { date: '2015-10-21' } }),
      madeDocument({ symbol: 'S/2010/5', version: { date: '2010-02-03' }, mark: 'now ', unit: { score: 0.4, status: 'reviewed', block: 'heading' } }),
      madeDocument({ symbol: 'S/2010/6', mark: 'then ', unit: { status: 'rejected' } })
    ])
    const found = async (filter: object): Promise<string[]> => (await memory.find('The Committee adopted its report without a vote.', { from: 'en', min: 0.5, ...filter })).flatMap(({ units }) => units.map(({ document }) => document.symbol ?? ''))
    expect(await found({})).toEqual(['A/RES/70/1', 'S/2010/5'])
    expect(await found({ symbol: 'A/RES/70' })).toEqual(['A/RES/70/1'])
    expect(await found({ symbol: 'A/RES/7' })).toEqual([])
    expect(await found({ organ: 'S' })).toEqual(['S/2010/5'])
    expect(await found({ since: '2011' })).toEqual(['A/RES/70/1'])
    expect(await found({ until: '2011' })).toEqual(['S/2010/5'])
    expect(await found({ minScore: 0.5 })).toEqual(['A/RES/70/1'])
    expect(await found({ blocks: ['heading'] })).toEqual(['S/2010/5'])
    expect(await found({ status: 'reviewed' })).toEqual(['S/2010/5'])
    expect(await found({ status: 'rejected' })).toEqual(['S/2010/6'])
    expect(await found({ to: 'fr' })).toHaveLength(2)
    expect(await found({ from: 'en-GB', to: 'fr-CH' })).toHaveLength(2)
    await expect(found({ to: 'de' })).rejects.toMatchObject({ id: 'memory:language-unknown' })
    await expect(found({ from: 'de' })).rejects.toMatchObject({ id: 'memory:language-unknown' })
  })
})

describe('concordance', () => {
  it.each<[string, LanguageCode, string, string]>([
    ['a word', 'en', 'rights', 'rights'],
    ['a phrase, whatever its case', 'en', 'Human Rights', 'human rights'],
    ['a beginning', 'en', 'fundament*', 'fundamental'],
    ['a word with accents or without', 'fr', 'resolution', 'résolution'],
    ['a phrase over an apostrophe', 'fr', "droits de l'homme", 'droits de l’homme'],
    ['a word', 'es', 'derechos humanos', 'derechos humanos'],
    ['a word', 'ru', 'правах человека', 'правах человека'],
    ['one character', 'zh', '权', '权'],
    ['two characters', 'zh', '人权', '人权'],
    ['the last character', 'zh', '告', '告'],
    ['traditional characters', 'zh', '決議', '决议'],
    ['a number', 'zh', '1540', '1540'],
    ['a bare word', 'ar', 'حقوق', 'حقوق'],
    ['a word with its article', 'ar', 'الحقوق', 'حقوق'],
    ['a word with vowel signs', 'ar', 'حُقُوقُ الإِنْسَانِ', 'حقوق الإنسان'],
    ['a word without the conjunction that the text has', 'ar', 'الحريات', 'والحريات'],
    ['a word without the article that the text has', 'ar', 'لجنة', 'اللجنة'],
    ['a word with a preposition that the text has not', 'ar', 'للجنة', 'اللجنة'],
    ['digits of another script', 'ar', '1540', '١٥٤٠']
  ])('finds %s in %s: %s', async (_, language, phrase, written) => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', languages: languageCodes })])
    const found = await memory.concordance(phrase, { from: language })
    expect(found).toHaveLength(1)
    expect(found.flatMap(({ text, places }) => places.map((place) => text.slice(...place)))).toContain(written)
    expect(Object.keys(found[0]?.units[0]?.unit.versions ?? {})).toHaveLength(6)
  })

  it('finds no part of a word, and no words apart', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1', languages: languageCodes })])
    for (const phrase of ['right', 'rights human', 'human freedoms', 'آخر', '基自', '!']) expect(await memory.concordance(phrase)).toEqual([])
  })
})

describe('what replaces what', () => {
  const set: MadeDocument[] = [
    { symbol: 'A/70/1', version: { date: '2015-01-01' }, mark: '1 ' },
    { symbol: 'A/70/1', symbols: { fr: 'A/70/1*' }, version: { date: '2015-02-01' }, mark: '2 ' },
    { symbol: 'A/70/1**', languages: ['en', 'fr'], version: { date: '2015-03-01' }, mark: '3 ' },
    { symbol: 'A/70/1/Rev.1', languages: ['en'], version: { date: '2015-04-01' }, mark: '4 ' },
    { symbol: 'A/70/1/Rev.1', languages: ['en', 'fr', 'es'], version: { date: '2015-04-01' }, mark: '5 ' },
    { symbol: 'A/70/1/Add.1', version: { date: '2015-05-01' }, mark: '6 ' },
    { symbol: 'A/70/1/Add.1', version: { date: '2015-05-01', reissue: '2015-06-01' }, mark: '7 ' },
    { symbol: 'A/70/1/Rev.1/Corr.1', version: { date: '2015-07-01' }, texts: [{ en: 'Corrected: the Committee adopted its report without a vote.', fr: 'Rectifié.' }] },
    { symbol: 'A/70/2', version: { date: '2015-01-01' }, mark: '8 ' },
    { symbol: 'A/70/2*', languages: ['en'], version: { date: '2015-02-01' }, mark: '9 ' }
  ]

  it('gives one visible set for fifty orders, or some of them, byte by byte', async () => {
    const chance = chanceOf(3)
    const outputs = new Set<string>()
    const sets = new Set<string>()
    for (let order = 0; order < trials(50, 12); order++) {
      const left = set.map(madeDocument)
      const shuffled: AlignedDocument[] = []
      while (left.length > 0) shuffled.push(...left.splice(chance.below(left.length), 1))
      const memory = await memoryOf([])
      await memory.add(shuffled, { file: 'test' })
      sets.add((await visible(memory)).join('\n'))
      outputs.add(await exported(memory))
      for (const each of open.splice(0)) await each.close()
    }
    expect([...sets]).toEqual([['A/70/1/Add.1 A/70/1/Add.1', 'A/70/1/Rev.1 A/70/1/Rev.1 A/70/1/Rev.1', 'A/70/1/Rev.1/Corr.1 A/70/1/Rev.1/Corr.1', 'A/70/2 A/70/2', 'A/70/2*'].join('\n')])
    expect(outputs.size).toBe(1)
  })

  it('shows the older with all, and says what replaces it', async () => {
    const memory = await memoryOf(set.map(madeDocument))
    const all = await memory.list({ all: true })
    expect(all).toHaveLength(set.length)
    expect(all.filter(({ isReplaced }) => isReplaced)).toHaveLength(5)
    const [match] = await memory.find('1 Recalling its resolution 1540 on human rights and fundamental freedoms,', { from: 'en', all: true })
    expect(match?.units[0]?.replacedBy).toEqual({ en: 'A/70/1/Rev.1', fr: 'A/70/1/Rev.1' })
  })

  it('goes back to any day', async () => {
    const memory = await memoryOf(set.map(madeDocument))
    const on = async (asOf: string): Promise<string[]> => (await memory.list({ asOf })).map(({ entry }) => [...entry.issues.values()][0]?.symbol ?? '')
    expect(await on('2014-12-31')).toEqual([])
    expect(await on('2015-01-15')).toEqual(['A/70/1', 'A/70/2'])
    expect(await on('2015-03-15')).toEqual(['A/70/1**', 'A/70/2', 'A/70/2*'])
  })

  it('the same versions aligned again take the place of the first ones', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1' }), madeDocument({ symbol: 'A/1', unit: { status: 'reviewed' } })])
    expect(await memory.list()).toHaveLength(1)
    expect(await exported(memory)).toContain('reviewed')
  })

  it('a corrigendum restates what has its number and its words, and is told of where it names a paragraph', async () => {
    const base = madeDocument({ symbol: 'A/1', languages: languageCodes })
    const corrected = madeDocument({
      symbol: 'A/1/Corr.1',
      languages: languageCodes,
      texts: [
        Object.fromEntries(languageCodes.map((code) => [code, `${{ ar: 'الفقرة 2', en: 'Paragraph 2', es: 'Párrafo 2', fr: 'Paragraphe 2', ru: 'Пункт 2', zh: '第2段' }[code]}`])),
        {},
        Object.fromEntries(languageCodes.map((code) => [code, sentences[2]?.[code].replace(/without a vote|sin someterlo a votación|sans le mettre aux voix|без голосования|دون تصويت|未经表决/, 'xyz') ?? '']))
      ]
    })
    for (const order of [[base, corrected], [corrected, base]]) {
      const memory = await memoryOf(order)
      const marks: Array<[LanguageCode, string[] | undefined]> = []
      for (const code of languageCodes) {
        const [match] = await memory.find(sentences[1]?.[code] ?? '', { from: code })
        marks.push([code, match?.units[0]?.amendedBy])
        const [hidden] = await memory.find(sentences[2]?.[code] ?? '', { from: code, min: 1 })
        expect(hidden).toBeUndefined()
        const [shown] = await memory.find(sentences[2]?.[code] ?? '', { from: code, min: 1, all: true })
        expect(shown?.units[0]?.amendedBy).toEqual(['A/1/Corr.1'])
      }
      expect(marks).toEqual(languageCodes.map((code) => [code, ['A/1/Corr.1']]))
    }
  })

  it('what is forgotten is out of sight, and comes back', async () => {
    const memory = await memoryOf([madeDocument({ symbol: 'A/1' }), madeDocument({ symbol: 'A/1/Rev.1', mark: '2 ' })])
    expect(await visible(memory)).toEqual(['A/1/Rev.1 A/1/Rev.1'])
    expect(await memory.forget('A/1/Rev.1')).toBe(1)
    expect(await visible(memory)).toEqual(['A/1 A/1'])
    expect(await memory.forget('A/1/Rev.1', true)).toBe(1)
    expect(await visible(memory)).toEqual(['A/1/Rev.1 A/1/Rev.1'])
    await expect(memory.forget('A/9')).rejects.toMatchObject({ id: 'memory:symbol-unknown' })
  })
})
