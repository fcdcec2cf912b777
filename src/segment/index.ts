/** The stage that divides the paragraphs and notes of a tree into sentences. */
export { retextUn } from './retext-un.ts'
export { segment, segmentBlock, splitBlock, type Leaf, type SliceText } from './segment.ts'
export { splitSentences, type Span } from './split-sentences.ts'
