import { describe, expect, it } from 'vitest'
import { isTagAuthor, isTagName, isTagReason, readTags, writeTags } from '../src/tree/unit-tag.ts'

describe('tags', () => {
  it.each(['rejected', 'subject=disarmament', 'sujet=désarmement', 'tema=niñez', 'тема=разоружение', 'موضوع=نزع-السلاح', '主题=裁军', 'A/RES/70/1'])('%s is one', (tag) => {
    expect(isTagName(tag)).toBe(true)
    for (const by of [undefined, 'Ana B.', 'Ана', '王芳', 'آنا']) {
      for (const reason of [undefined, 'misaligned en fr', 'раздел: другой', '另一段', 'فقرة أخرى']) {
        const tags = [{ tag, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) }, { tag: 'other' }]
        expect(readTags(writeTags(tags))).toEqual(tags)
      }
    }
  })

  it.each(['', ' a', 'two words', 'a;b', 'a:b', '-a', 'a\u0000', 'x'.repeat(81)])('%j is none', (tag) => {
    expect(isTagName(tag)).toBe(false)
    expect(readTags(`good; ${tag}`)).toBeUndefined()
  })

  it('has an author and a reason that can be written beside it', () => {
    expect(['Ana: me', 'Ana; me', 'Ana\n', ' Ana', ''].filter(isTagAuthor)).toEqual([])
    expect(['a; b', 'a\tb', 'a ', '', 'x'.repeat(301)].filter(isTagReason)).toEqual([])
  })
})
