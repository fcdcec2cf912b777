/** How likely words are in each language of a memory, by the texts that the memory says are in it. */
import { foldText } from '../language/fold.ts'
import type { LanguageTag } from '../language/tag.ts'

const word = /\p{Script=Han}|[\p{L}\p{M}]+/gu

/** Imagined sightings of a word that a language has not. */
const imagined = 0.5

/** Words of a text, each Chinese character for itself. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(word) ?? []
}

interface Counts {
  words: Map<string, number>
  total: number
  /** Words by script. */
  scripts: Map<string, number>
}

const scripts = [['Han', /^\p{Script=Han}/u], ['Arabic', /^\p{Script=Arabic}/u], ['Cyrillic', /^\p{Script=Cyrillic}/u]] as const

function scriptOf(each: string): string {
  return scripts.find(([, expression]) => expression.test(each))?.[0] ?? 'Latin'
}

export class LanguageModel {
  readonly #counts = new Map<LanguageTag, Counts>()

  add(language: LanguageTag, text: string): void {
    let counts = this.#counts.get(language)
    if (!counts) this.#counts.set(language, (counts = { words: new Map(), total: 0, scripts: new Map() }))
    for (const each of wordsOf(text)) {
      counts.words.set(each, (counts.words.get(each) ?? 0) + 1)
      counts.total++
      const script = scriptOf(each)
      counts.scripts.set(script, (counts.scripts.get(script) ?? 0) + 1)
    }
  }

  /**
   * Nats by which a text that is said to be in one language is rather in another, and the words that tell: those that neither has
   * elsewhere say only in what script they are. The text itself, which was added, does not speak for its own language.
   */
  against(text: string, said: LanguageTag, other: LanguageTag): { nats: number; words: number } {
    const [own, theirs] = [this.#counts.get(said), this.#counts.get(other)]
    if (!own || !theirs) return { nats: 0, words: 0 }
    const words = wordsOf(text)
    const here = new Map<string, number>()
    for (const each of words) here.set(each, (here.get(each) ?? 0) + 1)
    let [nats, telling] = [0, 0]
    for (const [each, count] of here) {
      const ours = (own.words.get(each) ?? 0) - count
      const there = theirs.words.get(each) ?? 0
      telling += count
      if (ours <= 0 && there === 0) {
        const share = ({ scripts: seen, total }: Counts, less: number): number => ((seen.get(scriptOf(each)) ?? 0) - less + imagined) / (total - less + 1)
        nats += count * Math.log(Math.max(1e-3, share(theirs, 0)) / Math.max(1e-3, share(own, count)))
        continue
      }
      nats += count * Math.log(((there + imagined) * (own.total - words.length + 1)) / ((Math.max(0, ours) + imagined) * (theirs.total + 1)))
    }
    return { nats, words: telling }
  }
}
