/** What can be wrong with a unit of a memory, each kind with a name. */
import type { LanguageTag } from '../language/tag.ts'

/** Kinds of faults, the gravest first: of two that explain the same unit the first is said. */
export const faultKinds = [
  { name: 'swapped', title: 'languages swapped', meaning: 'each of two texts is in the language of the other', doubts: true },
  { name: 'language', title: 'wrong language', meaning: 'a text is in another language than it is said to be', doubts: true },
  { name: 'untranslated', title: 'untranslated', meaning: 'the target is the source', doubts: true },
  { name: 'misaligned', title: 'misaligned', meaning: 'the texts have nothing to do with each other: shifted by a row, or paired at random', doubts: true },
  { name: 'truncated', title: 'truncated', meaning: 'a part of one text is missing', doubts: true },
  { name: 'numbers', title: 'numbers differ', meaning: 'a text has numbers that the other lacks', doubts: true },
  { name: 'furniture', title: 'furniture glued on', meaning: 'a symbol, a page or job number, a leader or a label stands at the edge of one text and of no other', doubts: true },
  { name: 'characters', title: 'illegal characters', meaning: 'control characters, halves of characters, text that was decoded wrongly', doubts: true },
  { name: 'markup', title: 'markup in the text', meaning: 'tags or entities that stand in the text as text', doubts: true },
  { name: 'conflict', title: 'other target elsewhere', meaning: 'the same source has other targets in the memory', doubts: false },
  { name: 'duplicate', title: 'duplicate', meaning: 'all texts are those of an earlier unit', doubts: false }
] as const satisfies ReadonlyArray<{ name: string; title: string; meaning: string; doubts: boolean }>

export type FaultKind = (typeof faultKinds)[number]['name']

/** A fault of a unit. */
export interface Fault {
  kind: FaultKind
  /** Index of the unit in the memory, from 0. */
  unit: number
  /** The languages whose texts are at fault; those that disagree where it cannot be told which one is. */
  languages: LanguageTag[]
  /** How sure it is, 0 to 1. */
  sure: number
  /** What was seen, for people. */
  evidence: string
  /** Whether it is certain what the texts should be. */
  certain?: true
}

/** Rounded, so that bytes do not depend on the last bit. */
export function sureOf(odds: number): number {
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}
