import { describe, expect, it } from 'vitest'
import { figuresDisagree, figuresOf } from '../src/write/figures.ts'

const same: ReadonlyArray<readonly [string, string]> = [
  ['100,541 people', '100 541 personnes'],
  ['100,541 people', '100.541 personas'],
  ['100,541 people', '100\u00A0541 человек'],
  ['100,541', '١٠٠٬٥٤١'],
  ['125,000', '12.5万'],
  ['100,541', '541 100'],
  ['resolution 68/268', 'القرار 268/68'],
  ['in 2014-2015', 'en 2014-15'],
  ['$1.25 billion', '1 250 millones'],
  ['1.25 billion', '12.5亿'],
  ['3.5 per cent', '3,5 %'],
  ['in 2019', '二〇一九年'],
  ['12 members', 'twelve members'],
  ['In April 2019, 5 states', '2019年4月，五国'],
  ['in 2019', 'then'],
  ['1540 (2004)', 'the resolution of 2004'],
  ['3 and 4 April', '3-4 апреля'],
  ['resolution 1540 and the 1540 Committee', 'the resolution and its Committee'],
  ['12 members', '14 members'],
  ['100 people', '200 people']
]

const other: ReadonlyArray<readonly [string, string]> = [
  ['1540 (2004)', '1504 (2004)'],
  ['45 members', '54 членов'],
  ['3.5 per cent', '5,3 %'],
  ['resolutions 1540 and 2325', 'the resolutions'],
  ['100,541', '100.451']
]

describe('figuresDisagree', () => {
  it.each(same)('is not sure that %s and %s differ', (ours, theirs) => {
    expect(figuresDisagree(figuresOf(ours), figuresOf(theirs))).toBe(false)
    expect(figuresDisagree(figuresOf(theirs), figuresOf(ours))).toBe(false)
  })

  it.each(other)('finds that %s and %s differ', (ours, theirs) => {
    expect(figuresDisagree(figuresOf(ours), figuresOf(theirs))).toBe(true)
    expect(figuresDisagree(figuresOf(theirs), figuresOf(ours))).toBe(true)
  })

  it('says where numbers stand', () => {
    const text = 'On 3 April, 1,540.5 of 二〇 it'
    expect(figuresOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['3', '1,540.5', '二〇'])
  })
})

it('a paragraph of 130,000 figures has them all', () => {
  const paragraph = Array.from({ length: 130_000 }, (_, index) => 1000 + index).join(' ')
  expect(figuresOf(paragraph)).toHaveLength(1)
  expect(figuresOf(paragraph.replaceAll(' ', ', '))).toHaveLength(130_000)
})
