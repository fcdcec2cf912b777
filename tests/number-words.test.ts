/** Number words are known to be figures, in all six languages. */
import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignLines } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { someOf } from './some-of.ts'

const figures = [12, 3, 18, 7, 20, 5, 15, 9]
const words: Readonly<Record<LanguageCode, string>> = {
  ar: 'اثنا عشر,ثلاثة,ثمانية عشر,سبعة,عشرون,خمسة,خمسة عشر,تسعة',
  en: 'twelve,three,eighteen,seven,twenty,five,fifteen,nine',
  es: 'doce,tres,dieciocho,siete,veinte,cinco,quince,nueve',
  fr: 'douze,trois,dix-huit,sept,vingt,cinq,quinze,neuf',
  ru: 'двенадцать,три,восемнадцать,семь,двадцать,пять,пятнадцать,девять',
  zh: '十二,三,十八,七,二十,五,十五,九'
}
const sentences: Readonly<Record<LanguageCode, (number: string) => string>> = {
  ar: (number) => `وسجل المجلس هناك ${number} حالات جديدة.`,
  en: (number) => `The council recorded ${number} new cases there.`,
  es: (number) => `El consejo registró allí ${number} nuevos casos.`,
  fr: (number) => `Le conseil y a relevé ${number} nouveaux cas.`,
  ru: (number) => `Совет зарегистрировал там ${number} новых случаев.`,
  zh: (number) => `理事会在那里记录了${number}起新案件。`
}
const pairs = languageCodes.flatMap((source) => languageCodes.filter((target) => target !== source).map((target) => [source, target] as const))

describe('a number in words', () => {
  const made = madeSentences(20, 8)
  /** Sentences that differ in a number alone, between others; the one at `gap` is left out. */
  const textIn = (language: LanguageCode, numbers: readonly string[], gap?: number): string[] => {
    const around = made.map((one) => one[language])
    return [...around.slice(0, 10), ...numbers.map(sentences[language]).filter((_, index) => index !== gap), ...around.slice(10)]
  }

  it.each(someOf(pairs, 6))('of %s meets the figure of %s', (source, target) => {
    const { beads } = alignLines(textIn(source, words[source].split(',')), textIn(target, figures.map(String), 4), { source, target })
    // The sentences with seven numbers that both have; the neighbours of the one that is left out may take it in.
    const right = beads.filter((bead) => {
      const [at, to] = [bead.sourceStart - 10, bead.targetStart - 10]
      return at >= 0 && at < 8 && at !== 4 && bead.sourceEnd === bead.sourceStart + 1 && bead.targetEnd === bead.targetStart + 1 && to === (at < 4 ? at : at - 1)
    })
    expect(right.length).toBeGreaterThanOrEqual(6)
    expect(Math.max(...right.map(({ score }) => score))).toBeGreaterThan(0.95)
  })
})
