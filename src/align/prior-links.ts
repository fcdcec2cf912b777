/** Everything that is known of two vocabularies beforehand, in one table. */
import { isLanguageCode } from '../language/code.ts'
import { lexicon, type WordPair } from '../language/lexicon.ts'
import { nameList } from '../language/name.ts'
import type { Side } from './encode.ts'
import { LinkBuilder, type LinkTable } from './link.ts'
import { addSurfaceLinks } from './prior.ts'
import { addLearnedLinks, type LearnedLexicon } from './train-lexicon.ts'
import type { AlignWeights } from './weights.ts'
import { addPairLinks, type PairLexicon, readWordList, trainPairs, type WordList } from './word-list.ts'

/** Which of the project's lists of words. */
type ListKind = 'lexicon' | 'names'

const lists = new Map<string, WordList>()
const trained = new Map<string, PairLexicon>()

/** The project's lexicon or the names of ICU in one language, read once a process. */
function listOf(kind: ListKind, language: string): WordList {
  const key = `${kind} ${language}`
  let list = lists.get(key)
  if (!list) lists.set(key, (list = readWordList(kind === 'names' ? nameList(language) : lexiconList(language), language)))
  return list
}

function lexiconList(language: string): Array<readonly string[]> {
  return isLanguageCode(language) ? lexicon().map((row) => row[language] ?? []) : []
}

/** What a list says of two languages, trained once a process. */
function known(kind: ListKind, from: string, to: string): PairLexicon | undefined {
  const key = `${kind} ${from} ${to}`
  const found = trained.get(key)
  if (found) return found
  const [source, target] = [listOf(kind, from), listOf(kind, to)]
  // A language that the list has not.
  if (source.side.count === 0 || target.side.count === 0) return undefined
  const pairs = trainPairs(source, target)
  trained.set(key, pairs)
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
  for (const [kind, weight] of [['lexicon', weights.lexicon], ['names', weights.names > 0 ? 1 : 0]] as const) {
    const pairs = weight > 0 ? known(kind, from, to) : undefined
    if (pairs) addPairLinks(builder, left, right, pairs, weight)
  }
  if (dictionary.length > 0) {
    const read = (side: 'source' | 'target', language: string): WordList => readWordList(dictionary.map((pair) => pair[side]), language)
    addPairLinks(builder, left, right, trainPairs(read('source', from), read('target', to)), 1)
  }
  for (const one of learned) addLearnedLinks(builder, left, right, one, from, to)
  return builder.build()
}
