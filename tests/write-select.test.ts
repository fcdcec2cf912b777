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
  writeFormats,
  type Exclusion,
  type SelectOptions
} from '../src/write/index.ts'
import { defaultSelectOptions, Selection } from '../src/write/select/index.ts'
import { htmlStyle } from '../src/write/html-style.ts'
import { corpusDocument, corpusParagraphs, documentArbitrary, filesOf, recordOf, unitOf } from './write-support.ts'

function select(units: Unit[], options: Partial<SelectOptions> = {}): { kept: Unit[]; listed: Exclusion[] } {
  const listed: Exclusion[] = []
  const document: AlignedDocument = { document: recordOf(['en', 'fr'], 'A/1'), units }
  const selection = new Selection([{ kind: 'memory', languages: languageCodes }], { ...defaultSelectOptions, ...options }, (exclusion) => listed.push(exclusion))
  return { kept: units.flatMap((unit) => selection.select(unit, document.document).units.memory ?? []), listed }
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
  ['rejected', { ru: 'Первое.', zh: '第二。' }, { status: 'rejected' }],
  ['score-low', { en: 'Low', fr: 'Bas' }, { score: 0.2 }]
])

const ins = cases([
  ['five members in running text', { en: 'China, France, the Russian Federation, the United Kingdom and the United States voted.', fr: 'La Chine, la France, la Fédération de Russie, le Royaume-Uni et les États-Unis ont voté.' }],
  ['countries in no order', { en: 'Togo, Chad, Mali, Niger, Benin and Ghana', fr: 'Togo, Tchad, Mali, Niger, Bénin et Ghana' }],
  ['a name that is the same everywhere', { en: 'United Nations Office at Geneva', fr: 'United Nations Office at Geneva' }],
  ['a figure with its unit', { en: '$1.2 million', ru: '1,2 млн долл. США' }],
  ['a symbol', { en: 'A/RES/70/1', ru: 'A/RES/70/1' }],
  ['numbers in other notations', { en: '100,541 people in 2019', es: '100.541 personas en 2019', ru: '100 541 человек в 2019 году', zh: '2019年100 541人', ar: '100 541 شخصا في عام 2019' }],
  ['a low score that a person has corrected', { en: 'Low', fr: 'Bas' }, { score: 0.2, status: 'corrected' }],
  ['a low score that a person has reviewed', { en: 'Low', fr: 'Bas' }, { score: 0.2, status: 'reviewed' }]
])

function cases(list: ReadonlyArray<readonly [name: string, texts: Case[1], more?: Partial<Unit>]>): Case[] {
  return list.map(([name, texts, more = {}]) => [name, texts, more])
}

describe('the selection for memories', () => {
  it.each(outs)('keeps %s out: %j', async (reason, texts, more) => {
    const { kept, listed } = select([unitOf('1#1', texts, more)], { minScore: 0.5 })
    expect(kept).toEqual([])
    expect(listed).toMatchObject([{ reason, symbol: 'A/1', unit: '1#1', whole: true, languages: Object.keys(texts).sort() }])
    expect(listed[0]?.evidence).not.toBe('')
  })

  it.each(ins)('lets %s in', async (_, texts, more) => {
    const { kept, listed } = select([unitOf('1#1', texts, more)], { minScore: 0.5 })
    expect(listed).toEqual([])
    expect(kept).toHaveLength(1)
  })

  it('takes one wrong version out and leaves the right ones', async () => {
    const unit = unitOf('1#1', { en: 'Resolution 1540', es: 'Resolución 1540', fr: 'Résolution 1504', ru: 'Резолюция 1540' })
    const { kept, listed } = select([unit])
    expect(listed).toMatchObject([{ reason: 'numbers-differ', languages: ['fr'], whole: false, evidence: 'en 1540, fr 1504, es 1540, ru 1540' }])
    expect(Object.keys(kept[0]?.versions ?? {})).toEqual(['en', 'es', 'ru'])
  })

  it('takes a copy out and leaves the language that it is written in', async () => {
    const { listed } = select([unitOf('1#1', { en: 'The committee decided to meet again.', fr: 'The committee decided to meet again.', ru: 'Комитет постановил собраться вновь.' })])
    expect(listed).toMatchObject([{ reason: 'untranslated-copy', languages: ['fr'], whole: false }])
  })

  it('keeps every unit of the corpus', async () => {
    for (const { units } of [corpusDocument(), corpusParagraphs()]) {
      const { kept, listed } = select(units)
      expect(listed.filter(({ reason }) => reason !== 'one-language')).toEqual([])
      expect(kept.length + listed.length).toBe(units.length)
    }
  })

  it('lists every version that does not come out', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async ({ units }) => {
        const { kept, listed } = select(units)
        for (const unit of units) {
          const before = languageCodes.filter((code) => unit.versions[code] !== undefined)
          const after = kept.find(({ id }) => id === unit.id)?.versions ?? {}
          const gone = listed.filter((exclusion) => exclusion.unit === unit.id).flatMap(({ languages }) => languages)
          expect([...gone, ...Object.keys(after)].sort()).toEqual(before)
        }
      }),
      { numRuns: 100, seed: 1945 }
    )
  })

  it('has a case here for every rule', () => {
    expect(new Set(exclusionRules.map(({ reason }) => reason))).toEqual(new Set(outs.map(([reason]) => reason)))
  })
})

