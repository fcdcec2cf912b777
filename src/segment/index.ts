/** The stage that divides the sentence parents of a tree into sentences. */
export { splitSentences, type Span } from './split-sentences.ts'
