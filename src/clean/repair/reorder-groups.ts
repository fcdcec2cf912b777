import type { CharacterRule } from './rule.ts'

/** No number begins with a zero and has a group of three digits behind it. */
const sure = /(?<![\d.,+])(?<!\d )0\d{2}(?:[ \u00A0]\d{3}){0,3}[ \u00A0][1-9]\d{0,2}(?![ \u00A0.,]?\d)/g

const turn = ([number]: RegExpExecArray): string => number.split(/(?=[ \u00A0])|(?<=[ \u00A0])/).reverse().join('')

/** Groups of three digits from left to right: `000 100` for 100 000. */
export const reorderGroups: CharacterRule = { name: 'reorder-groups', turns: 'number', pattern: sure, replace: turn, languages: ['ar'] }

/** Three digits and then fewer, `250 1`: a number from left to right only in a document that has sure ones. */
export const reorderShortGroups: CharacterRule = {
  name: 'reorder-groups',
  turns: 'number',
  pattern: /(?<![\d.,+/])(?<!\d )[1-9]\d{2}(?:[ \u00A0]\d{3}){0,3}[ \u00A0][1-9]\d?(?![ \u00A0.,/]?\d)/g,
  replace: turn,
  languages: ['ar'],
  appliesTo: (raw) => raw.search(sure) >= 0
}
