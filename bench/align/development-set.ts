/** The sets that weights are fitted on: the gold sets, and texts made from them where the sets say too little. */
import type { AlignWeights } from '../../src/align/index.ts'
import type { GoldPair } from '../../evaluation/align/gold.ts'
import { splitPair } from '../../evaluation/align/split-pair.ts'
import { makeUneven } from '../../evaluation/align/uneven-text.ts'

export interface DevelopmentSet {
  name: string
  /** Sets of one group have text in common: they are held out together. */
  group: string
  texts: GoldPair[]
  /** Weights that the set is measured with, whatever is tried. */
  weights: Partial<AlignWeights>
}

/** No lexicon, no names: what a pair of languages has that the project does not know. */
const surface: Partial<AlignWeights> = { lexicon: 0, names: 0 }
/** Rows of a made text, and of a short one. */
const [usualRows, shortRows] = [400, 120]

/** Sets that others are made from. */
const known: ReadonlySet<string> = new Set(['champollion-un', 'ntrex-synthetic', 'text-berg'])

/** The development sets of a folder of gold; sets without texts are left out. */
export function developmentSets(gold: readonly GoldPair[]): DevelopmentSet[] {
  const of = (name: string): GoldPair[] => gold.filter(({ set }) => set === name)
  const news = of('ntrex-synthetic')
  // Every third pair, in which each language is.
  const some = news.filter((_, index) => index % 3 === 1)
  const parts = of('text-berg').flatMap((pair) => [...splitPair(pair, 2), ...splitPair(pair, 4)])
  const uneven = (seed: number, rows: number): GoldPair[] => some.map((pair, index) => makeUneven(pair, seed + index, rows))
  return [
    { name: 'UN record', group: 'records', texts: of('champollion-un'), weights: {} },
    { name: 'news', group: 'news', texts: news, weights: {} },
    { name: 'news, no lexicon', group: 'news', texts: some, weights: surface },
    { name: 'uneven', group: 'uneven', texts: uneven(100, usualRows), weights: {} },
    { name: 'uneven, no lexicon', group: 'uneven', texts: uneven(200, usualRows), weights: surface },
    { name: 'uneven, short', group: 'uneven', texts: uneven(300, shortRows), weights: surface },
    { name: 'yearbook', group: 'yearbook', texts: of('text-berg'), weights: {} },
    { name: 'yearbook in parts', group: 'yearbook', texts: parts, weights: {} },
    // Sets of other names are taken as they are.
    ...[...new Set(gold.map(({ set }) => set))].filter((set) => !known.has(set)).map((name) => ({ name, group: groupOf(name), texts: of(name), weights: {} }))
  ].filter(({ texts }) => texts.length > 0)
}

/** `news1` and `news2` are of one group; a number alone is a name. */
function groupOf(name: string): string {
  return name.replace(/(?<=[^\d])\d+$/u, '').trim()
}
