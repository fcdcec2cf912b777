/** Links between the words of two languages, from pairs of texts and from what is known beforehand. */
import { encode } from './text/encode.ts'
import { trainModel1 } from './links/model1.ts'
import { priorLinks } from './prior-links.ts'
import type { Bitext } from './links/train-lexicon.ts'
import { alignWeights } from './weights.ts'

/** A link by the keys of its words, as `Tokenizer` makes them, with its translation probabilities there and back. */
export interface WordLink {
  source: string
  target: string
  forward: number
  backward: number
}

/** The links of all words of the texts. Deterministic; the work is linear in the number of word pairs. */
export function learnWordLinks({ source, target, pairs }: Bitext): WordLink[] {
  const left = encode(pairs.map(([text]) => ({ text })), source)
  const right = encode(pairs.map(([, text]) => ({ text })), target)
  const spans = new Int32Array(pairs.length * 4)
  for (let pair = 0; pair < pairs.length; pair++) spans.set([pair, pair + 1, pair, pair + 1], pair * 4)
  const { priorCount, minimumG2 } = alignWeights
  const { offsets, targets, forward, backward } = trainModel1(left, right, spans, { prior: priorLinks(left, right, { source, target }, alignWeights), priorCount, minimumG2 })
  return left.keys.flatMap((key, type) => {
    const links: WordLink[] = []
    for (let link = offsets[type] as number; link < (offsets[type + 1] as number); link++) {
      links.push({ source: key, target: right.keys[targets[link] as number] ?? '', forward: forward[link] as number, backward: backward[link] as number })
    }
    return links
  })
}
