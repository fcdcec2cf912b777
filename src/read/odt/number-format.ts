import type { NumberFormat } from '../flow/number-format.ts'

const simple: Readonly<Record<string, NumberFormat>> = { '': 'none', 1: 'decimal', a: 'lowerLetterCarried', A: 'upperLetterCarried', i: 'lowerRoman', I: 'upperRoman', '1st': 'ordinal' }

/** How formats beyond the standard begin, which are written as their first numbers: `أ, ب, ج, ...`. */
const listed: ReadonlyArray<readonly [beginning: string, format: NumberFormat]> = [
  ['ا,ب,ج', 'abjadPlain'],
  ['أ,ب,ج', 'abjad'],
  ['ا,ب,ت', 'arabicAlphabetPlain'],
  ['أ,ب,ت', 'arabicAlphabet'],
  ['а,б', 'lowerCyrillic'],
  ['А,Б', 'upperCyrillic'],
  ['Аа,Бб', 'upperCyrillic'],
  ['α,β', 'lowerGreek'],
  ['一,二', 'hanCount'],
  ['甲,乙', 'stem'],
  ['子,丑', 'branch'],
  ['①,②', 'enclosedCircle'],
  ['１,２', 'decimalFullWidth'],
  ['١,٢', 'indic'],
  ['01,02', 'decimalZero']
]

/** `style:num-format`; with `sync`, letters are doubled after z. */
export function readNumberFormat(name: string, sync: boolean): NumberFormat {
  const format = simple[name]
  if (sync && format === 'lowerLetterCarried') return 'lowerLetter'
  if (sync && format === 'upperLetterCarried') return 'upperLetter'
  const bare = name.replaceAll(' ', '')
  return format ?? listed.find(([beginning]) => bare.startsWith(beginning))?.[1] ?? 'decimal'
}