describe('the report', () => {
  it('has a line for each exclusion, and a count for each reason', async () => {
    const { listed } = select(outs.map(([, texts, more], index) => unitOf(`${index + 1}#1`, texts, more)), { minScore: 0.5 })
    const lines = listed.map(exclusionRow)
    expect(lines[0]).toBe('text-empty\tA/1\t1#1\tsentence\ten fr\tyes\tneither letter nor digit\n')
    for (const line of lines) expect(line.split('\t')).toHaveLength(exclusionHeader.split('\t').length)
    expect(countExclusions(listed).slice(0, 3)).toEqual([['contents-heading', 3], ['country-list', 3], ['furniture', 2]])
  })

  it('is of the units, however many formats are written', async () => {
    const units = [unitOf('1#1', { en: 'Low', fr: 'Bas' }, { score: 0.2 }), unitOf('2#1', { en: 'High', fr: 'Haut' }), unitOf('3#1', { en: '214', fr: '214' })]
    const document: AlignedDocument = { document: recordOf(['en', 'fr']), units }
    const heard: string[] = []
    const listeners = { excluded: ({ unit }: Exclusion) => heard.push(unit) }
    const files = await filesOf(writeFormats(['tmx', 'xliff', 'moses', 'tsv', 'html'], [document], { minScore: 0.5 }, listeners))
    expect(heard).toEqual(['1#1', '3#1'])
    for (const [file, text] of files) {
      // Pages show the whole document, tables what was not asked to be left out, memories what is worth keeping.
      expect([file, text.includes('Low') || text.includes('Bas')]).toEqual([file, file.endsWith('.html')])
      expect([file, text.includes('214')]).toEqual([file, file.endsWith('.html') || file.endsWith('.tsv')])
      if (!file.endsWith('.ids')) expect([file, text.includes('High') || text.includes('Haut')]).toEqual([file, true])
    }
  })

  it('lets everything in where that is asked for, but what is under a score', async () => {
    const units = [unitOf('1#1', { en: '214', fr: '214' }), unitOf('2#1', { en: '215', fr: '215' }, { score: 0.2 })]
    const files = await filesOf(writeFormats(['moses'], [{ document: recordOf(['en', 'fr']), units }], { keepAll: true, minScore: 0.5 }))
    expect(files.get('hexapla.en-fr.sent.en')).toBe('214\n')
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

  it.each(['moses', 'tsv', 'jsonl'] as const)('%s keeps the first of a source, the others are listed by what they are', async (format) => {
    const listed: Exclusion[] = []
    const files = await filesOf(writeFormats([format], [document], { source: 'fr', dedupe: true }, { excluded: (exclusion) => listed.push(exclusion) }))
    const [text = ''] = [...files].filter(([file]) => !file.endsWith('.fr')).map(([, each]) => each)
    expect([...text.matchAll(/Decides|Resolves/g)].map(([word]) => word)).toEqual(['Decides', 'Resolves'])
    expect(listed.map(({ reason, unit, evidence }) => [reason, unit, evidence])).toEqual([
      ['duplicate', '2#1', 'same fr as A/1 1#1'],
      ['target-conflict', '3#1', 'same fr as A/1 1#1']
    ])
  })

  it('is listed once for all pairs, with the files where it counts', async () => {
    const three: AlignedDocument = {
      document: recordOf(['en', 'fr', 'es'], 'A/1'),
      units: [unitOf('1#1', { en: 'Decides', fr: 'Décide', es: 'Decide' }), unitOf('2#1', { en: 'Decides', fr: 'Décide', es: 'Decide' }), unitOf('3#1', { en: 'Decides also', fr: 'Décide', es: 'Decide' })]
    }
    const listed: Exclusion[] = []
    const files = await filesOf(writeFormats(['tmx', 'moses'], [three], { dedupe: true }, { excluded: (exclusion) => listed.push(exclusion) }))
    expect(listed.map(({ unit, reason, whole, evidence }) => [unit, reason, whole, evidence])).toEqual([
      ['2#1', 'duplicate', true, 'same en as A/1 1#1'],
      ['3#1', 'duplicate', false, 'same fr as A/1 1#1, in fr-es']
    ])
    expect(files.get('hexapla.fr-es.sent.es')).toBe('Decide\n')
    expect(files.get('hexapla.en-es.sent.es')).toBe('Decide\nDecide\n')
  })

  it('leaves pages and links alone: they say what there is', async () => {
    const files = await filesOf(writeFormats(['html'], [document], { dedupe: true }))
    expect(files.get('hexapla.sent.html')?.match(/<tr id/g)).toHaveLength(4)
  })
})

describe('a unit of one version', () => {
  const units: Unit[] = [{ ...unitOf('1#1', { en: 'Only here.' }), score: 0.98 }, unitOf('2#1', { en: 'High', fr: 'Haut' }, { score: 0.98 })]
  const document: AlignedDocument = { document: recordOf(['en', 'fr', 'ru'], 'A/1'), units }

  it('has no score in any format, and a unit of some versions says of how many', async () => {
    const files = await filesOf(writeFormats(['tsv', 'ces', 'html'], [document]))
    const [, first = '', second = ''] = files.get('hexapla.sent.tsv')?.split('\n').map((line) => line.split('\t')) ?? []
    expect([first[5], second[5]]).toEqual(['', '0.98'])
    expect(files.get('hexapla.en-fr.sent.ces.xml')?.match(/<link .*>/g)?.map((link) => link.includes('score'))).toEqual([false, true])
    const page = files.get('hexapla.sent.html') ?? ''
    expect(page.match(/--score:/g)?.length).toBe(1 + (htmlStyle.match(/--score:/g)?.length ?? 0))
    expect(page).toContain('2 of 3')
  })
})
