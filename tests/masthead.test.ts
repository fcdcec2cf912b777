/** The facts of mastheads, from every extract of the corpus against its source. */
import { describe, expect, it } from 'vitest'
import { findDate } from '../src/language/date.ts'
import type { Masthead } from '../src/tree/undast.ts'
import { factOf, factsOf } from '../evaluation/corpus/read-source.ts'
import { readExtracts } from '../evaluation/structure/extracts.ts'
import { treeOf } from './extract-trees.ts'

const codes: Readonly<Record<string, string>> = { English: 'en', French: 'fr', Spanish: 'es', Russian: 'ru' }
const bare = (text: string | undefined): string | undefined => text?.replace(/\[\^[^\]]*\]|[*\s]/g, '')

// Of Arabic from pdf.js the digits of a line cannot be told from those that were turned.
const extracts = [...readExtracts()].filter(({ language, extractor }) => language !== 'ar' || extractor !== 'pdfjs')

describe('the masthead of', () => {
  it.each(extracts.map((extract) => [`${extract.document}/${extract.language}.${extract.extractor}`, extract] as const))('%s', (_, { raw, language, source }) => {
    const masthead = treeOf(raw, language).children.find((block): block is Masthead => block.type === 'masthead')
    const date = factOf(source, 'date') ?? factOf(source, 'time')
    expect(masthead?.symbols.map(bare)).toEqual(factsOf(source, 'symbol').map(bare))
    expect(masthead?.jobNumber?.replace(/^GE\./, '')).toBe(factOf(source, 'job')?.replace(/^GE\./, ''))
    expect(masthead?.language).toBe(language)
    expect(masthead?.original).toBe(codes[factOf(source, 'original') ?? ''])
    expect(bare(masthead?.session)).toBe(bare(factOf(source, 'session')))
    expect(bare(masthead?.agendaItem)).toBe(bare(factOf(source, 'agenda')))
    expect(masthead?.date).toBe(date === undefined ? undefined : (findDate(date, language) ?? findDate(date, 'en')))
  })
})
