import type { NumberFormat } from '../flow/number-format.ts'

/** Formats of numbers by their numbers in DOC. Those that are not here (words, other scripts) are written in figures. */
const formats: ReadonlyMap<number, NumberFormat> = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [5, 'ordinal'],
  [9, 'stars'],
  [10, 'hanDigit'],
  [11, 'hanCount'],
  [14, 'decimalFullWidth'],
  [17, 'hanDigit'],
  [18, 'enclosedCircle'],
  [19, 'decimalFullWidth'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'enclosedFullStop'],
  [27, 'enclosedParenthesis'],
  [28, 'enclosedCircle'],
  [29, 'hanEnclosedParenthesis'],
  [30, 'stem'],
  [31, 'branch'],
  [33, 'hanCount'],
  [35, 'hanCount'],
  [36, 'hanDigit'],
  [37, 'hanCount'],
  [38, 'hanCount'],
  [39, 'hanCount'],
  [46, 'arabicAlphabet'],
  [48, 'abjad'],
  [58, 'lowerCyrillic'],
  [59, 'upperCyrillic'],
  [255, 'none']
])

export function readNumberFormat(number: number): NumberFormat {
  return formats.get(number) ?? 'decimal'
}
