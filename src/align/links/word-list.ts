/** Lists of words that say the same in two languages, each list read once a language, and the links that they give. */
import { encode, type Side, type Sides } from '../text/encode.ts'
import { Inflections } from '../text/inflection.ts'
import { LinkBuilder, type LinkTable } from './link.ts'
import { trainModel1 } from './model1.ts'

/** The entries of a list in one language; entry `i` has the ways to say it `starts[i] … starts[i + 1]` of the side. */
export interface WordList {
  side: Side
  starts: Int32Array
  /** Type by key. */
  index: ReadonlyMap<string, number>
}

/** Reads a list in one language; an entry may be empty. */
export function readWordList(entries: ReadonlyArray<readonly string[]>, language: string): WordList {
  const starts = new Int32Array(entries.length + 1)
  for (let entry = 0; entry < entries.length; entry++) starts[entry + 1] = (starts[entry] as number) + (entries[entry]?.length ?? 0)
  const side = encode(entries.flatMap((ways) => ways.map((text) => ({ text }))), language)
  return { side, starts, index: new Map(side.keys.map((key, type) => [key, type] as const)) }
}

/** The words of a list by their keys, in the order of code units: the type of each is its place. */
export interface Vocabulary {
  keys: readonly string[]
  index: ReadonlyMap<string, number>
}

/** The vocabulary of keys that are in order. */
export function vocabularyOf(keys: readonly string[]): Vocabulary {
  const index = new Map<string, number>()
  for (let type = 0; type < keys.length; type++) index.set(keys[type] as string, type)
  return { keys, index }
}

/** The words of two languages with the translation probabilities between them, {@link leastLink} and more in a direction. */
export interface PairLexicon {
  source: Vocabulary
  target: Vocabulary
  links: LinkTable
}

/** Links below this probability in both directions are left out. */
const leastLink = 0.02

/** Trains word probabilities on two lists of the same entries; every way to say a thing with every other is a bead. */
export function trainPairs(source: WordList, target: WordList): PairLexicon {
  const spans: number[] = []
  for (let entry = 0; entry + 1 < source.starts.length; entry++) {
    for (let way = source.starts[entry] as number; way < (source.starts[entry + 1] as number); way++) {
      for (let other = target.starts[entry] as number; other < (target.starts[entry + 1] as number); other++) spans.push(way, way + 1, other, other + 1)
    }
  }
  const options = { minimumCount: 1, minimumG2: 0, linksPerWord: 60, iterations: 3, priorCount: 0.5 }
  const trained = trainModel1(source.side, target.side, Int32Array.from(spans), options)
  const [left, right] = [vocabularyOf(source.side.keys.toSorted()), vocabularyOf(target.side.keys.toSorted())]
  return { source: left, target: right, links: strongLinks(trained, placesOf(source.side.keys, left), placesOf(target.side.keys, right)) }
}

/** The place of each key in a vocabulary. */
function placesOf(keys: readonly string[], { index }: Vocabulary): Int32Array {
  return Int32Array.from(keys, (key) => index.get(key) as number)
}

/** The strong links of a table, of types that are called otherwise from now on. */
function strongLinks({ offsets, targets, forward, backward }: LinkTable, sources: Int32Array, others: Int32Array): LinkTable {
  const builder = new LinkBuilder(sources.length)
  for (let type = 0; type < sources.length; type++) {
    for (let link = offsets[type] as number; link < (offsets[type + 1] as number); link++) {
      const there = forward[link] as number
      const back = backward[link] as number
      if (there > leastLink || back > leastLink) builder.add(sources[type] as number, others[targets[link] as number] as number, there, back)
    }
  }
  return builder.build()
}

/** What a link of a word counts for by a form of it that is in the list, beside one of the very form. */
const inflectedWeight = 0.8

/** Languages of the two sides, as their words are stemmed. */
export interface SideLanguages {
  left: string
  right: string
}

/** Two lists that know each other, and what their links count for; `turned` where they are from the language of the target. */
export interface WeighedLexicon {
  lexicon: PairLexicon
  weight: number
  turned?: boolean
}

/** Links of two lists between the words of two texts. */
export function addPairLinks(builder: LinkBuilder, sides: Sides, languages: SideLanguages, { lexicon, weight, turned = false }: WeighedLexicon): void {
  const [left, right] = turned ? [sides.right, sides.left] : [sides.left, sides.right]
  const [from, to] = turned ? [languages.right, languages.left] : [languages.left, languages.right]
  const { offsets, targets, forward, backward } = lexicon.links
  const sources = knownTypes(left, lexicon.source, from)
  const others = knownTypes(right, lexicon.target, to)
  const { heads, nexts } = chains(others, lexicon.target.keys.length)
  for (let at = 0; at < sources.types.length; at++) {
    const type = sources.types[at] as number
    const known = sources.known[at] as number
    const share = weight * (sources.shares[at] as number)
    for (let link = offsets[known] as number; link < (offsets[known + 1] as number); link++) {
      for (let found = heads[targets[link] as number] as number; found > 0; found = nexts[found] as number) {
        const other = others.types[found - 1] as number
        const whole = share * (others.shares[found - 1] as number)
        const there = whole * (forward[link] as number)
        const back = whole * (backward[link] as number)
        if (turned) builder.add(other, type, back, there)
        else builder.add(type, other, there, back)
      }
    }
  }
}

/** The words of a text that a list has, or has another form of: type in the text, type in the list, and what it counts for. */
interface KnownTypes {
  types: number[]
  known: number[]
  shares: number[]
}

/** By type of the list: the last of its words in the text, counted from 1, and by word the one before; 0 for none. */
function chains({ known }: KnownTypes, types: number): { heads: Int32Array; nexts: Int32Array } {
  const heads = new Int32Array(types)
  const nexts = new Int32Array(known.length + 1)
  for (let at = 0; at < known.length; at++) {
    const type = known[at] as number
    nexts[at + 1] = heads[type] as number
    heads[type] = at + 1
  }
  return { heads, nexts }
}

const typesOfSides = new WeakMap<Side, Map<Vocabulary, KnownTypes>>()

/** The words of a text that a list knows, found once for all other texts that it is aligned with. */
function knownTypes(side: Side, vocabulary: Vocabulary, language: string): KnownTypes {
  let found = typesOfSides.get(side)
  if (!found) typesOfSides.set(side, (found = new Map()))
  let types = found.get(vocabulary)
  if (!types) found.set(vocabulary, (types = findKnown(side, vocabulary, language)))
  return types
}

function findKnown({ keys, forms, kinds }: Side, vocabulary: Vocabulary, language: string): KnownTypes {
  const found: KnownTypes = { types: [], known: [], shares: [] }
  const add = (type: number, known: number, share: number): void => {
    found.types.push(type)
    found.known.push(known)
    found.shares.push(share)
  }
  const inflections = inflectionsOf(vocabulary, language)
  for (let type = 0; type < keys.length; type++) {
    const known = vocabulary.index.get(keys[type] as string)
    if (known !== undefined) add(type, known, 1)
    else if (kinds[type] === 'word') for (const other of inflections.typesOf(forms[type] as string)) add(type, other, inflectedWeight)
  }
  return found
}

const inflectionsOfLists = new WeakMap<Vocabulary, Inflections>()

function inflectionsOf(vocabulary: Vocabulary, language: string): Inflections {
  let inflections = inflectionsOfLists.get(vocabulary)
  if (!inflections) inflectionsOfLists.set(vocabulary, (inflections = new Inflections(vocabulary.index, language, vocabulary.keys)))
  return inflections
}
