import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { offsets } from '../src/tree/place.ts'
import type { UndastNode } from '../src/tree/undast.ts'
import { walkNodes } from '../src/tree/walk.ts'
import { noteVerbale, read, realExports, versionsOf } from '../evaluation/corpus/files.ts'
import { hostilePieces } from '../evaluation/structure/hostile.ts'
import { someOf, trials } from './some-of.ts'

/** Nodes that begin before the sibling in front of them, or end before they begin; what stands side by side is in the order of reading. */
function outOfOrder(node: UndastNode): UndastNode[] {
  return [...walkNodes(node)].flatMap((parent) => {
    let at = 0
    return ('children' in parent ? parent.children : []).filter((child: UndastNode) => {
      const [start, end] = offsets(child.position)
      const isWrong = (start < at && !['row', 'cell', 'signature'].includes(child.type)) || end < start
      at = start
      return isWrong
    })
  })
}

function assertOrdered(root: UndastNode): void {
  expect(outOfOrder(root)).toEqual([])
}

describe('nothing is lost', () => {
  const own = [...versionsOf(noteVerbale)].map(([code, raw]): [string, string] => [`${noteVerbale}/${code}`, raw])

  it.each([...own, ...realExports()])('%s', (name, raw) => {
    const language = /[./](ar|en|es|fr|ru|zh)\b/.exec(name)?.[1]
    const root = readVersion(raw)
    expect(root.lang).toBe(language)
    assertComplete(root, raw)
    assertOrdered(root)
  })

  const pieces = fc.constantFrom(
    ...' \t\n\n\n\r\f.,;:?!()[]*-_/\'"«»“”，。；：（）、؛،؟',
    ...['a', 'é', 'e\u0301', 'ﬁ', 'Я', 'и\u0306', 'б', '中', '文', 'ا', 'لا', 'ﻷ', 'ـ', 'ه', '\u200F', '\u00AD', '\uFFFE', '\u2028', '\u0085', '\u200B', '\uD800', '１', '٢'],
    ...['1. ', '2. ', '(a) ', 'b) ', '(i) ', 'I. ', 'A. ', '一、', '（一）', '1 - ', '`1` ', '* ', '________\n', '1 See ', 'Annex\n', 'A/RES/70/1', 'CD/2161*\n', '*1907475*\n', 'GE.19-07475 (E)\n', 'page 2\n', 'The General Assembly,\n', 'Recalling ', 'Distr.: General\n', 'Original: English\n', '....... 12\n', '(Signed) ', 'Table 1\n', '    ', '        ', '214', ' 23 11\n', '\n\n85.0\n\n', '\u202Bكلمة\u202C', 'word ', 'слово ', 'كلمة ', 'non-\n']
  )

  it.each(languageCodes)('random text read as %s', (language) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (parts) => {
        const raw = parts.join('')
        const root = readVersion(raw, { language })
        assertComplete(root, raw)
        assertOrdered(root)
        expect(isDeepStrictEqual(readVersion(raw, { language }), root)).toBe(true)
      }),
      { numRuns: trials(100, 10), seed: 1945 }
    )
  })

  const tables = languageCodes.flatMap((code) => ['layout', 'pdftotext', 'raw'].map((extractor): [LanguageCode, string] => [code, read('corpus', 'note-station-tables', 'extracts', `${code}.${extractor}.txt`)]))

  it.each([...versionsOf(noteVerbale), ...tables])('mutations of the corpus, %s', (language, raw) => {
    const cut = fc.tuple(fc.nat(raw.length), fc.nat(60), fc.array(pieces, { maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 12 }), (cuts) => {
        let text = raw
        for (const [at, length, parts] of cuts) text = text.slice(0, at) + parts.join('') + text.slice(at + length)
        const root = readVersion(text, { language })
        assertComplete(root, text)
        assertOrdered(root)
      }),
      // Fuzzing does the same for a minute of each landing, with other seeds.
      { numRuns: trials(10, 3), seed: 1945 }
    )
  })

  it.each(Object.values(hostilePieces).flat().map((piece, index): [string, string, number] => [JSON.stringify(piece), piece, index]))('%s without end', (_, piece, index) => {
    const raw = piece.repeat(Math.ceil(400 / piece.length))
    for (const language of someOf(languageCodes, 3, index)) assertComplete(readVersion(raw, { language }), raw)
  })

  // So long a line overflows the stack of an expression that keeps each step of a repetition.
  it.each(someOf(['a', '.', '\u0301'], 3))('a line of ten million signs of %j', (piece) => {
    const raw = `The General Assembly,\nнапоминая\n${piece.repeat(10_000_000)}b-\nc\n`
    expect(readVersion(raw, { language: 'en' }).children.length).toBeGreaterThan(0)
  })
})
