/** Learned lexicons as a file, and as a line for people. */
import type { LearnedLexicon } from '../../align/index.ts'

/** The content of a file that `--lexicon` takes. */
export function lexiconText(lexicons: readonly LearnedLexicon[]): string {
  return `${JSON.stringify(lexicons)}\n`
}

/** `en-fr: 812 links from 420 pairs`. */
export function sayLexicon({ source, target, links, pairs }: LearnedLexicon): string {
  return `${source}-${target}: ${links.length} links from ${pairs} pairs`
}
