/**
 * Cyrillic and Greek letters that look Latin. United Nations lists and symbols are typed with mixed alphabets
 * (`а)` U+0430, `b)` U+0062, `с)` U+0441 in one list), so they are folded before they are compared, never in the text.
 */
const folds: Readonly<Record<string, string>> = {
  а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y', і: 'i', ѕ: 's', ј: 'j',
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', І: 'I', Ѕ: 'S', Ј: 'J',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X'
}

/** The Latin letter that a letter looks like, or the letter itself; one code unit for one. */
export function foldLookAlikes(value: string): string {
  if (!/[\u0370-\u04FF]/.test(value)) return value
  return value.replace(/[\u0370-\u04FF]/g, (letter) => folds[letter] ?? letter)
}
