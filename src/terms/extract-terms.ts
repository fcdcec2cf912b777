/** Candidates for terms in two to six languages, from units that say the same. */
import type { LanguageTag } from '../language/tag.ts'
import { primaryLanguage } from '../language/tag.ts'
import { joinSegments } from '../tree/segments.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { citationOf, formOf, isPairOfAdjectives } from './citation.ts'
import { pairTerms, wordLinks } from './pair-terms.ts'
import { phraseTable, termhood, type Phrase, type PhraseTable } from './phrase-table.ts'

/** A concept with what the languages call it. */
export interface Term {
  /** The source first, then as they were asked for; languages without a sure translation are missing. */
  names: Record<LanguageTag, string>
  /** How often the source name was seen, in all its forms. */
  count: number
  /** Documents that have it; 1 where the memory does not tell them apart. */
  documents: number
  /** 0 to 1, the lowest of its translations. */
  sure: number
  /** Rank: how much of a term it is, and how sure. */
  worth: number
  /** The texts of a unit that has the names, the shortest. */
  example: Record<LanguageTag, string>
}

export interface TermOptions {
  from: LanguageTag
  to: readonly LanguageTag[]
  /** Units in which a term and its translation must stand together: 3. */
  minCount?: number
  /** Most terms: 2000. */
  limit?: number
}

/** A unit, and the document that it is from. */
export interface UnitOfDocument {
  unit: Unit
  document: DocumentRecord
}

/** What a language calls a concept, how surely, and the units that have both names. */
interface Name {
  name: string
  sure: number
  units: number[]
}

/** Terms of units, the best first. Deterministic; needs memory for the phrases of all texts. */
export function extractTerms(given: readonly UnitOfDocument[], { from, to, minCount = 3, limit = 2000 }: TermOptions): Term[] {
  const units = onceEach(given, [from, ...to])
  const textsIn = (code: LanguageTag): string[] => units.map(({ unit }) => joinSegments(unit.versions[code]?.segments ?? [], code))
  const sources = textsIn(from)
  const source = phraseTable(sources, primaryLanguage(from), minCount)
  const named = new Map<string, Map<LanguageTag, Name>>()
  for (const code of to) {
    const targets = textsIn(code)
    const target = phraseTable(targets, primaryLanguage(code), minCount)
    const links = wordLinks(primaryLanguage(from), primaryLanguage(code), distinct(sources, targets))
    for (const { source: key, target: other, units: both, sure } of pairTerms(source, target, links, minCount)) {
      const phrase = target.phrases.get(other)
      if (!phrase) continue
      const names = named.get(key) ?? new Map<LanguageTag, Name>()
      named.set(key, names.set(code, { name: citationOf(formOf(phrase, primaryLanguage(code)), primaryLanguage(code)), sure, units: both }))
    }
  }
  const terms = [...named].flatMap(([key, names]) => termOf(key, names, source, units, from) ?? [])
  return terms.sort((a, b) => b.worth - a.worth || ((a.names[from] ?? '') < (b.names[from] ?? '') ? -1 : 1)).slice(0, limit)
}

/** Units without those that repeat another in these languages: a formula that stands everywhere is one. */
function onceEach(units: readonly UnitOfDocument[], languages: readonly LanguageTag[]): UnitOfDocument[] {
  const seen = new Set<string>()
  return units.filter(({ unit }) => {
    const key = JSON.stringify(languages.map((code) => unit.versions[code]?.segments))
    return seen.size < seen.add(key).size
  })
}

function distinct(sources: readonly string[], targets: readonly string[]): Array<readonly [string, string]> {
  const seen = new Set<string>()
  return sources.flatMap((text, unit) => {
    const other = targets[unit] ?? ''
    const key = `${text}\t${other}`
    if (text === '' || other === '' || seen.has(key)) return []
    seen.add(key)
    return [[text, other] as const]
  })
}

function termOf(key: string, found: ReadonlyMap<LanguageTag, Name>, { phrases }: PhraseTable, units: readonly UnitOfDocument[], from: LanguageTag): Term | undefined {
  const phrase = phrases.get(key)
  if (!phrase || !isTermLike(phrase, [...found.values()].map(({ name }) => name))) return undefined
  const own = citationOf(formOf(phrase, primaryLanguage(from)), primaryLanguage(from))
  const names = { [from]: own, ...Object.fromEntries([...found].map(([code, { name }]) => [code, name])) }
  if (Object.entries(names).some(([code, name]) => isPairOfAdjectives(name, primaryLanguage(code)))) return undefined
  const sure = Math.min(...[...found.values()].map((each) => each.sure))
  const sets = [...found.values()].map((each) => new Set(each.units))
  const common = phrase.texts.filter((unit) => sets.every((set) => set.has(unit)))
  const places = common.length > 0 ? common : [...(found.values().next().value?.units ?? [])]
  const textIn = (code: LanguageTag, unit: number): string => joinSegments(units[unit]?.unit.versions[code]?.segments ?? [], code)
  const textsOf = (unit: number): Record<LanguageTag, string> => Object.fromEntries([from, ...found.keys()].map((code) => [code, textIn(code, unit)]))
  const lengthOf = (unit: number): number => Object.values(textsOf(unit)).join('').length
  const example = places.reduce((best, unit) => (lengthOf(unit) < lengthOf(best) ? unit : best), places[0] ?? 0)
  const documents = new Set(phrase.texts.map((unit) => units[unit]?.document.symbol ?? units[unit]?.document.name ?? '')).size
  return { names, count: phrase.count, documents, sure, worth: sure * sure * Math.log1p(termhood(phrase)), example: textsOf(example) }
}

/** Terms of several words, in the source or in a translation: single words that are single everywhere are what dictionaries have. */
function isTermLike({ stems }: Phrase, names: readonly string[]): boolean {
  return stems.length > 1 || names.some((name) => /\p{L}[ '’-]\p{L}/u.test(name))
}
