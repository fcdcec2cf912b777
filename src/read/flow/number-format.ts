import { letterSeries, type LetterSeries } from './letter-series.ts'

/** How a list writes its numbers. */
export type NumberFormat = LetterSeries | 'bullet' | 'decimal' | 'decimalFullWidth' | 'decimalZero' | 'enclosedCircle' | 'enclosedFullStop' | 'enclosedParenthesis' | 'hanCount' | 'hanDigit' | 'hanEnclosedParenthesis' | 'indic' | 'lowerLetterCarried' | 'lowerRoman' | 'none' | 'ordinal' | 'stars' | 'upperLetterCarried' | 'upperRoman'

const hanDigits = '〇一二三四五六七八九'

/** A number as a list writes it; formats that end somewhere go on in decimal figures. */
export function formatNumber(value: number, format: NumberFormat): string {
  const decimal = String(value)
  const letters = format in letterSeries ? letterSeries[format as LetterSeries] : undefined
  if (letters !== undefined) return value < 1 || value > 40 * letters.length ? decimal : (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length))
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'decimalZero':
      return decimal.padStart(2, '0')
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerLetterCarried':
      return carried(value)
    case 'upperLetterCarried':
      return carried(value).toUpperCase()
    case 'hanCount':
      return hanCount(value)
    case 'hanDigit':
      return decimal.replace(/[0-9]/g, (digit) => hanDigits[Number(digit)] ?? digit)
    case 'decimalFullWidth':
      return decimal.replace(/[0-9]/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    case 'indic':
      return decimal.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    case 'enclosedCircle':
      return within(value, 20) ? String.fromCharCode(0x245f + value) : decimal
    case 'enclosedParenthesis':
      return within(value, 20) ? String.fromCharCode(0x2473 + value) : `(${decimal})`
    case 'enclosedFullStop':
      return within(value, 20) ? String.fromCharCode(0x2487 + value) : `${decimal}.`
    case 'hanEnclosedParenthesis':
      return within(value, 10) ? String.fromCharCode(0x321f + value) : `(${hanCount(value)})`
    case 'ordinal':
      return decimal + (value % 10 === 1 && value % 100 !== 11 ? 'st' : value % 10 === 2 && value % 100 !== 12 ? 'nd' : value % 10 === 3 && value % 100 !== 13 ? 'rd' : 'th')
    case 'stars':
      return within(value, 12) ? (['*', '†', '‡', '§'][(value - 1) % 4] ?? '*').repeat(Math.ceil(value / 4)) : decimal
    default:
      return decimal
  }
}

function within(value: number, most: number): boolean {
  return value >= 1 && value <= most
}

const romanSteps: ReadonlyArray<readonly [number, string]> = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']
]

function roman(value: number): string {
  if (!within(value, 3999)) return String(value)
  let rest = value
  let text = ''
  for (const [step, letters] of romanSteps)
    for (; rest >= step; rest -= step) text += letters
  return text
}

/** a … z, aa, ab: carried over as figures are, the way of HTML and of OpenDocument. */
function carried(value: number): string {
  if (value < 1) return String(value)
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

/** 一, 十, 十二, 二十, 一百零五. */
function hanCount(value: number): string {
  if (value < 1 || value > 9999) return formatNumber(value, 'hanDigit')
  const units = ['', '十', '百', '千']
  let text = ''
  let zero = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      zero = text !== ''
      continue
    }
    text += (zero ? '零' : '') + (hanDigits[digit] ?? '') + (units[power] ?? '')
    zero = false
  }
  return value >= 10 && value < 20 ? text.slice(1) : text
}
