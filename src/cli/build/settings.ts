import { dictionaryPairs, type Dictionary, type LearnedLexicon } from '../../align/index.ts'
import type { JobOptions } from '../../collection/job.ts'

/** All that changes the units of a collection beside its files and what is learned of them; plain JSON. */
export interface Settings {
  /** Of the package. */
  version: string
  options: Omit<JobOptions, 'lang' | 'observe' | 'symbol'>
  dictionaries: Dictionary[]
  lexicons: LearnedLexicon[]
}

/** The word pairs of the user for two languages. */
export function pairsOf({ dictionaries }: Settings): (source: string, target: string) => ReturnType<typeof dictionaryPairs> {
  return (source, target) => dictionaries.flatMap((each) => dictionaryPairs(each, source, target))
}
