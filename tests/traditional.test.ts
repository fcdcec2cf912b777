import { describe, expect, it } from 'vitest'
import { clean, type CleanBlock } from '../src/clean/index.ts'
import { textSource } from '../src/source/text-source.ts'
import { tokenize } from '../src/words/token.ts'
import { foldTraditional, simplified, traditional } from '../src/language/traditional.ts'

/** Characters of a set of two-byte codes. */
function charactersOf(encoding: string, first: number, last: number, low: number): Set<string> {
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let lead = first; lead <= last; lead++) {
    for (let trail = low; trail <= 0xfe; trail++) found.add(decoder.decode(Uint8Array.of(lead, trail)))
  }
  return found
}

describe('foldTraditional', () => {
  it('leads from characters of Big5 that GB 2312 has not, but for two, to characters of GB 2312', () => {
    // The Chinese part of GB 2312 within GBK, and of Big5.
    const [gb2312, big5] = [charactersOf('gbk', 0xb0, 0xf7, 0xa1), charactersOf('big5', 0xa4, 0xf9, 0x40)]
    expect([...traditional].filter((character) => gb2312.has(character) || !big5.has(character))).toEqual([...'後於'])
    expect([...simplified].filter((character) => !gb2312.has(character))).toEqual([])
    expect(simplified).toHaveLength(traditional.length)
    expect(new Set(traditional).size).toBe(traditional.length)
  })

  it('leaves simplified text as it is', () => {
    for (const text of ['', '联合国大会关于裁军的决议', 'A/RES/70/1', '中国里程']) expect(foldTraditional(text)).toBe(text)
    expect(foldTraditional('聯合國大會關於裁軍的決議')).toBe('联合国大会关于裁军的决议')
  })

  it('gives both ways of writing the same words', () => {
    const keys = (text: string): string[] => tokenize(text, 'zh').map(({ key }) => key)
    expect(keys('聯合國大會第1540號決議，三萬人')).toEqual(keys('联合国大会第1540号决议，三万人'))
  })
})

describe('text in traditional characters', () => {
  it('is read as the same in simplified ones, and comes out as it is printed', () => {
    const printed = '聯合國\n\n大會，\n\n回顧其關於燈塔檔案的各項決議，\n\n1. 決定設立檔案 ；\n'
    const blocks = (text: string): CleanBlock[] => clean(textSource(text), 'zh').blocks
    const [own, other] = [blocks(printed), blocks(foldTraditional(printed))]
    expect(own.map((block) => ('decision' in block ? block.decision : undefined))).toEqual(other.map((block) => ('decision' in block ? block.decision : undefined)))
    expect(own.map((block) => ('text' in block ? block.text.value : ''))).toEqual(['聯合國', '大會，', '回顧其關於燈塔檔案的各項決議，', '決定設立檔案；'])
  })
})
