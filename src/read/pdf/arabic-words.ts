/** Letters of Arabic with their marks, as stretches. */
const words = /[\u0621-\u0652\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+/g
const marks = /[\u0640\u064B-\u0652\u0670]/g

/**
 * What no word has: teh marbuta or alef maksura inside, one of these or a hamza on waw or yeh in front, a letter three times, two
 * waws inside (but النووي), a letter in one of its printed forms.
 */
const never = /[ةى][\u0621-\u064A]|^[ةىئؤ]|(.)\1\1|.وو[^ي]|[\uFB50-\uFDFB\uFE70-\uFEFC]/u

/** So many words are too few to tell. */
const fewest = 20

/**
 * The share of Arabic words that are formed as words are; `undefined` where there are hardly any.
 *
 * Where the lines were put in the wrong order, as many words end in the article turned round as should begin with it.
 */
export function wellFormedShare(lines: readonly string[]): number | undefined {
  let [all, wrong, articles, turned] = [0, 0, 0, 0]
  for (const line of lines)
    for (const [found] of line.matchAll(words)) {
      const word = found.replace(marks, '')
      if (word.length < 2) continue
      all++
      if (never.test(word)) wrong++
      if (word.length < 5) continue
      if (word.startsWith('ال')) articles++
      else if (word.endsWith('لا')) turned++
    }
  return all < fewest ? undefined : 1 - (wrong + (turned > articles ? turned : 0)) / all
}
