/** The project's own sentence cases, and how they are counted. */
import { readFileSync } from 'node:fs'
import { type LanguageCode, languages } from '../../src/language/code.ts'

/** A paragraph and the offsets at which its sentences end, the last one's among them. */
export interface SentenceCase {
  text: string
  sentences: string[]
  ends: number[]
}

/** Joins sentences with a space, or with nothing in a language without spaces. */
export function toCase(sentences: string[], language: LanguageCode): SentenceCase {
  const joint = languages[language].spaced ? ' ' : ''
  const ends: number[] = []
  let text = ''
  for (const sentence of sentences) {
    if (text !== '') text += joint
    text += sentence
    ends.push(text.length)
  }
  return { text, sentences, ends }
}

/** Reads `fixtures/segment/<language>.txt`: a sentence a line, a blank line between paragraphs, `# ` comments. */
export function readCases(language: LanguageCode): SentenceCase[] {
  const file = new URL(`../../fixtures/segment/${language}.txt`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n').filter((line) => line !== '' && !line.startsWith('# ')))
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => toCase(sentences, language))
}

/** Boundaries inside a text (its end is none), and how many were missed or made up. */
export interface Count {
  boundaries: number
  found: number
  missed: number
  extra: number
}

/** Compares the ends of spans with those wanted; both lists hold the end of the text, which does not count. */
export function countBoundaries(wanted: number[], given: number[]): Count {
  const want = new Set(wanted.slice(0, -1))
  const give = new Set(given.slice(0, -1))
  let found = 0
  for (const end of give) if (want.has(end)) found++
  return { boundaries: want.size, found, missed: want.size - found, extra: give.size - found }
}

export function addCounts(one: Count, other: Count): Count {
  return {
    boundaries: one.boundaries + other.boundaries,
    found: one.found + other.found,
    missed: one.missed + other.missed,
    extra: one.extra + other.extra
  }
}

export const noCount: Count = { boundaries: 0, found: 0, missed: 0, extra: 0 }
