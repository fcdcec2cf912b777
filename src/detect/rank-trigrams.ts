import { francAll } from 'franc'
import type { LanguageCode, Script } from '../language/code.ts'

/** Languages by their trigrams. */
export interface TrigramRanks {
  /** Scores of those of the six that are written in the script, 1 for the language that fits best of all. */
  scores: ReadonlyMap<LanguageCode, number>
  /** English name of the language that fits best, where it is none of the six. */
  foreign: string | undefined
}

/** Codes of franc, which stay inside this stage. */
const codes: Readonly<Record<string, LanguageCode>> = { arb: 'ar', eng: 'en', fra: 'fr', rus: 'ru', spa: 'es' }

/**
 * Languages that compete with those of the six in their script. Those of many speakers, or of United Nations texts: with all
 * 187 that franc knows, Scots and creoles win over short English and French.
 */
export const competitors: Readonly<Record<Exclude<Script, 'Han'>, readonly string[]>> = {
  Arabic: ['arb', 'ckb', 'pbu', 'pes', 'prs', 'skr', 'uig', 'urd'],
  Cyrillic: ['rus', 'bel', 'bul', 'kaz', 'khk', 'kir', 'mkd', 'srp', 'tgk', 'ukr'],
  Latin:
    'eng fra spa afr als azj cat ces dan deu epo fin glg hau hrv hun ind ita kin lit lvs nld nob pol por ron slk slv som swe swh tgl tur uzn vie zul'.split(' ')
}

/** Ranks the languages of a script by the trigrams of words. */
export function rankTrigrams(words: string, script: Exclude<Script, 'Han'>): TrigramRanks {
  const ranks = francAll(words, { only: [...competitors[script]], minLength: 1 })
  const [best = ''] = ranks[0] ?? []
  return {
    scores: new Map(ranks.flatMap(([code, score]) => (codes[code] ? [[codes[code], score]] : []))),
    foreign: best === 'und' || best in codes ? undefined : new Intl.DisplayNames('en', { type: 'language' }).of(best)
  }
}
