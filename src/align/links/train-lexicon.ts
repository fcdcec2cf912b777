/** A lexicon learned from a bitext, as JSON, and its way back into the links of another text. */
import { byCodeUnits } from '../../language/code-unit-order.ts'
import { encode, type Sides } from '../text/encode.ts'
import type { LinkBuilder } from './link.ts'
import { trainModel1 } from './model1.ts'

/** Segments that are known to say the same. */
export interface Bitext {
  /** BCP 47 codes. */
  source: string
  target: string
  pairs: ReadonlyArray<readonly [source: string, target: string]>
}

/** What a bitext teaches: plain JSON. Words are the stems of `tokenize`. */
export interface LearnedLexicon {
  format: 'hexapla-lexicon'
  version: 1
  source: string
  target: string
  /** Number of pairs that it was learned from. */
  pairs: number
  /** Source stem, target stem, τ(t|s), τ(s|t), sorted by source, then target. */
  links: Array<[source: string, target: string, forward: number, backward: number]>
}

/** Links below this probability in both directions are not kept. */
const leastKept = 0.05

/** Learns a lexicon by Model 1 with the G² filter. Deterministic; the work is linear in the number of word pairs. */
export function trainLexicon(bitext: Bitext): LearnedLexicon {
  const source = encode(bitext.pairs.map(([text]) => ({ text })), bitext.source)
  const target = encode(bitext.pairs.map(([, text]) => ({ text })), bitext.target)
  const spans = new Int32Array(bitext.pairs.length * 4)
  for (let bead = 0; bead < bitext.pairs.length; bead++) spans.set([bead, bead + 1, bead, bead + 1], bead * 4)
  const table = trainModel1(source, target, spans, { newMass: 1 })
  const links: LearnedLexicon['links'] = []
  for (const [type, key] of source.keys.entries()) {
    if (source.kinds[type] !== 'word') continue
    for (let link = table.offsets[type] as number; link < (table.offsets[type + 1] as number); link++) {
      const [forward, backward] = [rounded(table.forward[link] as number), rounded(table.backward[link] as number)]
      const other = target.keys[table.targets[link] as number]
      if (other !== undefined && Math.max(forward, backward) >= leastKept) links.push([key, other, forward, backward])
    }
  }
  links.sort((a, b) => byCodeUnits(a[0], b[0]) || byCodeUnits(a[1], b[1]))
  return { format: 'hexapla-lexicon', version: 1, source: bitext.source, target: bitext.target, pairs: bitext.pairs.length, links }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Whether a value read from JSON is a learned lexicon. */
export function isLearnedLexicon(value: unknown): value is LearnedLexicon {
  if (typeof value !== 'object' || value === null) return false
  const { format, version, links } = value as Partial<LearnedLexicon>
  return format === 'hexapla-lexicon' && version === 1 && Array.isArray(links)
}

/** Adds a learned lexicon to the links of two sides, turned round where it was learned the other way; not for other languages. */
export function addLearnedLinks(builder: LinkBuilder, { left, right }: Sides, lexicon: LearnedLexicon, { source, target }: Readonly<Record<'source' | 'target', string>>): void {
  const turned = lexicon.source === target && lexicon.target === source
  if (!turned && (lexicon.source !== source || lexicon.target !== target)) return
  const leftIndex = new Map(left.keys.map((key, type) => [key, type] as const))
  const rightIndex = new Map(right.keys.map((key, type) => [key, type] as const))
  for (const [word, other, forward, backward] of lexicon.links) {
    const from = leftIndex.get(turned ? other : word)
    const to = rightIndex.get(turned ? word : other)
    if (from !== undefined && to !== undefined) builder.add(from, to, turned ? backward : forward, turned ? forward : backward)
  }
}
