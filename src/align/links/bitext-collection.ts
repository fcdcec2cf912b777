/** The pairs of texts that a collection of units teaches from, by pair of languages. */
import { byCodeUnits } from '../../language/code-unit-order.ts'
import { primaryLanguage } from '../../language/tag.ts'
import { joinSegments } from '../../tree/segments.ts'
import { isReviewed } from '../../tree/status.ts'
import type { Unit } from '../../tree/unit.ts'
import { type LearnedLexicon, trainLexicon } from './train-lexicon.ts'

/** Units below this score teach nothing: a wrong pair is learned as well as a right one. What a person has reviewed is right. */
const teaching = 0.9

type TextPair = readonly [source: string, target: string]

/** The pairs of one document in two languages, from its sentences and from its paragraphs. */
type DocumentPairs = Record<Unit['granularity'], TextPair[]>

/**
 * Gathers the units of many documents, however often each comes: of a document that has sentences the paragraphs say the same
 * once more and are left out, and a pair of texts counts once.
 */
export class BitextCollection {
  /** By pair of languages, then by document. */
  readonly #pairs = new Map<string, Map<string, DocumentPairs>>()

  /** Adds units of a document, which is named by anything that no other document has. */
  add(units: Iterable<Unit>, document: string): void {
    for (const unit of units) {
      // Without a score where one language alone is of the six, and the others are those of a memory.
      if (unit.status === 'rejected' || (!isReviewed(unit.status) && (unit.score ?? 1) < teaching)) continue
      const texts = [...textsOf(unit)].sort(([a], [b]) => byCodeUnits(a, b))
      for (const [index, [source, text]] of texts.entries()) {
        for (const [target, other] of texts.slice(index + 1)) this.#pairsOf(`${source} ${target}`, document)[unit.granularity].push([text, other])
      }
    }
  }

  /** What the pairs of languages teach that `least` documents or more have, by their codes. */
  lexicons(least = 1): LearnedLexicon[] {
    const keys = [...this.#pairs.keys()].sort()
    return keys.flatMap((key) => {
      const documents = [...(this.#pairs.get(key) ?? new Map<string, DocumentPairs>()).values()]
      const [source = '', target = ''] = key.split(' ')
      return documents.length < least ? [] : [trainLexicon({ source, target, pairs: distinct(documents) })]
    })
  }

  #pairsOf(key: string, document: string): DocumentPairs {
    const documents = this.#pairs.get(key) ?? new Map<string, DocumentPairs>()
    this.#pairs.set(key, documents)
    const pairs = documents.get(document) ?? { sentence: [], paragraph: [] }
    documents.set(document, pairs)
    return pairs
  }
}

/** The texts of a unit by language without its region, composed: a memory writes the marks of Arabic in that order, the tree keeps them. */
function textsOf({ versions }: Unit): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [tag, { segments }] of Object.entries(versions)) texts.set(primaryLanguage(tag), joinSegments(segments, tag).normalize('NFC'))
  return texts
}

function distinct(documents: readonly DocumentPairs[]): TextPair[] {
  const seen = new Map<string, Set<string>>()
  return documents.flatMap(({ sentence, paragraph }) => (sentence.length > 0 ? sentence : paragraph)).filter(([source, target]) => {
    const targets = seen.get(source) ?? new Set<string>()
    seen.set(source, targets)
    return targets.size < targets.add(target).size
  })
}
