/** Letters of Arabic with their marks, as stretches. */
const arabicWords = /[\u0621-\u0652\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+/g
const marks = /[\u0640\u064B-\u0652\u0670]/g

/**
 * What no word of Arabic has: teh marbuta or alef maksura inside, one of these or a hamza on waw or yeh in front, a letter three
 * times, two waws inside (but النووي), a letter in one of its printed forms.
 */
const never = /[ةى][\u0621-\u064A]|^[ةىئؤ]|(.)\1\1|.وو[^ي]|[\uFB50-\uFDFB\uFE70-\uFEFC]/u

/** So many words, or letters, are too few to tell. */
const fewestWords = 20
const fewestLetters = 100

/**
 * The share of what a page says that can be read, from 0 to 1, the lesser of two: letters that are of a script of the six languages,
 * and words of Arabic that are formed as words are. `undefined` where there is hardly anything.
 */
export function legibleShare(lines: readonly string[]): number | undefined {
  const shares = [knownShare(lines), wellFormedShare(lines)].filter((share) => share !== undefined)
  return shares.length === 0 ? undefined : Math.min(...shares)
}

const known = /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Inherited}\u0020-\u007E\u00A0-\u017F\u1E00-\u1EFF]/u
/** Letters of others; characters that are none; places of fonts that nobody knows. */
const other = /[\p{L}\p{Cc}\p{Co}\uFFFD]/u

/** Of letters, signs of control and of private use, and those that were lost. */
function knownShare(lines: readonly string[]): number | undefined {
  let [all, odd] = [0, 0]
  for (const line of lines)
    for (const character of line) {
      if (character === ' ' || character === '\t') continue
      all++
      if (!known.test(character) && other.test(character)) odd++
    }
  return all < fewestLetters ? undefined : 1 - odd / all
}

/** Where the lines of a page were put in the wrong order, as many words end in the article turned round as should begin with it. */
function wellFormedShare(lines: readonly string[]): number | undefined {
  let [all, wrong, articles, turned] = [0, 0, 0, 0]
  for (const line of lines)
    for (const [found] of line.matchAll(arabicWords)) {
      const word = found.replace(marks, '')
      if (word.length < 2) continue
      all++
      if (never.test(word)) wrong++
      if (word.length < 5) continue
      if (word.startsWith('ال')) articles++
      else if (word.endsWith('لا')) turned++
    }
  return all < fewestWords ? undefined : 1 - (wrong + (turned > articles ? turned : 0)) / all
}
