/** Everything that is known of two vocabularies beforehand, in one table. */
import { lexiconPairs, type WordPair } from '../language/lexicon.ts'
import { namePairs } from '../language/name.ts'
import type { Side } from './encode.ts'
import { LinkBuilder, type LinkTable } from './link.ts'
import { addPairLinks, addSurfaceLinks, type PairLexicon, trainPairs } from './prior.ts'
import { addLearnedLinks, type LearnedLexicon } from './train-lexicon.ts'
import type { AlignWeights } from './weights.ts'

const lexicons = new Map<string, PairLexicon>()

/** The project's lexicon or the names of ICU for two languages, trained once a process. */
function known(kind: 'lexicon' | 'names', from: string, to: string): PairLexicon {
  const key = `${kind} ${from} ${to}`
  let pairs = lexicons.get(key)
  if (!pairs) lexicons.set(key, (pairs = trainPairs(kind === 'names' ? namePairs(from, to) : lexiconPairs(from, to), from, to)))
  return pairs
}

/** What is known of two languages beside the project's own lexicon. */
export interface Resources {
  source: string
  target: string
  dictionary?: readonly WordPair[]
  lexicons?: readonly LearnedLexicon[]
}

/** Links known before a bead is seen: surface, lexicon, names, the user's dictionary. */
export function priorLinks(left: Side, right: Side, resources: Resources, weights: AlignWeights): LinkTable {
  const { source: from, target: to, dictionary = [], lexicons: learned = [] } = resources
  const builder = new LinkBuilder(left.keys.length)
  addSurfaceLinks(builder, left, right, weights)
  if (weights.lexicon > 0) addPairLinks(builder, left, right, known('lexicon', from, to), weights.lexicon)
  if (weights.names > 0) addPairLinks(builder, left, right, known('names', from, to), weights.names)
  if (dictionary.length > 0) addPairLinks(builder, left, right, trainPairs(dictionary, from, to), 1)
  for (const lexicon of learned) addLearnedLinks(builder, left, right, lexicon, from, to)
  return builder.build()
}
