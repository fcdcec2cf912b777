/** The stage that divides the paragraphs and notes of a tree into sentences. */
export type { AddedAbbreviation } from '../language/abbreviation.ts'
export { parseAbbreviations } from './parse-abbreviations.ts'
export { parseNlcst, treeToNlcst } from './nlcst.ts'
export { segment } from './segment.ts'
export { splitSentences, type Span } from './split-sentences.ts'
