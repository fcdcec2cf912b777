/** Numbers of two texts that disagree, beyond what the notation of languages explains. */
import { foldDigits, readRomanNumber } from '../language/digit.ts'
import { readNumber } from '../language/number.ts'
import { figuresDisagree, figuresOf, valuesOf, missingFigures, type Figure } from '../write/figures.ts'

/** The numbers, as printed, that each of two texts lacks of the other; nothing where that is no sign of a fault. */
export function findNumbers(one: string, other: string): { ours: string[]; theirs: string[] } | undefined {
  const [left, right] = [figuresOf(one), figuresOf(other)]
  if (!figuresDisagree(left, right) || runsOf(one) === runsOf(other)) return undefined
  const [ours, theirs] = [lacked(one, left, right), lacked(other, right, left)]
  const minutes = new Set([...ours, ...theirs].flatMap(minutesOf))
  const converted = convertedFigures([one, ours], [other, theirs])
  const isLeft = (each: string): boolean => !isOfTime(each, minutes) && !converted.has(each)
  const here = withoutSpelled(ours.filter(isLeft), other)
  const there = withoutSpelled(theirs.filter(isLeft), one)
  return (here.length > 0 && there.length > 0) || here.length > 1 || there.length > 1 ? { ours: here, theirs: there } : undefined
}

function lacked(text: string, ours: readonly Figure[], theirs: readonly Figure[]): string[] {
  return [...new Set(missingFigures(ours, valuesOf(theirs)).map(({ start, end }) => text.slice(start, end)))]
}

/** All runs of digits, in order of size: the same where only marks between them differ, `10.47` and `10 h 47`. */
function runsOf(text: string): string {
  return (foldDigits(text).match(/\d+/gu) ?? []).map(Number).sort((a, b) => a - b).join(' ')
}

const time = /^\d{1,2}[.:]([0-5]\d)$/

/** The minutes of `3.35`, which another language writes `15 h 35`. */
function minutesOf(printed: string): number[] {
  const minutes = time.exec(foldDigits(printed))?.[1]
  return minutes === undefined ? [] : [Number(minutes)]
}

function isOfTime(printed: string, minutes: ReadonlySet<number>): boolean {
  return minutes.size > 0 && (time.test(foldDigits(printed)) || minutes.has(Number(foldDigits(printed))))
}

/** Measures that translators turn into metric ones, behind their figures, and what one of them is. */
const measures: ReadonlyArray<readonly [name: RegExp, metric: readonly number[]]> = [
  [/^[- ]?(?:mph|miles?|mi\b|milles?|millas?|мил[ьяи]|英里|哩|أميال|ميل)/iu, [1.609]],
  [/^[- ]?(?:pounds?|lbs?\b|livres?|libras?|фунт|磅|رطلا?|أرطال)/iu, [0.4536]],
  [/^[- ]?(?:feet|foot|ft\b|pieds?|pies?|фут|英尺|呎|أقدام|قدما?)/iu, [0.3048, 30.48]],
  [/^[- ]?(?:inch|pouces?|pulgadas?|дюйм|英寸|吋|بوصة|بوصات)/iu, [2.54, 25.4]],
  [/^[- ]?(?:yards?|yd\b|ярд|码|ياردة)/iu, [0.9144]],
  [/^[- ]?(?:acres?|акр|英亩|فدانا?|أفدنة)/iu, [0.4047, 4047]],
  [/^[- ]?(?:gallons?|galones|galón|галлон|加仑|غالونا?)/iu, [3.785, 4.546]]
]
/** How far a figure that was turned into another measure is off, as translators round. */
const mostRounded = 0.04

/** Figures that one text gives in miles or pounds and the other in kilometres or kilograms. */
function convertedFigures(...texts: ReadonlyArray<readonly [text: string, printed: readonly string[]]>): Set<string> {
  const converted = new Set<string>()
  for (const [at, [text, printed]] of texts.entries()) {
    for (const figure of printed) {
      const behind = text.slice(text.indexOf(figure) + figure.length).trimStart()
      for (const factor of measures.find(([name]) => name.test(behind))?.[1] ?? []) {
        for (const other of texts[1 - at]?.[1] ?? []) {
          const ratio = (readNumber(foldDigits(other)) ?? 0) / ((readNumber(foldDigits(figure)) ?? 0) * factor)
          if (Math.abs(ratio - 1) <= mostRounded) for (const each of [figure, other]) converted.add(each)
        }
      }
    }
  }
  return converted
}

const roman = /(?<![\p{L}\p{N}])[IVXLC]{2,8}(?![\p{L}\p{N}])/gu
/** Tens in words: a number of two figures in one language is often spelled in another. */
const tens = new RegExp(
  [
    '(?<!\\p{L})(?:(?:thir|for|fif|six|seven|eigh|nine)t(?:y|ie)|trent|quarant|cinquant|soixant|quatre-vingt|treint|cuarent|cincuent|sesent|setent|ochent|novent)\\p{L}*',
    '(?<!\\p{L})(?:тридцат|сорок|(?:пят|шест|сем|вос[еь]м)(?:и|ь|ью)десят|девяност)\\p{L}*',
    '(?<!\\p{L})(?:و?(?:ال)?)(?:ثلاث|[أا]ربع|خمس|ست|سبع|ثمان|تسع)(?:ين|ون)(?!\\p{L})'
  ].join('|'),
  'giu'
)

/** Figures below a hundred are left out that the other text has in Roman figures, or, as many as that, in words. */
function withoutSpelled(printed: readonly string[], other: string): string[] {
  const romans = new Set((other.match(roman) ?? []).map((each) => readRomanNumber(each.toLowerCase())))
  const isSmall = (each: string): boolean => /^\d{2}$/u.test(foldDigits(each))
  const left = printed.filter((each) => !isSmall(each) || !romans.has(Number(foldDigits(each))))
  const small = left.filter(isSmall)
  return small.length <= (other.match(tens) ?? []).length ? left.filter((each) => !isSmall(each)) : left
}
