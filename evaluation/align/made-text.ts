/** Texts made from gold by a fixed sequence of numbers, for speed, growth and joint alignment: the same on every machine. */
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import type { Root } from '../../src/tree/undast.ts'
import type { GoldPair } from './gold.ts'
import type { LineBead } from './strict-lax.ts'

/** Numbers from 0 to below 1 from a seed: a linear congruence, for making texts only. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000
}

/** A long text of so many source lines: beads of a gold pair in a made order, a third with a made number behind. */
export function makeLong(pair: GoldPair, lines: number, dropped: number): Pick<GoldPair, 'gold' | 'sourceLines' | 'targetLines'> {
  const next = sequence(12_345)
  const beads = pair.gold.filter((bead) => bead.source.length > 0 && bead.target.length > 0)
  const [sourceLines, targetLines, gold]: [string[], string[], LineBead[]] = [[], [], []]
  while (sourceLines.length < lines) {
    const bead = beads[Math.floor(next() * beads.length)]
    if (!bead) break
    const suffix = next() < 0.3 ? ` ${Math.floor(next() * 5000)}` : ''
    const add = (list: string[], text: readonly string[], indexes: readonly number[]): number[] =>
      indexes.map((index, place) => list.push((text[index] ?? '') + (place === 0 ? suffix : '')) - 1)
    const source = add(sourceLines, pair.sourceLines, bead.source)
    if (next() < dropped) gold.push(...source.map((line) => ({ source: [line], target: [] })))
    else gold.push({ source, target: add(targetLines, pair.targetLines, bead.target) })
  }
  return { sourceLines, targetLines, gold }
}

/** A document in six versions of one long paragraph, made from rows that say the same in six languages, and its gold. */
export interface MadeDocument {
  versions: Record<LanguageCode, string[]>
  /** For each row, the segment of each version that holds it; −1 where it was dropped. */
  holders: Array<Record<LanguageCode, number>>
}

/** Joins one row in ten with the next and drops one in 25, in each version on its own. */
export function makeDocument(rows: ReadonlyArray<Record<LanguageCode, string>>, seed: number): MadeDocument {
  const next = sequence(seed)
  const versions = { ar: [], en: [], es: [], fr: [], ru: [], zh: [] } as Record<LanguageCode, string[]>
  const holders = rows.map(() => ({ ar: -1, en: -1, es: -1, fr: -1, ru: -1, zh: -1 }))
  for (const language of languageCodes) {
    let join = false
    for (const [index, row] of rows.entries()) {
      const holder = holders[index]
      if (!holder || next() < 0.04) continue
      const segments = versions[language]
      if (join && segments.length > 0) segments.push(`${segments.pop() ?? ''} ${row[language]}`)
      else segments.push(row[language])
      holder[language] = segments.length - 1
      join = next() < 0.1
    }
  }
  return { versions, holders }
}

/** A segment of a version, as `en:12`. */
export type SegmentName = `${LanguageCode}:${number}`

/** Which segments say the same, directly or through others: the unit that each belongs to, by the first name in it. */
export class Closure {
  readonly #parents = new Map<SegmentName, SegmentName>()

  root(name: SegmentName): SegmentName {
    let at = name
    for (let up = this.#parents.get(at); up !== undefined && up !== at; up = this.#parents.get(at)) at = up
    this.#parents.set(name, at)
    return at
  }

  join(names: readonly SegmentName[]): void {
    const [first, ...others] = names
    if (first === undefined) return
    const root = this.root(first)
    for (const other of others) this.#parents.set(this.root(other), root)
  }

  /** The beads of two versions: for each unit the segments of both. */
  beads(source: LanguageCode, target: LanguageCode): LineBead[] {
    const units = new Map<SegmentName, { source: number[]; target: number[] }>()
    for (const name of [...this.#parents.keys()]) {
      const [language, index] = name.split(':')
      if (language !== source && language !== target) continue
      const root = this.root(name)
      const unit = units.get(root) ?? { source: [], target: [] }
      units.set(root, unit)
      unit[language === source ? 'source' : 'target'].push(Number(index))
    }
    const rising = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b)
    return [...units.values()].map((unit) => ({ source: rising(unit.source), target: rising(unit.target) }))
  }
}

/** The units of a made document, over all six versions. */
export function madeUnits(document: MadeDocument): Closure {
  const closure = new Closure()
  for (const holder of document.holders) {
    closure.join(languageCodes.filter((code) => holder[code] >= 0).map((code): SegmentName => `${code}:${holder[code]}`))
  }
  return closure
}

/** A tree of one paragraph with the segments as sentences; addresses are their indexes. */
export function treeOf(segments: readonly string[], lang: LanguageCode): Root {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }
  const children = segments.map((value, index) => ({
    type: 'sentence' as const,
    children: [{ type: 'text' as const, value, position, data: { runs: [] } }],
    position,
    data: { address: String(index) }
  }))
  return { type: 'root', lang, children: [{ type: 'paragraph', children, position, data: { address: 'p1' } }], position }
}
