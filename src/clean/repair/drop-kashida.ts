import type { CharacterRule } from './rule.ts'

const symbol = '[!#$%&*+:;<=>?@\\[\\]\\\\^`{|}~\\u00A1-\\u00BF\\u00D7\\u00F7\\u0300-\\u036F]'
const letter = '[\\u0621-\\u0652]'

/** A symbol that stands between two letters of a word. */
const inside = new RegExp(`(?<=${letter})(?:\\u202A(?<set>${symbol})\\k<set>*\\u202C|(?<bare>${symbol})\\k<bare>*)(?=${letter})`, 'g')

/** So often one symbol stands so, in a document whose words are stretched. */
const fewest = 20

/**
 * The stroke that stretches Arabic words to the margin, where a font gives it the code of another character: LibreOffice prints
 * `الع:دل`, `المس¬¬توفية`, `الم[[ادة`, a sign for each font. No document but these has one sign inside of many words.
 */
export const dropKashida: CharacterRule = {
  name: 'drop-kashida',
  pattern: inside,
  needs: new RegExp(symbol),
  replace: () => '',
  languages: ['ar'],
  appliesTo: (raw) => {
    const counts = new Map<string, number>()
    for (const { groups = {} } of raw.matchAll(inside)) {
      const sign = groups['set'] ?? groups['bare'] ?? ''
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    const all = [...counts.values()]
    const most = Math.max(0, ...all)
    return most >= fewest && most > 0.8 * all.reduce((sum, count) => sum + count, 0)
  }
}
