/** Memories with faults made on purpose: what a check has to find. */
import { cutText, type Draw } from '../../src/check/made-fault.ts'
import type { Unit } from '../../src/tree/unit.ts'

export const damageKinds = ['shifted', 'random', 'cut', 'swapped', 'untranslated', 'glued', 'number', 'character', 'duplicate'] as const

export type Damage = (typeof damageKinds)[number]

/** A memory of two languages. */
interface TextPairs {
  source: string
  target: string
  sources: readonly string[]
  targets: readonly string[]
}

/** Units of which a share is damaged in four ways, and half of that share in the other ways; and the damage of each. */
export function damageUnits({ source, target, sources, targets }: TextPairs, share: number, draw: Draw): { units: Unit[]; damage: Array<Damage | undefined> } {
  const damage: Array<Damage | undefined> = []
  const texts = sources.map((text, unit): [string, string] => [text, targets[unit] ?? ''])
  for (const [unit, [left, right]] of [...texts].entries()) {
    const lot = draw.next()
    if (lot >= share * 1.5) continue
    const kind = lot < share ? damageKinds[draw.below(4)] : damageKinds[4 + draw.below(5)]
    const made = kind && damaged(kind, [left, right], { source, target, sources, targets }, unit, draw)
    if (!made) continue
    damage[unit] = kind
    texts[unit] = made
  }
  const units = texts.map(([left, right], index): Unit => {
    const id = `u${index + 1}`
    const version = (text: string): Unit['versions'][string] => ({ segments: [text], addresses: [id] })
    return { id, granularity: 'sentence', block: 'paragraph', address: id, versions: { [source]: version(left), [target]: version(right) }, by: 'memory', score: 1 }
  })
  return { units, damage: texts.map((_, unit) => damage[unit]) }
}

/** A pair of texts with a fault; `undefined` where it cannot have this one. */
function damaged(kind: Damage, [left, right]: [string, string], { source, target, sources, targets }: TextPairs, unit: number, draw: Draw): [string, string] | undefined {
  switch (kind) {
    case 'shifted':
      return [left, targets[(unit + 1) % targets.length] ?? '']
    case 'random':
      return [left, targets[(unit + 2 + draw.below(targets.length - 3)) % targets.length] ?? '']
    case 'cut':
      return draw.next() < 0.5 ? [cutText(left, source, draw), right] : [left, cutText(right, target, draw)]
    case 'swapped':
      return [right, left]
    case 'untranslated':
      return [left, left]
    case 'glued': {
      const furniture = ['A/70/123 ', 'GE.15-04321 (E) 120515 ', '3/12 '][draw.below(3)] ?? ''
      return draw.next() < 0.5 ? [furniture + left, right] : [left, furniture + right]
    }
    case 'number': {
      const changed = right.replace(/(?<!\p{Nd})[1-9]\d{2,3}(?![\p{Nd}.,])/u, (figure) => String(Number(figure) + 37))
      return changed === right ? undefined : [left, changed]
    }
    case 'character': {
      const at = Math.floor(right.length / 2)
      return [left, `${right.slice(0, at)}\u0002${right.slice(at)}`]
    }
    case 'duplicate':
      return unit === 0 ? undefined : [sources[unit - 1] ?? '', targets[unit - 1] ?? '']
  }
}

