/** Everything that is known of two vocabularies beforehand, in one table. */
import type { WordPair } from '../language/lexicon.ts'
import { primaryLanguage } from '../language/tag.ts'
import type { Side, Sides } from './text/encode.ts'
import { knownWords } from './links/known-words.ts'
import { LinkBuilder, type LinkTable } from './links/link.ts'
import { addPinyinLinks } from './links/pinyin-links.ts'
import { addSurfaceLinks } from './links/prior.ts'
import { addLearnedLinks, type LearnedLexicon } from './links/train-lexicon.ts'
import type { AlignWeights } from './weights.ts'
import { addPairLinks, readWordList, trainPairs, type WordList } from './links/word-list.ts'

/** What is known of two languages beside the project's own lexicon. */
export interface Resources {
  source: string
  target: string
  dictionary?: readonly WordPair[]
  lexicons?: readonly LearnedLexicon[]
}

/** Links known before a bead is seen: surface, lexicon, names, the user's dictionary. */
export function priorLinks(left: Side, right: Side, resources: Resources, weights: AlignWeights): LinkTable {
  const { dictionary = [], lexicons: learned = [] } = resources
  const [from, to] = [primaryLanguage(resources.source), primaryLanguage(resources.target)]
  const builder = new LinkBuilder(left.keys.length)
  const sides: Sides = { left, right }
  const languages = { left: from, right: to }
  addSurfaceLinks(builder, left, right, weights)
  if (weights.cognate > 0 && from !== to && (from === 'zh' || to === 'zh')) addChineseNames(builder, sides, [from, to], weights.cognate)
  for (const [kind, weight] of [['lexicon', weights.lexicon], ['names', weights.names > 0 ? 1 : 0]] as const) {
    const known = weight > 0 ? knownWords(kind, from, to) : undefined
    if (known) addPairLinks(builder, sides, languages, { ...known, weight })
  }
  if (dictionary.length > 0) {
    const read = (side: 'source' | 'target', language: string): WordList => readWordList(dictionary.map((pair) => pair[side]), language)
    addPairLinks(builder, sides, languages, { lexicon: trainPairs(read('source', from), read('target', to)), weight: 1 })
  }
  for (const one of learned) addLearnedLinks(builder, sides, one, { source: from, target: to })
  return builder.build()
}

function addChineseNames(builder: LinkBuilder, { left, right }: Sides, [from, to]: readonly [from: string, to: string], weight: number): void {
  const words = knownWords('lexicon', from, to)
  const isTurned = from !== 'zh'
  const vocabulary = words?.lexicon[isTurned === words.turned ? 'target' : 'source']
  const isKnown = (key: string): boolean => vocabulary?.index.has(key) ?? false
  const [chinese, other] = isTurned ? [right, left] : [left, right]
  addPinyinLinks(chinese, other, isKnown, weight, (word, type, forward, backward) => {
    if (isTurned) builder.add(type, word, backward, forward)
    else builder.add(word, type, forward, backward)
  })
}
