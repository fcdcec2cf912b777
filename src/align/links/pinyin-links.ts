/** Links between Chinese names and how they are spelt in Latin or Russian letters: 炎武 and `Yanwu`, `Яньу`. */
import { pinyinOf, readSyllables } from '../names/pinyin.ts'
import type { Side } from '../text/encode.ts'
import type { LinkBuilder } from './link.ts'

/** Characters of a Chinese word that may be part of a name. */
const longestWord = 3

/** The words of a Chinese side by their syllables. */
function wordsBySound(side: Side): Map<string, number[]> {
  const words = new Map<string, number[]>()
  for (const [type, form] of side.forms.entries()) {
    const characters = [...form]
    if (side.kinds[type] !== 'word' || characters.length > longestWord) continue
    const sounds = characters.reduce<string[]>((before, character) => before.flatMap((start) => pinyinOf(character).map((syllable) => `${start} ${syllable}`)), [''])
    for (const sound of sounds) {
      const list = words.get(sound)
      if (list) list.push(type)
      else words.set(sound, [type])
    }
  }
  return words
}

/**
 * Adds the links of a Chinese side and another. A word that a list knows is no name, whatever it sounds like.
 *
 * @param isKnown whether a list has a word of the other side, by its key
 * @param weight of a whole name; a part of it has its share, and so has each of several words that sound alike
 */
export function addPinyinLinks(chinese: Side, other: Side, isKnown: (key: string) => boolean, weight: number, add: LinkBuilder['add']): void {
  const words = wordsBySound(chinese)
  for (const [type, form] of other.forms.entries()) {
    if (other.kinds[type] !== 'word' || isKnown(other.keys[type] ?? '')) continue
    for (const syllables of readSyllables(form)) {
      const spans = spansOf(syllables, words)
      // A name that is not there as a whole is none.
      if (syllables.some((_, at) => !spans.some(({ start, end }) => start <= at && at < end))) continue
      for (const { start, end, alike } of spans) {
        for (const word of alike) add(word, type, weight / alike.length, (weight * (end - start)) / syllables.length / alike.length)
      }
    }
  }
}

/** The stretches of some syllables that are words. */
function spansOf(syllables: readonly string[], words: ReadonlyMap<string, number[]>): Array<{ start: number; end: number; alike: readonly number[] }> {
  return syllables.flatMap((_, start) =>
    syllables.slice(start).flatMap((__, length) => {
      const end = start + length + 1
      const alike = words.get(` ${syllables.slice(start, end).join(' ')}`)
      return alike ? [{ start, end, alike }] : []
    })
  )
}
