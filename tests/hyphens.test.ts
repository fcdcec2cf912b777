import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { keepHyphen, readVocabulary } from '../src/clean/lines/undo-hyphen.ts'
import type { LanguageCode } from '../src/language/code.ts'

interface Case {
  left: string
  right: string
  keep: boolean
}

/**
 * The project's own words, `fixtures/hyphens/<language>.txt`, each parted at its hyphens. Every second one was held out: the
 * lists of `language/compound.ts` were made with the others alone in view.
 */
function readCases(language: LanguageCode, half: 'held' | 'seen'): Case[] {
  const cases: Case[] = []
  let keep = true
  for (const line of readFileSync(new URL(`../fixtures/hyphens/${language}.txt`, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('# ')) {
      keep = line === '# compound'
      continue
    }
    const words = line.split(' ').filter((word, index) => word !== '' && index % 2 === (half === 'held' ? 1 : 0))
    for (const word of words) {
      const parts = word.split('-')
      for (let at = 1; at < parts.length; at++) cases.push({ left: `${parts.slice(0, at).join('-')}-`, right: parts.slice(at).join('-'), keep })
    }
  }
  return cases
}

const told = (left: string, right: string, language: LanguageCode, others: readonly string[] = []): boolean | undefined =>
  keepHyphen(left, right, language, readVocabulary([left, right, ...others], language))

describe.each(['en', 'es', 'fr', 'ru'] as const)('hyphens at line ends, %s', (language) => {
  it.each(['seen', 'held'] as const)('compounds keep theirs, broken words lose it, each for itself: %s', (half) => {
    const cases = readCases(language, half)
    for (const keep of [true, false]) {
      const some = cases.filter((each) => each.keep === keep)
      const wrong = some.filter(({ left, right }) => told(left, right, language) !== keep)
      expect(some.length).toBeGreaterThan(35)
      expect(wrong.length / some.length, wrong.map(({ left, right }) => left + right).join(' ')).toBeLessThanOrEqual(0.03)
    }
  })
})

describe('what the document says', () => {
  it.each<[LanguageCode, string, string, string, boolean]>([
    ['en', 'tide-', 'gauge', 'The tide-gauge stands.', true],
    ['en', 'tide-', 'gauges', 'The tide-gauge stands.', true],
    ['en', 'light-', 'vessel', 'The lightvessel sank.', false],
    ['fr', 'porte-', 'phares', 'Un porte-phare.', true],
    ['es', 'marea-', 'metro', 'El mareametro.', false],
    ['ru', 'маячно-', 'портовый', 'Маячно-портовые службы.', true],
    ['ru', 'водо-', 'мерный', 'Это водомерный пост.', false]
  ])('%s %s %s beside %s', (language, left, right, line, keep) => {
    expect(told(left, right, language, [line])).toBe(keep)
  })

  const compoundEnds = ['the long-', 'term plan', 'of twenty-', 'five ports', 'and well-', 'being']
  const brokenEnds = ['the imple-', 'mentation', 'of recom-', 'mendations', 'by com-', 'mittees']

  it('a word that nothing tells goes with the other line ends', () => {
    expect(told('zorb-', 'quelling', 'en', compoundEnds)).toBe(true)
    expect(told('zorb-', 'quelling', 'en', brokenEnds)).toBe(false)
    expect(told('zorb-', 'quelling', 'en')).toBe(false)
    // Older usage has co-operation: a typesetter breaks there, others do not.
    expect(told('co-', 'operation', 'en', compoundEnds)).toBe(true)
    expect(told('co-', 'operation', 'en', brokenEnds)).toBe(false)
  })

  it('capitals tell names and acronyms, not words in capitals', () => {
    expect(told('the Secretary-', 'General', 'en')).toBe(true)
    expect(told('the HIV-', 'positive', 'en')).toBe(true)
    expect(told('with UN-', 'SPIDER', 'en')).toBe(true)
    expect(told('IMPLEMEN-', 'TATION OF THE PLAN', 'en')).toBe(false)
    expect(told('г-', 'жа', 'ru')).toBe(true)
    expect(told('the sys\u00AD', 'tem', 'en')).toBe(false)
    expect(told('from 2019-', '2020', 'en')).toBeUndefined()
  })
})
