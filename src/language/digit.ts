/** Decimal digits of other scripts as ASCII digits, one code unit for one: Arabic-Indic, Persian, full-width. */
export function foldDigits(value: string): string {
  // Most texts have none, and to test is quicker than to replace nothing.
  if (!/[٠-٩۰-۹０-９]/.test(value)) return value
  // The low four bits of U+0660…, U+06F0… and U+FF10… are the value of the digit.
  return value.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

const hanDigits = '〇一二三四五六七八九'

/** Value of a Chinese number up to 999: `三`, `十二`, `二十`, `一百零五`; `undefined` for anything else. */
export function readHanNumber(value: string): number | undefined {
  if (!/^[〇零一二三四五六七八九十百]{1,7}$/.test(value)) return undefined
  let total = 0
  let digit = 0
  for (const character of value.replaceAll('零', '〇')) {
    if (character === '百') {
      total += (digit || 1) * 100
      digit = 0
    } else if (character === '十') {
      total += (digit || 1) * 10
      digit = 0
    } else digit = hanDigits.indexOf(character)
  }
  return total + digit
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** Value of a Roman number in small letters, well formed and up to 399; `undefined` for anything else. */
export function readRomanNumber(value: string): number | undefined {
  if (!/^(?=[clxvi])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(value)) return undefined
  let total = 0
  for (let index = 0; index < value.length; index++) {
    const digit = romanValues[value[index] ?? ''] ?? 0
    total += digit < (romanValues[value[index + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return total
}
