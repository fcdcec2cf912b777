import type { Source } from '../../source/source.ts'
import type { LanguageCode } from '../../language/code.ts'
import { codeUnitTable } from '../../language/code-unit-table.ts'
import { replaceAll, type MappedText } from '../../tree/mapped-text.ts'
import { closeArabicSpaces } from './close-arabic-spaces.ts'
import { closeHanSpaces } from './close-han-spaces.ts'
import { closeSymbolSpace } from './close-symbol-space.ts'
import { collapseSpaces } from './collapse-spaces.ts'
import { composeAccents } from './compose-accents.ts'
import { dropBidiMark } from './drop-bidi-mark.ts'
import { dropFrame } from './drop-frame.ts'
import { dropKashida } from './drop-kashida.ts'
import { dropMarkdownMark } from './drop-markdown-mark.ts'
import { dropSoftHyphen } from './drop-soft-hyphen.ts'
import { dropTatweel } from './drop-tatweel.ts'
import { foldFullWidth } from './fold-full-width.ts'
import { foldLigature } from './fold-ligature.ts'
import { foldPersianLetter } from './fold-persian-letter.ts'
import { foldPresentationForm } from './fold-presentation-form.ts'
import { markBrokenWord } from './mark-broken-word.ts'
import { faceBrackets } from './face-brackets.ts'
import { reorderEmbedded } from './reorder-embedded.ts'
import { reorderFields } from './reorder-fields.ts'
import { reorderGroups, reorderShortGroups } from './reorder-groups.ts'
import { reorderLetters } from './reorder-letters.ts'
import { reorderPlain, reorderPlainLines } from './reorder-plain.ts'
import { reorderResolution } from './reorder-resolution.ts'
import { reorderSentence } from './reorder-sentence.ts'
import { reorderSymbol } from './reorder-symbol.ts'
import { reorderWords } from './reorder-words.ts'
import { foldRadical } from './fold-radical.ts'
import { restoreHyphen } from './restore-hyphen.ts'
import type { CharacterRule } from './rule.ts'
import { swapLamAlef } from './swap-lam-alef.ts'
import { swapLamAlefInside } from './swap-lam-alef-inside.ts'

/**
 * The rules in order. What stands inside of words goes first, for it parts them; then order of reading, for marks of direction and shapes tell it;
 * then invisible characters go, for they part what other rules look for; shapes become letters
 * before letters are put in order; spaces come last, for the others may leave some.
 */
export const characterRules: readonly CharacterRule[] = [
  dropKashida,
  reorderFields,
  reorderEmbedded,
  reorderWords,
  reorderLetters,
  reorderPlain,
  reorderPlainLines,
  reorderSentence,
  reorderGroups,
  reorderShortGroups,
  reorderSymbol,
  reorderResolution,
  faceBrackets,
  dropFrame,
  dropMarkdownMark,
  dropBidiMark,
  markBrokenWord,
  dropSoftHyphen,
  restoreHyphen,
  foldPresentationForm,
  composeAccents,
  foldLigature,
  foldFullWidth,
  foldRadical,
  dropTatweel,
  foldPersianLetter,
  swapLamAlefInside,
  swapLamAlef,
  closeHanSpaces,
  closeArabicSpaces,
  closeSymbolSpace,
  collapseSpaces
]

/** What no rule but those on spaces could touch: most Latin and Cyrillic lines. */
const plain = /[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u0400-\u052F\u2010-\u2027\u2030-\u205E№€]/

/** A character that is not plain, and any character at all. */
const [odd, met] = [1, 2]

/** A bit for each rule that needs some character; a code unit has 30 for all of them. */
const bitOf = new Map(characterRules.filter(({ needs }) => needs !== undefined).map((rule, index) => [rule, 4 << index]))

/** For each code unit the rules that need it, a bit each, `met`, and `odd` where it is not plain. */
const needsOf = codeUnitTable((character) => {
  let all = plain.test(character) ? met : met | odd
  for (const [{ needs }, bit] of bitOf) if (needs?.test(character)) all |= bit
  return all
})

/** The bits of all characters of a line. */
function bitsOf(value: string): number {
  let all = 0
  for (let index = 0; index < value.length; index++) all |= needsOf(value.charCodeAt(index))
  return all
}

/** How the lines of one document are repaired. */
export interface CharacterRepair {
  /** Repairs the characters of a line by the rules that the document calls for; each repair is on record, white space aside. */
  repair: (line: MappedText) => MappedText
  /** Whether a rule is among them that turns something round. */
  turns: boolean
  /** Whether the document gives its letters as they are seen, from left to right. */
  seenFromLeft: boolean
  /** Whether it gives some lines so and some as they are read: those that show neither cannot be told. */
  bothOrders: boolean
}

export function characterRepair({ text: raw, marked }: Pick<Source, 'marked' | 'text'>, language: LanguageCode): CharacterRepair {
  const rules = characterRules.flatMap((rule) => {
    const called = (rule.languages?.includes(language) ?? true) && (!rule.marked || marked === true) && (rule.appliesTo?.(raw) ?? true)
    return called ? { rule, bit: bitOf.get(rule) ?? met } : []
  })
  // Nearly all lines have spaces; those with tabs are not plain.
  const own = rules.reduce((all, { rule, bit }) => (rule.needs && rule !== collapseSpaces ? all | bit : all), odd)
  const has = (wanted: CharacterRule): boolean => rules.some(({ rule }) => rule === wanted)
  const repair = (line: MappedText): MappedText => {
    let there = bitsOf(line.value)
    if (language !== 'ar' && (there & own) === 0) return line.value.includes('  ') ? apply(line, collapseSpaces) : line
    let text = line
    for (const { rule, bit } of rules) {
      if ((there & bit) === 0) continue
      const next = apply(text, rule)
      if (next !== text) there = bitsOf(next.value)
      text = next
    }
    return text
  }
  return { repair, turns: rules.some(({ rule }) => rule.turns !== undefined), seenFromLeft: has(reorderLetters), bothOrders: has(reorderPlainLines) }
}

function apply(text: MappedText, rule: CharacterRule): MappedText {
  return replaceAll(text, rule.pattern, rule.space ? undefined : rule.name, rule.replace)
}
