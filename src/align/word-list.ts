/** Lists of words that say the same in two languages, each list read once a language, and the links that they give. */
import { encode, type Side } from './encode.ts'
import type { LinkBuilder, LinkTable } from './link.ts'
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

/** Two lists of the same entries with the translation probabilities that they give. */
export interface PairLexicon {
  source: WordList
  target: WordList
  links: LinkTable
}

/** Trains word probabilities on two lists of the same entries; every way to say a thing with every other is a bead. */
export function trainPairs(source: WordList, target: WordList): PairLexicon {
  const spans: number[] = []
  for (let entry = 0; entry + 1 < source.starts.length; entry++) {
    for (let way = source.starts[entry] as number; way < (source.starts[entry + 1] as number); way++) {
      for (let other = target.starts[entry] as number; other < (target.starts[entry + 1] as number); other++) spans.push(way, way + 1, other, other + 1)
    }
  }
  const options = { minimumCount: 1, minimumG2: 0, linksPerWord: 60, iterations: 3, priorCount: 0.5 }
  return { source, target, links: trainModel1(source.side, target.side, Int32Array.from(spans), options) }
}

/** Links below this probability in both directions are left out. */
const leastLink = 0.02

/** Links of two lists between the words of two texts. */
export function addPairLinks(builder: LinkBuilder, source: Side, target: Side, lexicon: PairLexicon, weight: number): void {
  const { offsets, targets, forward, backward } = lexicon.links
  // Type of the text by type of the list, one up; 0 where the text has not the word.
  const typeOf = new Int32Array(lexicon.target.side.keys.length)
  for (const [type, key] of target.keys.entries()) {
    const known = lexicon.target.index.get(key)
    if (known !== undefined) typeOf[known] = type + 1
  }
  for (const [type, key] of source.keys.entries()) {
    const known = lexicon.source.index.get(key)
    if (known === undefined) continue
    for (let link = offsets[known] as number; link < (offsets[known + 1] as number); link++) {
      const other = typeOf[targets[link] as number] as number
      const [there, back] = [forward[link] as number, backward[link] as number]
      if (other > 0 && (there > leastLink || back > leastLink)) builder.add(type, other - 1, weight * there, weight * back)
    }
  }
}
