import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { hostilePieces } from '../evaluation/structure/hostile.ts'

/** UTF-16 units of the smaller text; the larger is eight times as long. */
const small = 16_000
const times = 8
/** Over this many times the CPU time for eight times the text it is no longer linear: quadratic would be 64. */
const most = 3 * times
/** CPU milliseconds that a garbage collection or a compiler may take at any time. */
const noise = 100

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length))
}

/** The language whose rules have most to do with a piece. */
function languageOf(piece: string): LanguageCode {
  if (/[\p{Script=Arabic}\u200B-\u202E]/u.test(piece)) return 'ar'
  return /[\p{Script=Han}\u3000-\u301F]/u.test(piece) ? 'zh' : 'en'
}

function cpuMilliseconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe.each(Object.entries(hostilePieces))('%s without end', (_, pieces) => {
  const named = pieces.map((piece): [string, string] => [JSON.stringify(piece), piece])

  it.each(named)('%s is read whole in every language', (_name, piece) => {
    const raw = repeated(piece, 1000)
    for (const language of languageCodes) assertComplete(readVersion(raw, { language }), raw)
  })

  it.each(named)('%s takes time in proportion to its length', (_name, piece) => {
    const [short, long] = [repeated(piece, small), repeated(piece, small * times)]
    const first = cpuMilliseconds(() => readVersion(short, { language: languageOf(piece) }))
    expect(cpuMilliseconds(() => readVersion(long, { language: languageOf(piece) }))).toBeLessThan(most * first + noise)
  })
})

/** So long a line overflows the stack of an expression that keeps each step of a repetition. */
const longLine = 10_000_000

it.each(['a', '.', '\u0301'])('a line of ten million signs of %j is read', (piece) => {
  const raw = `The General Assembly,\nнапоминая\n${repeated(piece, longLine)}b-\nc\n`
  expect(readVersion(raw, { language: 'en' }).children.length).toBeGreaterThan(0)
})
