/** The gold sets of a folder: pairs of files with one segment a line, and their beads. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBeads, type LineBead } from './strict-lax.ts'

export interface GoldPair {
  /** Name of the set: `champollion-un`, `text-berg`, `ntrex-synthetic`. */
  set: string
  source: string
  target: string
  sourceLines: string[]
  targetLines: string[]
  gold: LineBead[]
}

/** Lines of a text as `wc -l` and the gold count them: a line feed ends a line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.replace(/\r$/, ''))
}

/** Every gold file `NAME.gold` with `NAME.xx.txt` beside it, or `pre.xx-yy.gold` with `pre.xx.txt`; sets and files by name. */
export function readGold(folder: string): GoldPair[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((set) => readSet(join(folder, set), set))
}

function readSet(folder: string, set: string): GoldPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold'))
    .sort()
    .map((name) => {
      const stem = name.slice(0, -'.gold'.length)
      const [, prefix = '', source = '', target = ''] = /^(.*?)([a-z]{2})-([a-z]{2})$/.exec(stem) ?? []
      const read = (language: string): string[] => {
        const plain = join(folder, `${prefix}${language}.txt`)
        return linesOf(readFileSync(existsSync(plain) ? plain : join(folder, `${stem}.${language}.txt`), 'utf8'))
      }
      const gold = parseBeads(readFileSync(join(folder, name), 'utf8'))
      return { set, source, target, sourceLines: read(source), targetLines: read(target), gold }
    })
}
