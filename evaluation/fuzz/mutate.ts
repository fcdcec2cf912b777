import { hostilePieces } from '../structure/hostile.ts'
import type { Chance } from './chance.ts'

const pieces = Object.values(hostilePieces).flat() as [string, ...string[]]

/** What memories are made of. */
const tokens = ['<', '>', '&', '"', '<tu>', '</tu>', '<seg>', '</seg>', '<hi>', ']]>', '<![CDATA[', '<!--', '&#2;', '&#x110000;', '&e;', '{', '}', '[', ']', 'null', '-1', '"__proto__":1,', '\\ud800', '\n'] as const

/** A text changed in one to six places: cut, doubled, moved, spoiled, mixed with another one. */
export function mutate(text: string, other: string, chance: Chance): string {
  let changed = text
  for (let count = 1 + chance.below(6); count > 0; count--) changed = mutateOnce(changed, other, chance)
  return changed
}

function mutateOnce(text: string, other: string, chance: Chance): string {
  const from = chance.below(text.length + 1)
  const to = Math.min(text.length, from + (chance.happens(0.2) ? chance.below(2000) : chance.below(40)))
  const at = chance.below(text.length + 1)
  switch (chance.below(8)) {
    case 0:
      return text.slice(0, from) + text.slice(to)
    case 1:
      return text.slice(0, to) + text.slice(from, to).repeat(1 + chance.below(5)) + text.slice(to)
    case 2:
      return text.slice(0, at) + text.slice(from, to) + text.slice(at)
    case 3:
      return text.slice(0, at) + chance.of(pieces).repeat(1 + chance.below(20)) + text.slice(at)
    case 4:
      return text.slice(0, at) + chance.of(tokens) + text.slice(at)
    case 5:
      return text.slice(0, at) + String.fromCharCode(chance.below(0x10000)) + text.slice(at + 1)
    case 6:
      return text.slice(0, from) + other.slice(chance.below(other.length + 1))
    default:
      return text.split('\n').map((line) => (chance.happens(0.02) ? line.split('').reverse().join('') : line)).join('\n')
  }
}
