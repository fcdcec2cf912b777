/** The side-by-side page: what is to be checked, filters without a script, an index, the look of a narrow screen. */
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { indexPage, unitFormats, writeUnits } from '../src/write/index.ts'
import type { Unit } from '../src/tree/unit.ts'
import { filesOf, recordOf, unitOf } from './write-support.ts'

const sure = (id: string, more: Partial<Unit> = {}): Unit => unitOf(id, { ar: 'نعم.', en: 'Yes.', es: 'Sí.', fr: 'Oui.', ru: 'Да.', zh: '是。' }, { score: 0.95, ...more })

async function pageOf(units: readonly Unit[], symbols: readonly string[] = ['A/1']): Promise<string> {
  const documents = symbols.map((symbol) => ({ document: recordOf(languageCodes, symbol), units: [...units] }))
  return [...(await filesOf(writeUnits(unitFormats.html, documents, { languages: languageCodes }))).values()].join('')
}

const toCheck = (page: string): string[] => [...page.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a> <span>([^<]*)</gu)].filter(([, href = '']) => !href.startsWith('document-')).map(([, , id, why]) => `${id ?? ''}: ${why ?? ''}`)

describe('the list to check', () => {
  it.each(languageCodes)('has what lacks a version, %s, and what has other numbers there', async (code) => {
    const without = unitOf('2#1', Object.fromEntries(languageCodes.filter((other) => other !== code).map((other) => [other, 'x'])))
    const other = unitOf('3#1', Object.fromEntries(languageCodes.map((each) => [each, each === code ? '4711' : '4712'])))
    expect(toCheck(await pageOf([sure('1#1'), without, other]))).toEqual(['2#1: a version has no text', '3#1: numbers differ'])
  })

  it('has low scores and what somebody doubts, and nothing that was reviewed or rejected', async () => {
    const units = [sure('1#1', { score: 0.4 }), sure('2#1', { status: 'doubtful' }), sure('3#1', { score: 0.4, status: 'reviewed' }), sure('4#1', { score: 0.1, status: 'rejected' })]
    const page = await pageOf(units)
    expect(toCheck(page)).toEqual(['1#1: score 0.40', '2#1: doubtful'])
    expect([...page.matchAll(/<tr id="([^"]*)" class="([^"]*)"/gu)].map(([, , names]) => names)).toEqual(['paragraph doubt low', 'paragraph doubt', 'paragraph reviewed low', 'paragraph rejected low'])
  })

  it('shows no score that is under a limit as on it, and none as certain', async () => {
    const page = await pageOf([sure('1#1', { score: 0.8994 }), sure('2#1', { score: 0.29 }), sure('3#1', { score: 0.99996 })])
    expect(toCheck(page)).toEqual(['1#1: score 0.89', '2#1: score 0.29'])
    expect([...page.matchAll(/class="score"[^>]*>([^<]*)</gu)].map(([, score]) => score)).toEqual(['0.89', '0.29', '0.99'])
  })

  it('names documents where there are several, and says where nothing is to be checked', async () => {
    expect(toCheck(await pageOf([sure('1#1', { score: 0.4 })], ['A/1', 'A/2']))).toEqual(['A/1 1#1: score 0.40', 'A/2 1#1: score 0.40'])
    const page = await pageOf([sure('1#1')])
    expect(page).toContain('Nothing to check')
    expect(page).not.toContain('class="documents"')
  })
})

it('the page of many documents says what each figure is, where a narrow screen has no heads', () => {
  const page = indexPage([{ title: 'A/1', languages: ['en', 'fr'], units: 16, paired: 0.98, warnings: 0 }])
  expect(page).toContain('<title>1 document</title>')
  expect([...page.matchAll(/data-name="([^"]*)">([^<]*)</gu)].map(([, name, text]) => [name, text])).toEqual([['Languages', 'en fr'], ['Units', '16'], ['Weakest pair', '98 %'], ['Warnings', '0']])
})

it('has an index of documents, whose links lead somewhere', async () => {
  const page = await pageOf([sure('1#1', { score: 0.4 })], ['A/1', 'A/2'])
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id))
  const links = [...page.matchAll(/ href="#([^"]*)"/gu)].map(([, href = '']) => decodeURIComponent(href))
  expect(links).toEqual(expect.arrayContaining(['document-1', 'document-2']))
  for (const link of links) expect(ids).toContain(link)
})

it('filters without a script, and stacks texts under the names of their languages', async () => {
  const page = await pageOf([sure('1#1')])
  expect(page).not.toMatch(/<script|javascript:| on\w+=/u)
  for (const name of ['doubt', 'gap', 'numbers', 'reviewed', 'rejected']) {
    expect(page).toContain(`id="show-${name}"`)
    expect(page).toContain(`body:has(#show-${name}:checked) tbody tr:not(.${name}) { display: none; }`)
  }
  for (const [code, name] of [['ar', 'العربية'], ['zh', '中文'], ['ru', 'Русский']]) expect(page).toContain(`td[lang="${code ?? ''}"]::before { content: "${name ?? ''}"; }`)
})
