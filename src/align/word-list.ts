/** Lists of words that say the same in two languages, each list read once a language, and the links that they give. */
import { encode, type Side, type Sides } from './encode.ts'
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

/** Links of two lists between the words of two texts; `turned` where the lexicon is from the language of the target. */
export function addPairLinks(builder: LinkBuilder, sides: Sides, lexicon: PairLexicon, weight: number, turned = false): void {
  const [left, right] = turned ? [sides.right, sides.left] : [sides.left, sides.right]
  const { offsets, targets, forward, backward } = lexicon.links
  // Type of the text by type of the list, one up; 0 where the text has not the word.
  const typeOf = new Int32Array(lexicon.target.size)
  for (const [type, key] of right.keys.entries()) {
    const known = lexicon.target.index.get(key)
    if (known !== undefined) typeOf[known] = type + 1
  }
  for (const [type, key] of left.keys.entries()) {
    const known = lexicon.source.index.get(key)
    if (known === undefined) continue
    for (let link = offsets[known] as number; link < (offsets[known + 1] as number); link++) {
      const other = typeOf[targets[link] as number] as number
      if (other === 0) continue
      const there = weight * (forward[link] as number)
      const back = weight * (backward[link] as number)
      if (turned) builder.add(other - 1, type, back, there)
      else builder.add(type, other - 1, there, back)
    }
  }
}
