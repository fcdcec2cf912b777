/** Made text of about the words of real one: each word follows one that it followed there. */
import type { LanguageCode } from '../../src/language/code.ts'
import type { Chance } from '../../evaluation/fuzz/chance.ts'

/** Words that are in no other text: of all words in large collections about so many are. */
const rareShare = 0.02

export class TextMaker {
  readonly #next = new Map<string, string[]>()
  readonly #starts: string[] = []
  readonly #language: LanguageCode
  readonly #chance: Chance

  constructor(texts: readonly string[], language: LanguageCode, chance: Chance) {
    this.#language = language
    this.#chance = chance
    for (const text of texts) {
      const words = piecesOf(text, language)
      this.#starts.push(words[0] ?? '')
      for (const [index, word] of words.entries()) {
        const following = this.#next.get(word) ?? []
        following.push(words[index + 1] ?? '')
        this.#next.set(word, following)
      }
    }
  }

  /** A text that ends where real ones end, or after so many words. */
  make(most = 60): string {
    const words: string[] = []
    for (let word = pick(this.#chance, this.#starts); word !== '' && words.length < most; ) {
      words.push(this.#chance.below(1000) < rareShare * 1000 && this.#language !== 'zh' ? this.#rare(word) : word)
      word = pick(this.#chance, this.#next.get(word) ?? [''])
    }
    return words.join(this.#language === 'zh' ? '' : ' ')
  }

  /** A word with some letters of it again: new, and of the script. */
  #rare(word: string): string {
    const letters = [...word]
    return word + Array.from({ length: 3 }, () => pick(this.#chance, letters)).join('')
  }
}

/** Words, with the marks beside them; characters in Chinese. */
export function piecesOf(text: string, language: LanguageCode): string[] {
  return language === 'zh' ? [...text] : text.split(/\s+/u).filter((word) => word !== '')
}

/** A text as somebody would ask for it: with one to three words, and not more than a fifth of them, changed, gone or new. */
export function edited(text: string, language: LanguageCode, words: readonly string[], chance: Chance): string {
  const pieces = piecesOf(text, language)
  const most = Math.max(1, Math.min(3, Math.floor(pieces.length / 5)))
  for (let left = 1 + chance.below(most); left > 0; left--) {
    const at = chance.below(pieces.length)
    const kind = chance.below(3)
    if (kind === 0) pieces.splice(at, 1)
    else if (kind === 1) pieces.splice(at, 0, pick(chance, words))
    else pieces[at] = pick(chance, words)
  }
  return pieces.join(language === 'zh' ? '' : ' ')
}

/** One of a list; an empty text where there is none. */
export function pick(chance: Chance, list: readonly string[]): string {
  return list[chance.below(list.length)] ?? ''
}
