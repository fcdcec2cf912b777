import { beforeAll, describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignDocuments, alignLines } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import type { Unit } from '../src/tree/unit.ts'
import { type UnitRow, versionOf } from './align-versions.ts'
import { someOf, trials } from './some-of.ts'

/** Numbered blocks of one made sentence each. */
function rowsOf(count: number, seed: number): UnitRow[] {
  return madeSentences(count, seed).map((one, index) => ({
    address: String(index + 1),
    sentences: Object.fromEntries(languageCodes.map((code) => [code, [one[code]]]))
  }))
}

function unitsOf(languages: readonly LanguageCode[], rows: readonly UnitRow[], report?: (id: string) => void): Unit[] {
  const versions = Object.fromEntries(languages.map((code) => [code, versionOf(rows, code)]))
  return alignDocuments(versions, { force: true, ...(report ? { report } : {}) }).units
}

const isWhole = (unit: Unit, languages: readonly LanguageCode[]): boolean =>
  languages.every((code) => unit.versions[code]?.addresses.join() === `${unit.address}#1`)
const textsOf = (unit: Unit): string => languageCodes.map((code) => unit.versions[code]?.segments.join(' ') ?? '').join('\n')
const meanOf = (units: readonly Unit[]): number => units.reduce((sum, { score = 0 }) => sum + score, 0) / units.length

const pairs = [['en', 'fr'], ['ar', 'zh'], ['es', 'ru']] as const

describe('a document of 400 blocks', () => {
  const rows = rowsOf(400, 9)

  it.each(someOf(pairs, 3))('%s-%s comes out whole, as slices of 90 do, with the same scores', (...pair) => {
    const units = unitsOf(pair, rows)
    expect(units.filter((unit) => isWhole(unit, pair)).length).toBeGreaterThanOrEqual(398)
    const slices = [1, 3].flatMap((at) => unitsOf(pair, rows.slice(at * 90, (at + 1) * 90)))
    const texts = new Set(units.map(textsOf))
    expect(slices.filter((unit) => texts.has(textsOf(unit))).length / slices.length).toBeGreaterThanOrEqual(0.995)
    const same = new Set(slices.map(textsOf))
    expect(Math.abs(meanOf(units.filter((unit) => same.has(textsOf(unit)))) - meanOf(slices))).toBeLessThan(0.01)
  })

  it('comes out whole in six languages together, as far as its block 150', () => {
    const units = unitsOf(languageCodes, rows.slice(0, 150))
    expect(units.filter((unit) => isWhole(unit, languageCodes)).length).toBeGreaterThanOrEqual(149)
  })
})

describe('a block that both versions have under one label', () => {
  const rows = rowsOf(120, 4)
  const others = madeSentences(120, 77)
  const changed = rows.map((row, index) => (index % 20 === 10 ? { ...row, sentences: { ...row.sentences, fr: [others[index]?.fr ?? ''], zh: [others[index]?.zh ?? ''] } } : row))

  it.each(someOf([['en', 'fr'], ['ar', 'zh'], ['ru', 'zh'], ['es', 'fr']] as const, 2))('%s-%s never falls into two units beside each other; what speaks against it is said', (...pair) => {
    const messages: string[] = []
    const units = unitsOf(pair, changed, (id) => messages.push(id))
    expect(units).toHaveLength(120)
    expect(units.every((unit) => isWhole(unit, pair))).toBe(true)
    expect(units.filter(({ address, score = 1 }) => (Number(address) - 1) % 20 === 10 && score < 0.9)).toHaveLength(6)
    expect(messages).toContain('align:item-differs')
    expect(messages).not.toContain('align:item-unpaired')
  })
})

