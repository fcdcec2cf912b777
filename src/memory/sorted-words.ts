/** Words in the order of their code units, by numbers made of these: to compare strings takes much longer. */

/** Bits of a whole number in a double. */
const numberBits = 53

/** So few words are compared as strings. */
const fewWords = 8

/** Numbers of the words in their order, which is that of `toSorted`; no word is there twice. */
export function sortWords(words: readonly string[]): Int32Array {
  const order = Int32Array.from(words.keys())
  const ranks = rankUnits(words)
  sortFrom(0, order)
  return order

  /** Sorts a part of the words, all of which begin with the same code units up to a place. */
  function sortFrom(place: number, part: Int32Array): void {
    if (part.length <= fewWords) {
      insertEach(part)
      return
    }
    const base = ranks.count + 1
    const indexes = 2 ** Math.ceil(Math.log2(part.length))
    // What of a word fits in front of its number.
    const behind = place + Math.max(1, Math.floor((numberBits - Math.log2(indexes)) / Math.log2(base)))
    const numbers = new Float64Array(part.length)
    for (let at = 0; at < part.length; at++) {
      const word = words[part[at] as number] as string
      let number = 0
      for (let unit = place; unit < behind; unit++) number = number * base + (unit < word.length ? (ranks.of[word.charCodeAt(unit)] as number) : 0)
      numbers[at] = number * indexes + at
    }
    numbers.sort()
    const before = part.slice()
    for (let at = 0; at < part.length; at++) {
      const number = numbers[at] as number
      const start = Math.floor(number / indexes)
      part[at] = before[number - start * indexes] as number
      numbers[at] = start
    }
    for (let first = 0; first < part.length; ) {
      let end = first + 1
      while (end < part.length && numbers[end] === numbers[first]) end++
      if (end - first > 1) sortFrom(behind, part.subarray(first, end))
      first = end
    }
  }

  function insertEach(part: Int32Array): void {
    for (let at = 1; at < part.length; at++) {
      const index = part[at] as number
      const word = words[index] as string
      let place = at
      for (; place > 0 && (words[part[place - 1] as number] as string) > word; place--) part[place] = part[place - 1] as number
      part[place] = index
    }
  }
}

/** Code units of words, numbered in their order from 1 on. */
function rankUnits(words: readonly string[]): { of: Uint16Array; count: number } {
  const of = new Uint16Array(65_536)
  for (const word of words) for (let at = 0; at < word.length; at++) of[word.charCodeAt(at)] = 1
  let count = 0
  for (let code = 0; code < of.length; code++) if (of[code] === 1) of[code] = ++count
  return { of, count }
}
