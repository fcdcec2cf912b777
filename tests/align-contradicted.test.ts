/** Labels and places against words: replaced blocks under one label, and lists in another order in each language. */
import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignDocuments } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import type { Unit } from '../src/tree/unit.ts'
import { type UnitRow, versionOf } from './align-versions.ts'
import { someOf } from './some-of.ts'

const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const))

/** Fourteen States in the same order; no list has them in this one. */
const states: Readonly<Record<LanguageCode, string>> = {
  ar: 'ألبانيا,الجزائر,البرازيل,مصر,فرنسا,ألمانيا,هنغاريا,الهند,اليابان,المكسيك,النرويج,بولندا,إسبانيا,سويسرا',
  en: 'Albania,Algeria,Brazil,Egypt,France,Germany,Hungary,India,Japan,Mexico,Norway,Poland,Spain,Switzerland',
  es: 'Albania,Argelia,Brasil,Egipto,Francia,Alemania,Hungría,India,Japón,México,Noruega,Polonia,España,Suiza',
  fr: 'Albanie,Algérie,Brésil,Égypte,France,Allemagne,Hongrie,Inde,Japon,Mexique,Norvège,Pologne,Espagne,Suisse',
  ru: 'Албания,Алжир,Бразилия,Египет,Франция,Германия,Венгрия,Индия,Япония,Мексика,Норвегия,Польша,Испания,Швейцария',
  zh: '阿尔巴尼亚,阿尔及利亚,巴西,埃及,法国,德国,匈牙利,印度,日本,墨西哥,挪威,波兰,西班牙,瑞士'
}

/** Aligns two versions, and hears what is said. */
function align([source, target]: readonly [LanguageCode, LanguageCode], left: readonly UnitRow[], right: readonly UnitRow[]): { units: Unit[]; said: string[] } {
  const said: string[] = []
  const { units } = alignDocuments({ [source]: versionOf(left, source), [target]: versionOf(right, target) }, { report: (id) => said.push(id) })
  return { units, said }
}

const textOf = (unit: Unit, language: LanguageCode): string => unit.versions[language]?.segments.join(' ') ?? ''

describe('a list in alphabetical order', () => {
  const made = madeSentences(10, 31)
  /** Sentences, and the States in the order of a language as items under the fifth of them. */
  const rowsIn = (language: LanguageCode): UnitRow[] => {
    const rows = made.map((one, index): UnitRow => ({ address: String(index + 1), sentences: { [language]: [one[language]] } }))
    const items = states[language].split(',').toSorted(new Intl.Collator(language).compare)
    return [...rows.slice(0, 5), ...items.map((name, index): UnitRow => ({ address: `5/${index + 1}`, sentences: { [language]: [name] } })), ...rows.slice(5)]
  }

  it.each(someOf(pairs, 5))('pairs no State with another by its letter with confidence, and does not make the versions differ: %s-%s', (...pair) => {
    const { units, said } = align(pair, rowsIn(pair[0]), rowsIn(pair[1]))
    const [left, right] = [states[pair[0]].split(','), states[pair[1]].split(',')]
    const items = units.filter((unit) => left.includes(textOf(unit, pair[0])) && right.includes(textOf(unit, pair[1])))
    expect(items).toHaveLength(14)
    const isRight = (unit: Unit): boolean => left.indexOf(textOf(unit, pair[0])) === right.indexOf(textOf(unit, pair[1]))
    expect(items.filter((unit) => !isRight(unit) && (unit.score ?? 0) >= 0.9)).toEqual([])
    expect(items.filter((unit) => isRight(unit) && (unit.score ?? 0) < 0.9)).toEqual([])
    expect(said).toContain('align:item-differs')
    expect(units.filter((unit) => !items.includes(unit) && (unit.score ?? 0) >= 0.9)).toHaveLength(10)
  })
})

describe('blocks that were replaced under their labels, one or several in a row', () => {
  const made = madeSentences(120, 12)
  const others: Readonly<Record<LanguageCode, readonly string[]>> = {
    ar: ['اطبخ الأرز على نار هادئة حتى يمتص الماء كله.', 'كانت القطة نائمة على السطح حين هطل المطر.'],
    en: ['Cook the rice over a low flame until it has soaked up all the water.', 'The cat lay asleep on the roof when rain began to fall.'],
    es: ['Cueza el arroz a fuego lento hasta que absorba toda el agua.', 'El gato dormía sobre el tejado cuando empezó a llover.'],
    fr: ["Cuire le riz à feu doux jusqu'à ce qu'il ait bu toute l'eau.", 'Le chat dormait sur le toit quand il se mit à pleuvoir.'],
    ru: ['Варите рис на слабом огне, пока он не впитает всю воду.', 'Кошка спала на крыше, когда начался дождь.'],
    zh: ['用小火煮米饭，直到水全部被吸收。', '下雨的时候，猫正在屋顶上睡觉。']
  }
  const isReplaced = (index: number): boolean => index % 30 === 10 || (index >= 60 && index < 64)

  it.each(someOf(pairs, 5, 1))('are said, and score below 0.9: %s-%s', (...pair) => {
    const rowsIn = (language: LanguageCode, changes: boolean): UnitRow[] =>
      made.map((one, index) => ({ address: String(index + 1), sentences: { [language]: [changes && isReplaced(index) ? (others[language][index % 2] ?? '') : one[language]] } }))
    const { units, said } = align(pair, rowsIn(pair[0], false), rowsIn(pair[1], true))
    expect(units).toHaveLength(120)
    expect(units.filter((unit, index) => isReplaced(index) && (unit.score ?? 0) >= 0.9)).toEqual([])
    expect(units.filter((unit, index) => !isReplaced(index) && (unit.score ?? 0) < 0.9)).toEqual([])
    expect(said.filter((id) => id === 'align:item-differs').length).toBeGreaterThanOrEqual(7)
  })
})

describe('a text that is the same in every block', () => {
  const same: Readonly<Record<LanguageCode, string>> = {
    ar: 'وأحاطت اللجنة علما بالتقرير.', en: 'The Committee took note of the report.', es: 'El Comité tomó nota del informe.',
    fr: 'Le Comité a pris note du rapport.', ru: 'Комитет принял к сведению доклад.', zh: '委员会注意到该报告。'
  }

  it.each(someOf(pairs, 4))('does not make versions differ, and is as sure as its labels: %s-%s', (...pair) => {
    const sentences = Object.fromEntries(pair.map((language) => [language, [same[language]]]))
    const rows = Array.from({ length: 50 }, (_, index): UnitRow => ({ address: String(index + 1), sentences }))
    const { units } = align(pair, rows, rows)
    expect(units).toHaveLength(50)
    expect(Math.min(...units.map(({ score = 0 }) => score))).toBeGreaterThan(0.99)
  })
})
