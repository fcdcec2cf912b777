import { byCodeUnits } from '../language/code-unit-order.ts'
import { codeUnitTable } from '../language/code-unit-table.ts'
import type { Script } from '../language/code.ts'

/** What letters a text is made of. */
export interface ScriptCount {
  /** The script that has most letters; Han counts for more, for a Chinese word is one or two characters. */
  script: Script | undefined
  /** Share of the letters that are of this script, those of other scripts than the four counted, too. */
  share: number
  letters: number
  /** Name of a language that its letters give away and that is none of the six. */
  foreign: string | undefined
}

const scripts: ReadonlyArray<readonly [script: Script, expression: RegExp]> = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Han', /\p{Script=Han}/u],
  ['Latin', /\p{Script=Latin}/u]
]

/** Letters that one language has and the one of the six in this script has not; shares of the script's letters. */
const giveaways: ReadonlyArray<readonly [name: string, script: Script, letters: RegExp, share: number]> = [
  ['Japanese', 'Han', /[\u3041-\u30FF]/, 0.1],
  ['Belarusian', 'Cyrillic', /[ўЎ]/, 0.005],
  ['Ukrainian', 'Cyrillic', /[іїєґІЇЄҐ]/, 0.02],
  ['Serbian or Macedonian', 'Cyrillic', /[јљњђћџѓќѕЈЉЊЂЋЏЃЌЅ]/, 0.02],
  ['Kazakh or a language near it', 'Cyrillic', /[әғқңөұүһӘҒҚҢӨҰҮҺ]/, 0.02],
  // Not the ya and the kaf of Persian: Arabic texts have them where the keyboard had.
  ['Persian or Urdu', 'Arabic', /[پچژگ]/, 0.01]
]

/** What a character can be, a bit each: of a script, of another language than the six, a letter; the tatweel is of no script. */
const expressions = [...scripts.map(([, expression]) => expression), ...giveaways.map(([, , letters]) => letters), /[^\P{L}\u0640]/u]
const letter = expressions.length - 1

function findBits(character: string): number {
  return expressions.reduce((all, expression, index) => (expression.test(character) ? all | (1 << index) : all), 0)
}

const bitsOf = codeUnitTable(findBits)

/** How many characters have the same bits; all 0 between two texts, and the bits that were met in the text at hand. */
const alike = new Uint32Array(1 << expressions.length)
const there: number[] = []

/** How many characters of a text each expression matches. */
function tally(text: string): number[] {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // A letter outside of the first plane is two code units, and what they are the second tells.
    const point = (code & 0xfc00) === 0xd800 ? (text.codePointAt(index) ?? code) : code
    const own = point > 0xffff ? findBits(String.fromCodePoint(point)) : bitsOf(code)
    if (point > 0xffff) index++
    const before = alike[own] ?? 0
    if (before === 0) there.push(own)
    alike[own] = before + 1
  }
  const counts = expressions.map(() => 0)
  for (const own of there) {
    const count = alike[own] ?? 0
    alike[own] = 0
    for (let bit = 0; bit < counts.length; bit++) if (own & (1 << bit)) counts[bit] = (counts[bit] ?? 0) + count
  }
  there.length = 0
  return counts
}

/** A Chinese character says as much as this many letters of an alphabet. */
const hanWeight = 3

/** Counts the letters of a text by script. */
export function countScripts(text: string): ScriptCount {
  const found = tally(text)
  const counts = scripts.map(([script], index) => {
    const count = found[index] ?? 0
    return { script, count, weight: script === 'Han' ? count * hanWeight : count }
  })
  const letters = found[letter] ?? 0
  const [top] = counts.toSorted((a, b) => b.weight - a.weight || byCodeUnits(a.script, b.script))
  if (!top || top.count === 0) return { script: undefined, share: 0, letters, foreign: undefined }
  const others = letters - counts.reduce((sum, { count }) => sum + count, 0)
  const weights = counts.reduce((sum, { weight }) => sum + weight, Math.max(0, others))
  const foreign = giveaways.find(([, script, , share], index) => script === top.script && (found[scripts.length + index] ?? 0) >= share * top.count)?.[0]
  return { script: top.script, share: top.weight / weights, letters, foreign }
}
