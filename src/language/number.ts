/** Reading numbers in every script and notation, so that `100,000`, `100 000`, `١٠٠٠٠٠` and `10万` are one value. */
import { foldDigits } from './digit.ts'

/** Words that multiply the number before them, folded (small letters, no accents). */
const magnitudes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1e3: 'thousand mil mille тыс тысяча тысячи тысяч الف الاف tausend 千',
    1e4: '万 萬',
    1e6: 'million millions millon millones миллион миллиона миллионов млн مليون ملايين millionen mio 百万',
    1e7: '千万 千萬',
    1e8: '亿 億',
    1e9: 'billion billions milliard milliards миллиард миллиарда миллиардов млрд مليار milliarde milliarden 十亿',
    1e10: '百亿',
    1e11: '千亿 千億',
    1e12: 'trillion trillions триллион триллиона триллионов трлн تريليون'
  }).flatMap(([value, words]) => words.split(' ').map((word) => [word, Number(value)] as const))
)

/** Factor that a word multiplies the number before it by; `undefined` for any other word. */
export function readMagnitude(word: string): number | undefined {
  return magnitudes.get(word)
}

/**
 * Value of a number in digits of any script, groups joined: `1,540.5`, `1 540,5` and `١٬٥٤٠٫٥` are 1540.5.
 *
 * One mark alone before exactly three digits parts groups, except after a leading zero (`0.125`).
 * Returns `undefined` for anything that is no number.
 */
export function readNumber(printed: string): number | undefined {
  const value = foldDigits(printed).replaceAll('٫', '.').replaceAll('٬', ',').replace(/[\s'’]/g, '')
  if (!/^\d[\d.,]*$/.test(value)) return undefined
  const last = Math.max(value.lastIndexOf('.'), value.lastIndexOf(','))
  if (last < 0) return Number(value)
  const mark = value[last] ?? ''
  const isGroup = value.length - last === 4 && !value.startsWith('0') && !hasOtherMark(value, mark)
  const whole = value.slice(0, isGroup ? undefined : last).replace(/[.,]/g, '')
  const number = Number(isGroup ? whole : `${whole}.${value.slice(last + 1)}`)
  return Number.isFinite(number) ? number : undefined
}

function hasOtherMark(value: string, mark: string): boolean {
  return value.includes(mark === '.' ? ',' : '.')
}

const hanDigit = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const))
hanDigit.set('零', 0).set('两', 2).set('兩', 2)
const hanUnit = new Map([['十', 10], ['百', 100], ['千', 1000], ['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8]])

/**
 * Value of a Chinese number of any size: `一千五百四十` (1540), `二〇一九` (2019), `十二` (12), `三百万` (3000000).
 *
 * Returns `undefined` where the characters are no number.
 */
export function readHanNumeral(printed: string): number | undefined {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(printed)) {
    return Number([...printed].map((digit) => hanDigit.get(digit) ?? '').join(''))
  }
  let total = 0
  let section = 0
  let digit = 0
  for (const character of printed) {
    const unit = hanUnit.get(character)
    const value = hanDigit.get(character)
    if (value !== undefined) digit = value
    else if (unit === undefined) return undefined
    else if (unit >= 1e4) {
      total = (total + section + digit || 1) * unit
      section = digit = 0
    } else {
      section += (digit || 1) * unit
      digit = 0
    }
  }
  return total + section + digit
}
