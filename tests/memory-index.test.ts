import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { ByteList } from '../src/memory/bytes.ts'
import { openMemory, type Memory } from '../src/memory/index.ts'
import { BackwardCursor, followerOf, joinPostings, packPostings, placeOf, type Postings } from '../src/memory/posting.ts'
import { sortWords } from '../src/memory/sorted-words.ts'
import { madeDocument } from './memory-documents.ts'

describe('lists of places', () => {
  const read = (list: Postings, offset = 0): Array<[number, number]> => {
    const places: Array<[number, number]> = []
    for (const cursor = new BackwardCursor(list, offset); cursor.number >= 0; cursor.next()) places.push([cursor.number, cursor.follower])
    return places.reverse()
  }
  const listOf = (places: ReadonlyArray<[number, number]>): Postings => {
    const { bytes, ...list } = packPostings(Int32Array.from(places, (place) => placeOf(...place)), new ByteList())
    return { ...list, bytes: bytes.slice() }
  }

  it('tell texts and what follows, backwards, whatever the distance', () => {
    const places: Array<[number, number]> = [[0, 1], [0, 127], [1, 0], [128, 127], [128, 3], [40_000, 127], [3_000_000, 0], [3_000_001, 9]]
    const list = listOf(places)
    expect(list).toMatchObject({ count: 6, last: 3_000_001 })
    expect(read(list)).toEqual(places)
    expect(read(list, 7)).toEqual(places.map(([text, follower]) => [text + 7, follower]))
  })

  it('are put behind each other without being read', () => {
    const [first, second] = [listOf([[2, 5], [2, 6]]), listOf([[0, 7], [0, 8], [300, 9]])]
    const joined = joinPostings([{ offset: 0, list: first }, { offset: 1_000, list: second }], new ByteList())
    expect(joined).toMatchObject({ count: 3, last: 1_300 })
    expect(read(joined)).toEqual([[2, 5], [2, 6], [1_000, 7], [1_000, 8], [1_300, 9]])
  })

  it('tell words that follow by a byte that ends no number', () => {
    for (const word of ['a', 'rights', 'права', '人权', 'حقوق', '']) expect(followerOf(word)).toBeGreaterThan(0)
    for (const word of ['a', 'rights', 'права', '人权', 'حقوق', '']) expect(followerOf(word)).toBeLessThan(128)
  })
})

/** A phrase, the text that has it, and one that has its words apart. */
const phrases: Readonly<Record<LanguageCode, [phrase: string, text: string, apart: string]>> = {
  ar: ['حقوق الإنسان', 'تحترم الحكومة حقوق إنسان وكرامته، وحقوق الإنسان أولا', 'حقوق الطفل على كل إنسان واجبة'],
  en: ['the report', 'The Committee took note of the report', 'The Chair read a report to the members'],
  es: ['de la mujer', 'En nombre de la paz y de la mujer', 'Informe de paz para la joven mujer de la casa'],
  fr: ['de la paix', 'Au nom de la loi et de la paix', 'Un message de loi pour la bonne paix de la ville'],
  ru: ['в мире', 'В этом году в мире было спокойно', 'В стране и мире, сказано в докладе'],
  zh: ['人权利', '尊重人权和每个人权利', '人权与国家的权利']
}

describe('an index', () => {
  const copies = 120
  let folder = ''
  let memory: Memory

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
    memory = await openMemory(path.join(folder, 'index.db'), { create: true })
    const texts = Array.from({ length: copies }, (_, at) => Object.fromEntries(languageCodes.map((code) => [code, at === 0 ? phrases[code][1] : `${phrases[code][2]} ${at}`])))
    // Of a text that is asked for with other numbers and another word, all others have the same words.
    const dates = Array.from({ length: copies }, (_, at) => ({ en: `Meeting ${at} held on day ${at % 30} at ${at % 24} hours, closed ${at % 7}` }))
    dates.push({ en: 'Annex 12, 13 and 14' })
    await memory.add([madeDocument({ symbol: 'A/1', languages: languageCodes, texts }), madeDocument({ symbol: 'A/2', texts: dates })], { file: 'test' })
  })
  afterAll(async () => {
    await memory.close()
    rmSync(folder, { recursive: true })
  })

  it.each(languageCodes)('finds a phrase of common words in %s without reading the texts that have them apart', async (from) => {
    const [phrase, text] = phrases[from]
    let isPartial = false
    const found = await memory.concordance(phrase, { from, mostRead: 1, stopped: () => (isPartial = true) })
    expect(found.map((each) => each.text)).toEqual([text])
    expect(isPartial).toBe(false)
  })

  it('finds a text of numbers by its one word', async () => {
    expect(await memory.find('Annex 915, 916 and 917, 918', { from: 'en', min: 0.6 })).toMatchObject([{ text: 'Annex 12, 13 and 14', kind: 'fuzzy' }])
  })

  it('compares texts with the same numbers first', async () => {
    const found = await memory.find('Session 3 held on day 3 at 3 hours, closed 3', { from: 'en', mostRead: 48, limit: 1 })
    expect(found).toMatchObject([{ text: 'Meeting 3 held on day 3 at 3 hours, closed 3' }])
  })
})

it('words are sorted as strings are', () => {
  const chance = chanceOf(9)
  const letters = ['a', 'b', 'é', 'ж', 'ا', '人', '𠀀', '\u{1F600}', '\uFFFD']
  for (const count of [0, 1, 7, 300]) {
    const words = [...new Set(Array.from({ length: count }, () => Array.from({ length: chance.below(24) }, () => letters[chance.below(chance.below(4) === 0 ? letters.length : 2)]).join('')))]
    expect(Array.from(sortWords(words), (at) => words[at])).toEqual(words.toSorted())
  }
})
