import { data as models } from 'franc/data.js'
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

/** UTF-16 code units of a text that are looked at: more do not change the ranks. */
const looked = 2048
/** What a trigram counts for that a language does not have. */
const unknown = 300

/**
 * Ranks the languages of a script by the trigrams of words, as franc does: by how far the place of each trigram in the model of
 * a language is from how often it comes. franc itself makes a table of every model before it looks at a text, which takes longer
 * than the look.
 */
export function rankTrigrams(words: string, script: Exclude<Script, 'Han'>): TrigramRanks {
  const text = words.slice(0, looked)
  const counts = countTrigrams(text)
  if (counts.size === 0) return { scores: new Map(), foreign: undefined }
  const distances = competitors[script].map((code) => ({ code, distance: distanceTo(models[script]?.[code] ?? '', counts) }))
  const [best] = distances.toSorted((a, b) => a.distance - b.distance)
  const nearest = best?.distance ?? 0
  const scale = text.length * unknown - nearest
  const own = distances.flatMap(({ code, distance }) => (codes[code] ? [[codes[code], 1 - (distance - nearest) / scale || 0] as const] : []))
  return { scores: new Map(own), foreign: best === undefined || best.code in codes ? undefined : new Intl.DisplayNames('en', { type: 'language' }).of(best.code) }
}

/** How often each trigram of letters comes, the words in small letters with a space around each. */
function countTrigrams(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const letters = ` ${text.replace(/[\s\u0021-\u0040]+/g, ' ').trim().toLowerCase()} `
  for (let at = 0; at + 3 <= letters.length; at++) {
    const trigram = letters.slice(at, at + 3)
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  return counts
}

/** How far a text is from a model: trigrams with a bar between them, the commonest first. */
function distanceTo(model: string, counts: ReadonlyMap<string, number>): number {
  let distance = 0
  let met = 0
  for (let at = 0; at < model.length; at += 4) {
    const count = counts.get(model.slice(at, at + 3))
    if (count === undefined) continue
    distance += Math.abs(count - at / 4 - 1)
    met++
  }
  return distance + (counts.size - met) * unknown
}
