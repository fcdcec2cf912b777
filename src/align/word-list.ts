/** Lists of words that say the same in two languages, each list read once a language, and the links that they give. */
import { encode, type Side, type Sides } from './encode.ts'
import { Inflections } from './inflection.ts'
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

/** The words of a list: how many, and the type of each by its key. */
export interface Vocabulary {
  size: number
  index: ReadonlyMap<string, number>
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
  const links = strongLinks(trainModel1(source.side, target.side, Int32Array.from(spans), options))
  return { source: vocabularyOf(source), target: vocabularyOf(target), links }
}

function vocabularyOf({ side, index }: WordList): Vocabulary {
  return { size: side.keys.length, index }
}

function strongLinks({ offsets, targets, forward, backward }: LinkTable): LinkTable {
  const builder = new LinkBuilder(offsets.length - 1)
  for (let source = 0; source + 1 < offsets.length; source++) {
    for (let link = offsets[source] as number; link < (offsets[source + 1] as number); link++) {
      const there = forward[link] as number
      const back = backward[link] as number
      if (there > leastLink || back > leastLink) builder.add(source, targets[link] as number, there, back)
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
  const found = knownTypes(right, lexicon.target, to)
  eachKnown(left, lexicon.source, from, (type, known, share) => {
    for (let link = offsets[known] as number; link < (offsets[known + 1] as number); link++) {
      for (let at = found.heads[targets[link] as number] as number; at > 0; at = found.nexts[at] as number) {
        const other = found.types[at] as number
        const whole = weight * share * (found.shares[at] as number)
        const there = whole * (forward[link] as number)
        const back = whole * (backward[link] as number)
        if (turned) builder.add(other, type, back, there)
        else builder.add(type, other, there, back)
      }
    }
  })
}

/** The types of a text by type of a list: a chain for each, from its head, the last one found first; 0 ends it. */
interface KnownTypes {
  heads: Int32Array
  nexts: number[]
  types: number[]
  shares: number[]
}

function knownTypes(side: Side, vocabulary: Vocabulary, language: string): KnownTypes {
  const known: KnownTypes = { heads: new Int32Array(vocabulary.size), nexts: [0], types: [0], shares: [0] }
  eachKnown(side, vocabulary, language, (type, word, share) => {
    known.nexts.push(known.heads[word] as number)
    known.heads[word] = known.types.length
    known.types.push(type)
    known.shares.push(share)
  })
  return known
}

/** The words of a text that a list has, or has another form of. */
function eachKnown({ keys, forms, kinds }: Side, vocabulary: Vocabulary, language: string, visit: (type: number, known: number, share: number) => void): void {
  const inflections = inflectionsOf(vocabulary, language)
  for (let type = 0; type < keys.length; type++) {
    const known = vocabulary.index.get(keys[type] as string)
    if (known !== undefined) visit(type, known, 1)
    else if (kinds[type] === 'word') for (const other of inflections.typesOf(forms[type] as string)) visit(type, other, inflectedWeight)
  }
}

const inflectionsOfLists = new WeakMap<Vocabulary, Inflections>()

function inflectionsOf(vocabulary: Vocabulary, language: string): Inflections {
  let inflections = inflectionsOfLists.get(vocabulary)
  if (!inflections) inflectionsOfLists.set(vocabulary, (inflections = new Inflections(vocabulary.index, language)))
  return inflections
}
