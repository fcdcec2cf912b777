import type { NumberFormat } from '../flow/number-format.ts'

/** What `w:numFmt` calls the formats. Those that are not here (words, other scripts) are written in figures. */
const formats: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  decimalZero: 'decimalZero',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
  russianLower: 'lowerCyrillic',
  russianUpper: 'upperCyrillic',
  arabicAbjad: 'abjad',
  arabicAlpha: 'arabicAlphabet',
  hindiNumbers: 'decimal',
  chineseCounting: 'hanCount',
  chineseCountingThousand: 'hanCount',
  chineseLegalSimplified: 'hanCount',
  taiwaneseCounting: 'hanCount',
  taiwaneseCountingThousand: 'hanCount',
  japaneseCounting: 'hanCount',
  japaneseDigitalTenThousand: 'hanDigit',
  taiwaneseDigital: 'hanDigit',
  koreanDigital2: 'hanDigit',
  ideographDigital: 'hanDigit',
  ideographTraditional: 'stem',
  ideographZodiac: 'branch',
  ideographEnclosedCircle: 'hanEnclosedParenthesis',
  decimalFullWidth: 'decimalFullWidth',
  decimalFullWidth2: 'decimalFullWidth',
  decimalEnclosedCircle: 'enclosedCircle',
  decimalEnclosedCircleChinese: 'enclosedCircle',
  decimalEnclosedFullstop: 'enclosedFullStop',
  decimalEnclosedParen: 'enclosedParenthesis',
  ordinal: 'ordinal',
  chicago: 'stars',
  bullet: 'bullet',
  none: 'none'
}

export function readNumberFormat(name: string | undefined): NumberFormat {
  return formats[name ?? 'decimal'] ?? 'decimal'
}
