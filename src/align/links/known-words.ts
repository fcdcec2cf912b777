/** What the project's own lists of words say of two languages: trained when the package is built, or else at the first call. */
import { isLanguageCode, languageCodes } from '../../language/code.ts'
import { lexicon } from '../../language/lexicon.ts'
import { nameList } from '../names/icu-names.ts'
import { packLinks, packWords, readPair } from './known-table.ts'
import { type PairLexicon, readWordList, trainPairs, type WordList } from './word-list.ts'

/** Which of the lists: the project's lexicon, or the names of ICU. */
export type ListKind = 'lexicon' | 'names'

/** What a list says of two languages; `turned` where it is from the second to the first. */
export interface KnownWords {
  lexicon: PairLexicon
  turned: boolean
}

const lists = new Map<string, WordList>()
const known = new Map<string, PairLexicon>()

/** What a list says of two languages, BCP 47 codes, found out once a process; `undefined` where it lacks one of them. */
export function knownWords(kind: ListKind, source: string, target: string): KnownWords | undefined {
  const turned = source > target
  const [from, to] = turned ? [target, source] : [source, target]
  const key = `${kind} ${from} ${to}`
  let pair = known.get(key)
  if (!pair) {
    pair = (isLanguageCode(from) && isLanguageCode(to) ? readPair(kind, from, to) : undefined) ?? train(kind, from, to)
    if (!pair) return undefined
    known.set(key, pair)
  }
  return { lexicon: pair, turned }
}

function train(kind: ListKind, from: string, to: string): PairLexicon | undefined {
  // The lexicon has the six languages, and is not read for others: the package holds what was trained on it alone.
  if (kind === 'lexicon' && !(isLanguageCode(from) && isLanguageCode(to))) return undefined
  const [source, target] = [listOf(kind, from), listOf(kind, to)]
  return source.side.count === 0 || target.side.count === 0 ? undefined : trainPairs(source, target)
}

/** The entries of a list in one language, read once a process. */
function listOf(kind: ListKind, language: string): WordList {
  const key = `${kind} ${language}`
  let list = lists.get(key)
  if (!list) lists.set(key, (list = readWordList(kind === 'names' ? nameList(language) : lexiconList(language), language)))
  return list
}

function lexiconList(language: string): Array<readonly string[]> {
  return isLanguageCode(language) ? lexicon().map((row) => row[language] ?? []) : []
}

/** The files that {@link knownWords} reads in place of training, for the build: all pairs of the six languages. */
export function* knownFiles(): Generator<{ name: string; bytes: Uint8Array }> {
  for (const kind of ['lexicon', 'names'] as const) {
    for (const [index, from] of languageCodes.entries()) {
      yield packWords(kind, from, listOf(kind, from).side.keys.toSorted())
      for (const to of languageCodes.slice(index + 1)) {
        const pair = train(kind, from, to)
        if (pair) yield packLinks(kind, from, to, pair.links)
      }
    }
  }
}
