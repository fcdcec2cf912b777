/** Lines that have lost their spaces: hardly a word of them is known, and that none is found says little against a pair. */
import { expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { encode } from '../src/align/text/encode.ts'
import { initialLength } from '../src/align/evidence/length.ts'
import { LinkBuilder, usualUnlinked } from '../src/align/links/link.ts'
import { addSurfaceLinks } from '../src/align/links/prior.ts'
import { BeadScorer } from '../src/align/score/score.ts'
import { alignWeights } from '../src/align/weights.ts'
import { hidingOf } from '../src/align/evidence/word-share.ts'
import { languageCodes } from '../src/language/code.ts'

const sentences = madeSentences(12, 17)

// Chinese has no spaces to lose.
it.each(languageCodes.filter((code) => code !== 'zh'))('%s', (language) => {
  const texts = sentences.map((one) => one[language])
  const glued = texts.findIndex((text) => text.length === Math.max(...texts.map(({ length }) => length)))
  const left = encode(texts.map((text, at) => ({ text: at === glued ? [...text.replaceAll(/[\s\p{P}]/gu, '')].reverse().join('') : text })), language)
  const right = encode(texts.map((text) => ({ text })), language)
  const builder = new LinkBuilder(left.keys.length)
  addSurfaceLinks(builder, left, right, { ...alignWeights, cognate: 0 })
  const links = builder.build()
  const sums = hidingOf(left, usualUnlinked(links, right.keys.length, alignWeights.unlinked).source)
  const hiding = texts.map((_, at) => (sums[at + 1] ?? 0) - (sums[at] ?? 0))
  expect(hiding[glued]).toBeGreaterThan(0.2)
  expect(hiding.filter((share) => share > 0)).toHaveLength(1)
  // Silent words cost about half a nat each, and here less than half of that.
  const scorer = new BeadScorer(left, right, links, initialLength(left, right), alignWeights)
  const words = (right.offsets[glued + 1] ?? 0) - (right.offsets[glued] ?? 0)
  expect(scorer.evidenceOf(glued, glued + 1, glued, glued + 1)).toBeGreaterThan(-0.2 * words)
})
