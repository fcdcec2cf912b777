import { describe, expect, it } from 'vitest'
import { alignLines, formatBead } from '../src/align/index.ts'
import { palladius, pinyinOf, readSyllables } from '../src/align/names/pinyin.ts'

describe('pinyin', () => {
  it.each([['顾', ['gu']], ['炎', ['yan']], ['武', ['wu']], ['单', ['dan', 'shan']], ['吕', ['lv']], ['曾', ['ceng', 'zeng']], ['a', []]])('%s is read %j', (character, syllables) => {
    expect(pinyinOf(character)).toEqual(syllables)
  })

  it.each([
    ['zhang', 'чжан'], ['xian', 'сянь'], ['qiang', 'цян'], ['jun', 'цзюнь'], ['rong', 'жун'], ['wei', 'вэй'], ['hui', 'хуэй'], ['shui', 'шуй'],
    ['zi', 'цзы'], ['si', 'сы'], ['nv', 'нюй'], ['lv', 'люй'], ['bian', 'бянь'], ['guo', 'го'], ['cui', 'цуй'], ['xiong', 'сюн']
  ])('%s is %s in Russian', (syllable, russian) => {
    expect(palladius(syllable)).toBe(russian)
  })

  it('reads names in Latin and Russian letters, and no other words', () => {
    expect(readSyllables('yanwu')).toEqual([['yan', 'wu']])
    expect(readSyllables('xian')).toEqual([['xi', 'an'], ['xian']])
    expect(readSyllables('яньу')).toEqual([['yan', 'wu']])
    expect(readSyllables('lu')).toEqual([['lu'], ['lv']])
    for (const word of ['committee', 'комитет', 'مجلس', 'strength', '']) expect(readSyllables(word)).toEqual([])
  })
})

/** Lines that differ by the name alone, one of them missing on the other side: nothing but the name says which. */
const chinese = ['顾炎武', '贺双卿', '颜师古', '吕碧城', '祝枝山', '袁枚', '孟浩然', '谭嗣同'].map((name) => `${name}当天也在那里。`)
const spelt = {
  en: ['Gu Yanwu', 'He Shuangqing', 'Yan Shigu', 'Lu Bicheng', 'Zhu Zhishan', 'Yuan Mei', 'Meng Haoran', 'Tan Sitong'].map((name) => `${name} was there that day, too.`),
  es: ['Gu Yanwu', 'He Shuangqing', 'Yan Shigu', 'Lü Bicheng', 'Zhu Zhishan', 'Yuan Mei', 'Meng Haoran', 'Tan Sitong'].map((name) => `${name} también estuvo allí ese día.`),
  fr: ['Gu Yanwu', 'He Shuangqing', 'Yan Shigu', 'Lü Bicheng', 'Zhu Zhishan', 'Yuan Mei', 'Meng Haoran', 'Tan Sitong'].map((name) => `${name} y était aussi ce jour-là.`),
  ru: ['Гу Яньу', 'Хэ Шуанцин', 'Янь Шигу', 'Люй Бичэн', 'Чжу Чжишань', 'Юань Мэй', 'Мэн Хаожань', 'Тань Сытун'].map((name) => `${name} в тот день тоже был там.`),
  de: ['Gu Yanwu', 'He Shuangqing', 'Yan Shigu', 'Lü Bicheng', 'Zhu Zhishan', 'Yuan Mei', 'Meng Haoran', 'Tan Sitong'].map((name) => `${name} war an dem Tag auch dort.`)
}

describe.each(Object.entries(spelt))('names in %s', (language, lines) => {
  it('tell which lines are a pair, whichever is missing', () => {
    let right = 0
    for (const missing of lines.keys()) {
      const { beads } = alignLines(chinese, lines.toSpliced(missing, 1), { source: 'zh', target: language })
      const found = new Set(beads.map((bead) => formatBead(bead).split('\t')[0]))
      right += [...lines.keys()].filter((line) => line !== missing && found.has(`[${line}]:[${line > missing ? line - 1 : line}]`)).length
    }
    // 36 to 39 of 56 where the names are not read.
    expect(right).toBeGreaterThanOrEqual(50)
    expect(right).toBeLessThanOrEqual(lines.length * (lines.length - 1))
  })
})
