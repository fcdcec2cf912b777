import type { Script } from '../language/code.ts'

/** What letters a text is made of. */
export interface ScriptCount {
  /** The script that has most letters; Han counts for more, for a Chinese word is one or two characters. */
  script: Script | undefined
  /** Share of the letters that are of this script. */
  share: number
  letters: number
  /** Name of a language that its letters give away and that is none of the six. */
  foreign: string | undefined
}

const scripts: Readonly<Record<Script, RegExp>> = {
  Arabic: /\p{Script=Arabic}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Han: /\p{Script=Han}/gu,
  Latin: /\p{Script=Latin}/gu
}

/** Letters that one language has and the one of the six in this script has not; shares of the script's letters. */
const giveaways: ReadonlyArray<readonly [name: string, script: Script, letters: RegExp, share: number]> = [
  ['Japanese', 'Han', /[\u3041-\u30FF]/g, 0.1],
  ['Ukrainian', 'Cyrillic', /[іїєґІЇЄҐ]/g, 0.02],
  ['Persian', 'Arabic', /[پچژگکی]/g, 0.02]
]

/** A Chinese character says as much as this many letters of an alphabet. */
const hanWeight = 3

/** Counts the letters of a text by script. */
export function countScripts(text: string): ScriptCount {
  const counts = Object.entries(scripts).map(([script, expression]) => {
    const count = text.match(expression)?.length ?? 0
    return { script: script as Script, count, weight: script === 'Han' ? count * hanWeight : count }
  })
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const [top] = counts.toSorted((a, b) => b.weight - a.weight || (a.script < b.script ? -1 : 1))
  if (!top || top.count === 0) return { script: undefined, share: 0, letters, foreign: undefined }
  const weights = counts.reduce((sum, { weight }) => sum + weight, 0)
  const foreign = giveaways.find(
    ([, script, expression, share]) => script === top.script && (text.match(expression)?.length ?? 0) >= share * top.count
  )?.[0]
  return { script: top.script, share: top.weight / weights, letters, foreign }
}
