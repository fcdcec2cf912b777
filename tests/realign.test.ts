/** Stretches that are aligned again: the same units as when the whole text is aligned anew, and nothing of them where nothing has changed. */
import { describe, expect, it } from 'vitest'
import { alignLineVersions, FittedVersions, type StretchSegment, type StretchUnits } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
import { someOf } from './some-of.ts'

/** The sentences of the note verbale, and the same again with other numbers, so that there is enough to learn from. */
const lines = Object.fromEntries(
  languageCodes.map((code) => {
    const own = goldUnits(noteVerbale).flatMap(({ sentences }) => sentences[code])
    return [code, [0, 1].flatMap((copy) => own.map((text) => text.replace(/\d+/gu, (number) => String(Number(number) + copy))))]
  })
) as Record<LanguageCode, string[]>
const versions = languageCodes.map((code) => ({ language: code, name: code, lines: lines[code] }))
const fitted = new FittedVersions(versions)

type Columns = Record<LanguageCode, StretchSegment[]>

const all = (): Columns => Object.fromEntries(languageCodes.map((code) => [code, lines[code].map((_, index) => index)])) as Columns
const textsOf = (columns: Columns): typeof versions =>
  languageCodes.map((code) => ({ language: code, name: code, lines: columns[code].map((segment) => (typeof segment === 'string' ? segment : (lines[code][segment] ?? ''))) }))

/** Units as `en 3-4 fr 3`, one a line. */
function shown({ languages, ends }: StretchUnits): string[] {
  return ends.map((end, unit) => {
    const ranges = languages.map((language, version) => [language, ends[unit - 1]?.[version] ?? 0, end[version] ?? 0] as const)
    return ranges.filter(([, from, to]) => from < to).map(([language, from, to]) => `${language} ${from + 1}-${to}`).sort().join(' ')
  })
}
const anew = (columns: Columns): string[] =>
  alignLineVersions(textsOf(columns)).units.map(({ versions: parts }) =>
    Object.entries(parts).map(([language, { addresses }]) => `${language} ${addresses[0]?.slice(1) ?? ''}-${addresses.at(-1)?.slice(1) ?? ''}`).sort().join(' ')
  )
const shareOf = (units: readonly string[], expected: readonly string[]): number => units.filter((unit) => expected.includes(unit)).length / expected.length

describe('a stretch in which nothing has changed', () => {
  it('is as it was, scores and all', () => {
    const units = fitted.realign(all())
    expect(shown(units)).toEqual(anew(all()))
    expect([...units.scores]).toEqual(alignLineVersions(versions).units.map(({ score = NaN }) => score))
  })

  it('is a part of what it was where all versions have the same part', () => {
    const whole = fitted.realign(all())
    const [start, end] = [whole.ends[9], whole.ends[29]]
    const range = (from = 0, to = 0): number[] => Array.from({ length: to - from }, (_, at) => at + from)
    const part = Object.fromEntries(whole.languages.map((language, version) => [language, range(start?.[version], end?.[version])]))
    const units = fitted.realign(part)
    expect(units.ends.map((each) => each.map((place, version) => place + (start?.[version] ?? 0)))).toEqual(whole.ends.slice(10, 30))
  })
})

describe('a stretch with edits', () => {
  it('has its cut and changed sentences where they belong, in all languages', () => {
    const columns = all()
    for (const [at, code] of languageCodes.entries()) {
      // A sentence in two, another one with a word more, a third one gone: in each version elsewhere.
      const [cut = '', other = ''] = [lines[code][10 + at * 3], lines[code][30 + at * 3]]
      const middle = code === 'zh' ? Math.floor(cut.length / 2) : cut.indexOf(' ', cut.length / 2)
      columns[code].splice(50 + at, 1)
      columns[code].splice(30 + at * 3, 1, `${other} 1900`)
      columns[code].splice(10 + at * 3, 1, cut.slice(0, middle).trim(), cut.slice(middle).trim())
    }
    expect(shareOf(shown(fitted.realign(columns)), anew(columns))).toBeGreaterThanOrEqual(0.95)
  })

  it('has every segment once and in order, whatever comes', () => {
    let state = 17
    const pick = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    for (const round of someOf([0, 1, 2, 3, 4, 5], 5)) {
      const columns = all()
      for (const code of languageCodes) {
        const own = columns[code]
        const [from, count] = [pick(own.length), pick(own.length)]
        // Parts, exchanges, other texts, holes, and in the last rounds nothing that is known.
        columns[code] = own.slice(from, from + count).map((segment, at, list) => (pick(30) === 0 ? 'x' : pick(20) === 0 ? (list[at + 1] ?? segment) : round > 4 ? `${round}` : segment))
      }
      const { languages, ends } = fitted.realign(columns)
      const counts = languages.map((language) => columns[language as LanguageCode].length)
      expect([...(ends.at(-1) ?? counts.map(() => 0))]).toEqual(counts)
      for (const [unit, end] of ends.entries()) {
        const start = ends[unit - 1] ?? end.map(() => 0)
        expect(end.every((place, version) => place >= (start[version] ?? 0)) && end.some((place, version) => place > (start[version] ?? 0))).toBe(true)
      }
    }
  })
})
