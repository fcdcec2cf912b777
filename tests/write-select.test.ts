/** What must not enter a memory, why, and that all of it is listed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import type { AlignedDocument, Unit } from '../src/tree/unit.ts'
import {
  countExclusions,
  exclusionHeader,
  exclusionRow,
  exclusionRules,
  selectUnits,
  unitFormats,
  writeFormat,
  writeUnits,
  type Exclusion,
  type SelectOptions
} from '../src/write/index.ts'
import { corpusDocument, corpusParagraphs, documentArbitrary, filesOf, recordOf, unitOf } from './write-support.ts'

async function select(units: Unit[], options: Partial<SelectOptions> = {}): Promise<{ kept: Unit[]; listed: Exclusion[] }> {
  const listed: Exclusion[] = []
  const document: AlignedDocument = { document: recordOf(['en', 'fr'], 'A/1'), units }
  const kept: Unit[] = []
  for await (const piece of selectUnits([document], options, (exclusion) => listed.push(exclusion))) kept.push(...piece.units)
  return { kept, listed }
}

type Case = readonly [name: string, texts: Parameters<typeof unitOf>[1], more: Partial<Unit>]

const outs = cases([
  ['text-empty', { en: 'Text', fr: '…' }],
  ['one-language', { en: 'Only here.' }],
  ['furniture', { en: 'GE.19-08606 (E)', fr: 'GE.19-08606 (F)' }],
  ['furniture', { en: 'Page 3', es: 'página 3' }],
  ['no-words', { en: '1,650.0', fr: '1 650,0' }],
  ['no-words', { ar: '٢١٤', zh: '214' }],
  ['contents-heading', { en: 'Contents', ru: 'Содержание' }],
  ['contents-heading', { en: 'Introduction ........ 3', fr: 'Introduction' }],
  ['contents-heading', { zh: '目录', ar: 'المحتويات' }],
  ['country-list', { en: 'Albania, Belgium, Canada, Denmark, Egypt, France and Germany', fr: 'Albanie, Allemagne, Belgique, Canada, Danemark, Égypte et France' }],
  ['country-list', { es: 'Albania, Bolivia (Estado Plurinacional de), Chile, España, Francia, Perú, Suiza', zh: '阿尔巴尼亚、玻利维亚' }],
  ['country-list', { ru: 'Австралия, Бельгия, Германия, Индия, Канада, Франция', en: 'x' }],
  ['text-long', { en: 'word '.repeat(3000), fr: 'mot' }],
  ['untranslated-copy', { en: 'The committee decided to meet again.', zh: 'The committee decided to meet again.' }],
  ['numbers-differ', { en: 'Resolution 1540 (2004)', fr: 'Résolution 1504 (2004)' }],
  ['score-low', { en: 'Low', fr: 'Bas' }, { score: 0.2 }]
])

const ins = cases([
  ['five members in running text', { en: 'China, France, the Russian Federation, the United Kingdom and the United States voted.', fr: 'La Chine, la France, la Fédération de Russie, le Royaume-Uni et les États-Unis ont voté.' }],
  ['countries in no order', { en: 'Togo, Chad, Mali, Niger, Benin and Ghana', fr: 'Togo, Tchad, Mali, Niger, Bénin et Ghana' }],
  ['a name that is the same everywhere', { en: 'United Nations Office at Geneva', fr: 'United Nations Office at Geneva' }],
  ['a figure with its unit', { en: '$1.2 million', ru: '1,2 млн долл. США' }],
  ['a symbol', { en: 'A/RES/70/1', ru: 'A/RES/70/1' }],
  ['numbers in other notations', { en: '100,541 people in 2019', es: '100.541 personas en 2019', ru: '100 541 человек в 2019 году', zh: '2019年100 541人', ar: '100 541 شخصا في عام 2019' }],
  ['a low score that a person has corrected', { en: 'Low', fr: 'Bas' }, { score: 0.2, status: 'corrected' }]
])

function cases(list: ReadonlyArray<readonly [name: string, texts: Case[1], more?: Partial<Unit>]>): Case[] {
  return list.map(([name, texts, more = {}]) => [name, texts, more])
}

describe('selectUnits', () => {
  it.each(outs)('keeps %s out: %j', async (reason, texts, more) => {
    const { kept, listed } = await select([unitOf('1#1', texts, more)], { minScore: 0.5 })
    expect(kept).toEqual([])
    expect(listed).toMatchObject([{ reason, symbol: 'A/1', unit: '1#1', whole: true, languages: Object.keys(texts).sort() }])
    expect(listed[0]?.evidence).not.toBe('')
  })

  it.each(ins)('lets %s in', async (_, texts, more) => {
    const { kept, listed } = await select([unitOf('1#1', texts, more)], { minScore: 0.5 })
    expect(listed).toEqual([])
    expect(kept).toHaveLength(1)
  })

  it('takes one wrong version out and leaves the right ones', async () => {
    const unit = unitOf('1#1', { en: 'Resolution 1540', es: 'Resolución 1540', fr: 'Résolution 1504', ru: 'Резолюция 1540' })
    const { kept, listed } = await select([unit])
    expect(listed).toMatchObject([{ reason: 'numbers-differ', languages: ['fr'], whole: false, evidence: 'en 1540, fr 1504, es 1540, ru 1540' }])
    expect(Object.keys(kept[0]?.versions ?? {})).toEqual(['en', 'es', 'ru'])
  })

  it('takes a copy out and leaves the language that it is written in', async () => {
    const { listed } = await select([unitOf('1#1', { en: 'The committee decided to meet again.', fr: 'The committee decided to meet again.', ru: 'Комитет постановил собраться вновь.' })])
    expect(listed).toMatchObject([{ reason: 'untranslated-copy', languages: ['fr'], whole: false }])
  })

  it('keeps every unit of the corpus', async () => {
    for (const { units } of [corpusDocument(), corpusParagraphs()]) {
      const { kept, listed } = await select(units)
      expect(listed.filter(({ reason }) => reason !== 'one-language')).toEqual([])
      expect(kept.length + listed.length).toBe(units.length)
    }
  })

  it('lists every version that does not come out', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async ({ units }) => {
        const { kept, listed } = await select(units)
        for (const unit of units) {
          const before = languageCodes.filter((code) => unit.versions[code] !== undefined)
          const after = kept.find(({ id }) => id === unit.id)?.versions ?? {}
          const gone = listed.filter((exclusion) => exclusion.unit === unit.id).flatMap(({ languages }) => languages)
          expect([...gone, ...Object.keys(after)].sort()).toEqual(before)
        }
      }),
      { numRuns: 100 }
    )
  })

  it('has a case here for every rule', () => {
    expect(new Set(exclusionRules.map(({ reason }) => reason))).toEqual(new Set(outs.map(([reason]) => reason)))
  })
})

describe('the report', () => {
  it('has a line for each exclusion, and a count for each reason', async () => {
    const { listed } = await select(outs.map(([, texts, more], index) => unitOf(`${index + 1}#1`, texts, more)), { minScore: 0.5 })
    const lines = listed.map(exclusionRow)
    expect(lines[0]).toBe('text-empty\tA/1\t1#1\tsentence\ten fr\tyes\tneither letter nor digit\n')
    for (const line of lines) expect(line.split('\t')).toHaveLength(exclusionHeader.split('\t').length)
    expect(countExclusions(listed).slice(0, 3)).toEqual([['contents-heading', 3], ['country-list', 3], ['furniture', 2]])
  })

  it('belongs to formats that feed memories; records have everything', async () => {
    const document: AlignedDocument = { document: recordOf(['en', 'fr']), units: [unitOf('1#1', { en: 'Low', fr: 'Bas' }, { score: 0.2 }), unitOf('2#1', { en: 'High', fr: 'Haut' })] }
    const heard: string[] = []
    const listeners = { excluded: ({ unit }: Exclusion) => heard.push(unit) }
    expect([...(await filesOf(writeFormat('moses', [document], { minScore: 0.5 }, listeners))).values()][0]).toBe('High\n')
    expect(heard).toEqual(['1#1'])
    expect((await filesOf(writeFormat('tsv', [document], { minScore: 0.5 }, listeners))).get('hexapla.sent.tsv')).toContain('Low')
    expect(heard).toHaveLength(1)
  })
})

describe('dedupe', () => {
  const document: AlignedDocument = {
    document: recordOf(['en', 'fr'], 'A/1'),
    units: [
      unitOf('1#1', { fr: 'Décide', en: 'Decides' }),
      unitOf('2#1', { fr: 'Décide', en: 'Decides' }),
      unitOf('3#1', { fr: 'Décide', en: 'Resolves' }),
      unitOf('4#1', { fr: 'Résout', en: 'Resolves' })
    ]
  }

  it('keeps the first of a source, and lists the others by what they are', async () => {
    const listed: Exclusion[] = []
    const files = await filesOf(
      writeUnits(unitFormats.moses, [document], { source: 'fr', dedupe: true }, { excluded: (exclusion) => listed.push(exclusion) })
    )
    expect(files.get('hexapla.fr-en.sent.en')).toBe('Decides\nResolves\n')
    expect(listed.map(({ reason, unit, evidence }) => [reason, unit, evidence])).toEqual([
      ['duplicate', '2#1', 'same fr as A/1 1#1'],
      ['target-conflict', '3#1', 'same fr as A/1 1#1']
    ])
  })

  it('leaves records alone: they say what there is', async () => {
    const files = await filesOf(writeUnits(unitFormats.tsv, [document], { dedupe: true }))
    expect(files.get('hexapla.sent.tsv')?.trimEnd().split('\n')).toHaveLength(5)
  })
})