describe('repetition', () => {
  const lines: Readonly<Record<LanguageCode, readonly string[]>> = {
    ar: ['تحيط اللجنة علما بالتقرير.', 'وتطلب إلى الأمانة تقديم تقرير آخر.'],
    en: ['The Committee takes note of the report.', 'It requests the secretariat to submit a further report.'],
    es: ['El Comité toma nota del informe.', 'Pide a la secretaría que presente otro informe.'],
    fr: ['Le Comité prend note du rapport.', 'Il prie le secrétariat de présenter un nouveau rapport.'],
    ru: ['Комитет принимает к сведению доклад.', 'Он просит секретариат представить ещё один доклад.'],
    zh: ['委员会注意到该报告。', '委员会请秘书处再提交一份报告。']
  }

  /** Two sentences that differ by a word. */
  const alike: Readonly<Record<LanguageCode, readonly string[]>> = {
    ar: ['وأحاطت اللجنة علما بالتقرير الذي قدمه الوفد في جلستها.', 'وأحاطت اللجنة علما بالتقرير الذي قدمته الأمانة في جلستها.'],
    en: ['The Committee took note of the report submitted by the delegation.', 'The Committee took note of the report submitted by the secretariat.'],
    es: ['El Comité tomó nota del informe presentado por la delegación.', 'El Comité tomó nota del informe presentado por la secretaría.'],
    fr: ['Le Comité a pris note du rapport présenté par la délégation.', 'Le Comité a pris note du rapport présenté par le secrétariat.'],
    ru: ['Комитет принял к сведению доклад, представленный делегацией.', 'Комитет принял к сведению доклад, представленный секретариатом.'],
    zh: ['委员会注意到代表团提交的报告。', '委员会注意到秘书处提交的报告。']
  }

  it.each(someOf(pairs.flatMap((pair) => [{ pair, texts: lines }, { pair, texts: alike }]), 3, 1))('does not lower what labels settle: $pair, $texts.en', ({ pair, texts }) => {
    const [few = 0, many = 0] = [5, 520].map((count) => {
      const units = unitsOf(pair, Array.from({ length: count }, (_, index) => ({ address: String(index + 1), sentences: texts as UnitRow['sentences'] })))
      expect(units).toHaveLength(2 * count)
      return Math.min(...units.map(({ score = 0 }) => score))
    })
    expect(few).toBeGreaterThan(0.98)
    expect(many).toBeGreaterThan(few - 0.01)
  })
})

describe('units over six versions', () => {
  const rows = rowsOf(60, 5)
  /** Every eighth row lacks a language, each in turn. */
  const lacking = rows.map((row, index): UnitRow => {
    const without = index % 8 === 3 ? languageCodes[Math.floor(index / 8) % 6] : undefined
    return { ...row, sentences: Object.fromEntries(Object.entries(row.sentences).filter(([code]) => code !== without)) }
  })

  it('hold the versions that have a text, whichever of them lacks it', () => {
    const units = unitsOf(languageCodes, lacking)
    expect(units.map((unit) => `${unit.address} ${Object.keys(unit.versions).sort().join()}`)).toEqual(
      lacking.map((row) => `${row.address} ${Object.keys(row.sentences).sort().join()}`)
    )
  })
})

describe('long texts of lines, made by the project', () => {
  let made: Array<Readonly<Record<LanguageCode, string>>>
  beforeAll(() => {
    // Over 6,000 lines of both together, the search is another one.
    made = madeSentences(3100, 21)
  })

  /** Share of the lines that are paired with their like alone. */
  function rightOf(source: LanguageCode, target: LanguageCode, keepsSource: (index: number) => boolean, keepsTarget: (index: number) => boolean): number {
    const [left, right] = [[...made.keys()].filter(keepsSource), [...made.keys()].filter(keepsTarget)]
    const { beads } = alignLines(left.map((index) => made[index]?.[source] ?? ''), right.map((index) => made[index]?.[target] ?? ''), { source, target })
    const both = left.filter(keepsTarget).length
    const isRight = beads.filter((bead) => bead.sourceEnd - bead.sourceStart === 1 && bead.targetEnd - bead.targetStart === 1 && left[bead.sourceStart] === right[bead.targetStart])
    return isRight.length / both
  }

  const all = (): boolean => true
  it.each(someOf(pairs, 3, 2))('are paired line by line: %s-%s', (source, target) => {
    expect(rightOf(source, target, all, all)).toBeGreaterThan(0.995)
  })

  it('are found again behind long passages that one side lacks', () => {
    // The work goes by the square of the passages.
    const part = trials(100, 40)
    const isIn = (index: number): boolean => index < 31 * part
    expect(rightOf('ru', 'fr', (index) => isIn(index) && index >= 7 * part, (index) => isIn(index) && (index < 15 * part || index >= 21 * part))).toBeGreaterThan(0.99)
  })

  it('are paired with one line in ten missing on either side', () => {
    const most = trials(3100, 1200)
    expect(rightOf('zh', 'en', (index) => index < most && index % 10 !== 3, (index) => index < most && index % 10 !== 7)).toBeGreaterThan(0.98)
  })
})
