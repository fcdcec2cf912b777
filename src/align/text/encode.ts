/** Texts as integers: every segment a list of token types, every type counted once a segment. */
import { type Token, Tokenizer, type TokenKind } from '../../words/token.ts'
import { countLetters, withoutLeader } from './filler.ts'
import { endsOf } from './segment-end.ts'
import type { Segment } from './segment.ts'

/** Both sides of an alignment, the source left. */
export interface Sides {
  left: Side
  right: Side
}

/** One side of an alignment in typed arrays. Segment `i` has the types `tokens[offsets[i] … offsets[i + 1]]`, each once. */
export interface Side {
  /** Number of segments. */
  count: number
  offsets: Int32Array
  tokens: Int32Array
  /** Letters before each segment, as a running sum of `count + 1` entries. */
  letters: Float64Array
  /** What is compared, by type; see {@link TokenKind}. */
  keys: string[]
  /** The first whole form seen of each type. */
  forms: string[]
  kinds: TokenKind[]
  /** In how many segments a type stands. */
  frequency: Int32Array
  /** Class of each boundary, from before the first segment to behind the last; see {@link endsOf}. */
  ends: Uint8Array
}

/** Encodes segments. `language` is for the segments that name none themselves. */
export function encode(segments: readonly Segment[], language: string): Side {
  const encoder = new Encoder(segments.length)
  for (const segment of segments) encoder.add(segment.text, segment.language ?? language)
  return encoder.side(endsOf(segments))
}

/** A tokenizer and the types of its tokens, one up; 0 where a token has not been seen. */
interface Reader {
  tokenizer: Tokenizer
  types: Int32Array
}

class Encoder {
  readonly #readers = new Map<string, Reader>()
  readonly #index = new Map<string, number>()
  readonly #keys: string[] = []
  readonly #forms: string[] = []
  readonly #kinds: TokenKind[] = []
  readonly #offsets: Int32Array
  readonly #letters: Float64Array
  /** By type: the segment, counted from 1, that had it last. */
  #seen = new Int32Array(1024)
  #tokens: Int32Array
  #size = 0
  #position = 0

  constructor(segments: number) {
    this.#offsets = new Int32Array(segments + 1)
    this.#letters = new Float64Array(segments + 1)
    this.#tokens = new Int32Array(segments * 16 + 16)
  }

  add(written: string, language: string): void {
    const text = withoutLeader(written)
    const before = this.#letters[this.#position++] as number
    this.#letters[this.#position] = before + countLetters(text)
    const reader = this.#readerOf(language)
    const tokens = reader.tokenizer.read(text)
    for (let at = 0; at < tokens.length; at++) this.#addToken(reader, tokens[at] as Token)
    this.#offsets[this.#position] = this.#size
  }

  side(ends: Uint8Array): Side {
    const tokens = this.#tokens.slice(0, this.#size)
    const keys = this.#keys
    return {
      count: this.#position,
      offsets: this.#offsets,
      tokens,
      letters: this.#letters,
      keys,
      forms: this.#forms,
      kinds: this.#kinds,
      frequency: countTypes(tokens, keys.length),
      ends
    }
  }

  #readerOf(language: string): Reader {
    let reader = this.#readers.get(language)
    if (!reader) this.#readers.set(language, (reader = { tokenizer: new Tokenizer(language), types: new Int32Array(1024) }))
    return reader
  }

  #addToken(reader: Reader, token: Token): void {
    const { id } = token
    const type = ((id < reader.types.length && (reader.types[id] as number)) || this.#typeOf(reader, token)) - 1
    if (this.#seen[type] === this.#position) return
    this.#seen[type] = this.#position
    if (this.#size === this.#tokens.length) this.#tokens = grow(this.#tokens, this.#size)
    this.#tokens[this.#size++] = type
  }

  /** Type of a token that has not been seen, one up. */
  #typeOf(reader: Reader, { id, key, form, kind }: Token): number {
    let type = this.#index.get(key)
    if (type === undefined) {
      type = this.#keys.length
      this.#index.set(key, type)
      this.#keys.push(key)
      this.#forms.push(form)
      this.#kinds.push(kind)
      if (type >= this.#seen.length) this.#seen = grow(this.#seen, type)
    }
    if (id >= reader.types.length) reader.types = grow(reader.types, id)
    reader.types[id] = type + 1
    return type + 1
  }
}

function countTypes(tokens: Int32Array, types: number): Int32Array {
  const frequency = new Int32Array(types)
  for (let place = 0; place < tokens.length; place++) {
    const type = tokens[place] as number
    frequency[type] = (frequency[type] as number) + 1
  }
  return frequency
}

/** The array with room for a place. */
function grow(array: Int32Array, place: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(place * 2)
  larger.set(array)
  return larger
}
