/** Texts as integers: every segment a list of token types, every type counted once a segment. */
import { type Token, Tokenizer, type TokenKind } from '../language/token.ts'
import { edgesOf } from './edge.ts'
import type { Segment } from './segment.ts'

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
  /** Class of each boundary, from before the first segment to behind the last; see {@link edgesOf}. */
  edges: Uint8Array
}

/** Encodes segments. `language` is for the segments that name none themselves. */
export function encode(segments: readonly Segment[], language: string): Side {
  const index = new Map<string, number>()
  const [keys, forms, kinds]: [string[], string[], TokenKind[]] = [[], [], []]
  const offsets = new Int32Array(segments.length + 1)
  const letters = new Float64Array(segments.length + 1)
  const tokenizers = new Map<string, Tokenizer>()
  /** Type of each token that a tokenizer shares between texts. */
  const types = new Map<Token, number>()
  /** By type: the segment, counted from 1, that had it last. */
  let seen = new Int32Array(1024)
  let tokens = new Int32Array(segments.length * 16 + 16)
  let size = 0
  let position = 0
  for (const segment of segments) {
    letters[position + 1] = (letters[position] as number) + countLetters(segment.text)
    position++
    for (const token of tokenizerOf(tokenizers, segment.language ?? language).read(segment.text)) {
      const type = types.get(token) ?? typeOf(token)
      if (seen[type] === position) continue
      seen[type] = position
      if (size === tokens.length) tokens = grow(tokens)
      tokens[size++] = type
    }
    offsets[position] = size
  }
  tokens = tokens.slice(0, size)
  return { count: segments.length, offsets, tokens, letters, keys, forms, kinds, frequency: countTypes(tokens, keys.length), edges: edgesOf(segments) }

  function typeOf(token: Token): number {
    let type = index.get(token.key)
    if (type === undefined) {
      type = keys.length
      index.set(token.key, type)
      keys.push(token.key)
      forms.push(token.form)
      kinds.push(token.kind)
      if (keys.length > seen.length) seen = grow(seen)
    }
    types.set(token, type)
    return type
  }
}

function tokenizerOf(known: Map<string, Tokenizer>, language: string): Tokenizer {
  let tokenizer = known.get(language)
  if (!tokenizer) known.set(language, (tokenizer = new Tokenizer(language)))
  return tokenizer
}

function countTypes(tokens: Int32Array, types: number): Int32Array {
  const frequency = new Int32Array(types)
  for (let place = 0; place < tokens.length; place++) {
    const type = tokens[place] as number
    frequency[type] = (frequency[type] as number) + 1
  }
  return frequency
}

function grow(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

function countLetters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Spaces and tatweel say nothing of length; a full-width letter of Han says as much as it says in every text, so counts 1.
    if (code > 0x20 && code !== 0xa0 && code !== 0x640) count++
  }
  return count
}

/** The same side with other segments: each new one is the old ones `starts[i] … ends[i]`, with nothing where they are equal. */
export function regroup(side: Side, ranges: ReadonlyArray<readonly [start: number, end: number]>): Side {
  const offsets = new Int32Array(ranges.length + 1)
  const letters = new Float64Array(ranges.length + 1)
  const edges = new Uint8Array(ranges.length + 1)
  const seen = new Int32Array(side.keys.length).fill(-1)
  const tokens: number[] = []
  for (const [index, [start, end]] of ranges.entries()) {
    const last = side.offsets[end] ?? 0
    for (let place = side.offsets[start] ?? 0; place < last; place++) {
      const type = side.tokens[place] ?? 0
      if (seen[type] === index) continue
      seen[type] = index
      tokens.push(type)
    }
    offsets[index + 1] = tokens.length
    edges[index + 1] = side.edges[end] ?? 0
    letters[index + 1] = (letters[index] ?? 0) + (side.letters[end] ?? 0) - (side.letters[start] ?? 0)
  }
  return { ...side, count: ranges.length, offsets, letters, edges, tokens: Int32Array.from(tokens) }
}
