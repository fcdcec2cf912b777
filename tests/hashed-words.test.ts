import { describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { languageCodes } from '../src/language/code.ts'
import { editDistance, leastDistance } from '../src/memory/distance.ts'
import { HashedWords, numberOf } from '../src/memory/hashed-words.ts'
import { readWords } from '../src/memory/words.ts'
import { hashOf } from '../src/words/word-table.ts'
import { sentences } from './memory-documents.ts'

/** What is folded in more than one way: two letters of one, marks that stand alone, letters that depend on those beside them. */
const odd = [
  'Œuvre, ŒUVRE, Straße, encyclopædia, ﬁn, ĳ, İstanbul, ΣΑΣ, K Å ŉ',
  'Élan e\u0301lan, Ёлка е\u0308лка, a\u0301\u0328',
  'الْأُمَم ٱلْمُتَّحِدَة، آخر، مـــادة، ﷺ، وللجنة والتقارير',
  '繁體國家 and 国家，〇三，𠀀',
  '1 540, 30.000,5 1,540.25 10.5. 7, 8 ١٢٣٫٤ ۱۲ १२ 12५ 3.५ ５,０００',
  'ｆｕｌｌ　ｗｉｄｔｈ', '', '\u0301', '!'
]
const texts = [...sentences.flatMap((each) => Object.values(each)), ...odd]

describe('words as numbers', () => {
  it.each(languageCodes)('are those that are read as words, in %s', (language) => {
    const hashed = new HashedWords()
    for (const text of texts) {
      hashed.read(text, language)
      const words = readWords(text, language)
      const read = Array.from({ length: hashed.length }, (_, at) => [hashed.hashes[at], hashed.keys[at], hashed.starts[at], hashed.ends[at]])
      expect(read, text).toEqual(words.map(({ form, key, isNumber, start, end }) => [numberOf(hashOf(form), isNumber), numberOf(hashOf(key), isNumber), start, end]))
    }
  })

  it('are as many as there are', () => {
    expect(new HashedWords().read('мир и ٣ сад '.repeat(500), 'ru')).toHaveLength(2_000)
    expect(new HashedWords().read('والسلام ٣ و '.repeat(500), 'ar').keys.length).toBeGreaterThanOrEqual(1_500)
  })

  it.each(languageCodes)('never tell two texts further apart than they are, in %s', (language) => {
    const chance = chanceOf(5)
    const pieces = texts.flatMap((text) => (language === 'zh' ? [...text] : text.split(' ')))
    const [left, right] = [new HashedWords(), new HashedWords()]
    let near = 0
    for (let trial = 0; trial < 400; trial++) {
      const some = Array.from({ length: 4 + chance.below(8) }, () => pieces[chance.below(pieces.length)] ?? '')
      const changed = some.flatMap((piece) => (chance.below(4) === 0 ? (chance.below(2) === 0 ? [] : [pieces[chance.below(pieces.length)] ?? '', piece]) : [piece]))
      const [one, other] = [some.join(' '), changed.join(' ')]
      const limit = chance.below(12) / 2
      const distance = editDistance(readWords(one, language), readWords(other, language), limit)
      const least = leastDistance(left.read(one, language), right.read(other, language), limit)
      if (least !== distance) expect.fail(`${least} in place of ${distance} from ${one} to ${other}, of ${limit}`)
      if (distance < Infinity) near++
    }
    expect(near).toBeGreaterThan(50)
  })
})
