/** Stretches of an encoded text, with the numbers of its words: what was learned of the whole is true of them. */
import type { LanguageTag } from '../../language/tag.ts'
import { primaryLanguage } from '../../language/tag.ts'
import { encode, type Side } from '../text/encode.ts'
import { endsOf } from '../text/segment-end.ts'

/** What stands in a stretch: the index of a segment of the text, or a text that is new. */
export type StretchSegment = number | string

/** A stretch of a text. */
export interface Excerpt {
  side: Side
  /** Index in the text of each segment; −1 for what is new. */
  indexes: Int32Array
  texts: string[]
}

/** A text whose stretches are asked for. */
export class ExcerptedText {
  readonly language: LanguageTag
  readonly side: Side
  readonly #texts: readonly string[]
  #types: Map<string, number> | undefined

  constructor(language: LanguageTag, texts: readonly string[]) {
    this.language = language
    this.#texts = texts
    this.side = encode(texts.map((text) => ({ text })), primaryLanguage(language))
  }

  /** A stretch; throws a `RangeError` for an index that is none of the text. */
  excerpt(segments: readonly StretchSegment[]): Excerpt {
    const indexes = Int32Array.from(segments, (segment) => (typeof segment === 'number' ? segment : -1))
    const texts = segments.map((segment) => (typeof segment === 'number' ? this.#texts[segment] : segment))
    const known = texts.filter((text) => text !== undefined)
    if (known.length < texts.length) throw new RangeError('Unexpected index of a segment that is not in the text')
    const [first = 0] = indexes
    const isRun = indexes.every((index, at) => index === first + at && index >= 0)
    return { side: isRun ? runOf(this.side, first, indexes.length) : this.#compose(segments, known), indexes, texts: known }
  }

  /** A side from segments in any order. Words that the text does not have are left out: nothing was learned of them. */
  #compose(segments: readonly StretchSegment[], texts: readonly string[]): Side {
    const { side } = this
    const fresh = encode(segments.flatMap((segment) => (typeof segment === 'number' ? [] : [{ text: segment }])), primaryLanguage(this.language))
    const types = Int32Array.from(fresh.keys, (key) => this.#typeOf(key))
    const offsets = new Int32Array(segments.length + 1)
    const letters = new Float64Array(segments.length + 1)
    const tokens: number[] = []
    let next = 0
    for (const [at, segment] of segments.entries()) {
      const isOld = typeof segment === 'number'
      const [from, index] = isOld ? [side, segment] : [fresh, next++]
      for (let place = from.offsets[index] as number; place < (from.offsets[index + 1] as number); place++) {
        const type = isOld ? (from.tokens[place] as number) : (types[from.tokens[place] as number] as number)
        if (type >= 0) tokens.push(type)
      }
      offsets[at + 1] = tokens.length
      letters[at + 1] = (letters[at] as number) + (from.letters[index + 1] as number) - (from.letters[index] as number)
    }
    // How rare a word is goes by the whole text: its size is kept, with nothing behind the stretch.
    const all = new Int32Array(Math.max(side.tokens.length, tokens.length))
    all.set(tokens)
    return { ...side, count: segments.length, offsets, tokens: all, letters, ends: endsOf(texts.map((text) => ({ text }))) }
  }

  #typeOf(key: string): number {
    this.#types ??= new Map(this.side.keys.map((each, type) => [each, type]))
    return this.#types.get(key) ?? -1
  }
}

/** Segments that follow each other in the text, without a copy. */
function runOf(side: Side, first: number, count: number): Side {
  return {
    ...side,
    count,
    offsets: side.offsets.subarray(first, first + count + 1),
    letters: side.letters.subarray(first, first + count + 1),
    ends: side.ends.subarray(first, first + count + 1)
  }
}
