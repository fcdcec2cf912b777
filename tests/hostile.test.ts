import { describe, expect, it } from 'vitest'
import type { LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { growth } from '../evaluation/growth/count-operations.ts'
import { hostilePieces } from '../evaluation/structure/hostile.ts'
import { someOf } from './some-of.ts'

/** UTF-16 units of the smaller text, above what rules look back over; the larger is four times as long. */
const small = 1000
const times = 4
/** Over so many times the operations for four times the text, growth is no longer linear: quadratic would be 16. */
const most = 1.5 * times

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length))
}

/** The language whose rules have most to do with a piece. */
function languageOf(piece: string): LanguageCode {
  if (/[\p{Script=Arabic}\u200B-\u202E]/u.test(piece)) return 'ar'
  return /[\p{Script=Han}\u3000-\u301F]/u.test(piece) ? 'zh' : 'en'
}

describe.each(Object.entries(hostilePieces))('%s without end', (_, pieces) => {
  const named = someOf(pieces, 6).map((piece): [string, string] => [JSON.stringify(piece), piece])

  it.each(named)('%s takes work in proportion to its length', (_name, piece) => {
    const language = languageOf(piece)
    expect(growth((length) => readVersion(repeated(piece, length), { language }), { size: small, times, most })).toBeLessThan(most)
  })
})
