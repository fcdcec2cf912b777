/** Words of a text in a row, as terms are made of: what marks and figures part is apart. */
import { Tokenizer } from '../words/token.ts'
import { lightStem } from './stem.ts'
import { edgesOf, isLinkWord, isStopWord } from './stop-word.ts'

export interface TermToken {
  /** What the forms of the word have in common. */
  stem: string
  /** The key of the word in lexicons. */
  key: string
  /** UTF-16 offsets. */
  start: number
  end: number
  /** Whether the word carries grammar: no term begins or ends with it. */
  isStop: boolean
  /** Whether no term begins with it, a verb of tasks, or ends with it, a participle, though it is no word of grammar. */
  isNoFirst: boolean
  isNoLast: boolean
  /** Whether it is written together with the word in front of it, by a hyphen: what a hyphen joins is not taken apart. */
  isJoined: boolean
  /** Whether it is only a part of a word, see `joinAffixes`. */
  isAffix: boolean
  /** Whether it may stand inside of a term though it carries grammar: `of`, `and`, an article. */
  isLink: boolean
}

const word = /\p{Script=Han}+|[\p{L}\p{M}]+/gu
/** What may stand between two words of a term: a space, an apostrophe, a hyphen; nothing in Chinese. */
const inside = /^[ \u00A0'’‘-]?$/u

/** Reads the texts of a language as runs of words. */
export class TermReader {
  readonly #language: string
  readonly #tokenizer: Tokenizer
  readonly #segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  readonly #known = new Map<string, Pick<TermToken, 'isLink' | 'isNoFirst' | 'isNoLast' | 'isStop' | 'key' | 'stem'>>()

  constructor(language: string) {
    this.#language = language
    this.#tokenizer = new Tokenizer(language)
  }

  /** The runs of a text. */
  read(text: string): TermToken[][] {
    const runs: TermToken[][] = []
    let last: TermToken | undefined
    for (const token of this.#words(text)) {
      const isNext = last !== undefined && inside.test(text.slice(last.end, token.start))
      if (isNext) {
        token.isJoined = text.slice(last?.end ?? 0, token.start) === '-'
        runs.at(-1)?.push(token)
      } else runs.push([token])
      last = token
    }
    return runs
  }

  *#words(text: string): Generator<TermToken, void, undefined> {
    for (const { 0: printed, index } of text.matchAll(word)) {
      if (!/^\p{Script=Han}/u.test(printed)) yield this.#token(printed, index)
      else for (const { segment, index: within } of this.#segmenter.segment(printed)) yield this.#token(segment, index + within)
    }
  }

  #token(printed: string, start: number): TermToken {
    let known = this.#known.get(printed)
    if (!known) {
      const key = this.#tokenizer.read(printed).find(({ kind }) => kind === 'word')?.key ?? ''
      known = { stem: lightStem(printed, this.#language), key, isStop: key === '' || isStopWord(printed, this.#language), isLink: isLinkWord(printed, this.#language), ...edgesOf(printed, this.#language) }
      this.#known.set(printed, known)
    }
    return { ...known, start, end: start + printed.length, isJoined: false, isAffix: false }
  }
}
