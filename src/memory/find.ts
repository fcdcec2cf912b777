/** Finds units by what they say. */
import { byCodeUnits } from '../language/code-unit-order.ts'
import type { LanguageTag } from '../language/tag.ts'
import { joinSegments } from '../tree/segments.ts'
import { findPhrase } from './concordance.ts'
import { changesOf } from './distance.ts'
import { dateOf, type Entry } from './entry.ts'
import type { ConcordanceOptions, FindOptions, FoundUnit, Match, Occurrence } from './found.ts'
import { leastMin } from './least-min.ts'
import type { Sight } from './sight.ts'
import { similarTexts, type SimilarText } from './similar.ts'
import type { Store } from './store.ts'
import { readPackedUnits, unpackUnits, type PackedStoredUnit, type StoredUnit } from './stored-unit.ts'
import { learnTranslation, mostSampled, type Translations } from './translation.ts'
import type { View } from './view.ts'
import { readWords } from './words.ts'

/** Units of a text that are looked at: of a formula there are thousands. */
const mostUses = 200

/** The same of a text that is not shown, and tells how a phrase is said. */
const fewUses = 4

const ignored = (): void => undefined

/** Texts that are like a text: the same, the same but for numbers and case, then by the words that differ. */
export async function findMatches(view: View, text: string, options: FindOptions): Promise<Match[]> {
  const { min = 0.7, limit = 10, from, mostRead, stopped = ignored, to: wanted, ...filter } = options
  const to = wanted && view.languageOf(wanted)
  if (!(min >= leastMin && min <= 1)) throw new RangeError(`Unexpected least score ${min}, expected ${leastMin} to 1`)
  const matches: Like[] = []
  const needed = (): number => (matches.length < limit ? 0 : (matches[limit - 1]?.score ?? 0))
  const sight = view.sight(filter)
  for (const language of view.languagesToSearch(from)) {
    const index = await (await view.index()).language(language)
    for await (const batch of similarTexts(view.store, index, { text, language, min, mostRead }, needed, stopped)) {
      const good = batch.filter(({ score }) => score >= min).sort((a, b) => b.score - a.score)
      // The best ones first: what cannot be among those wanted any more is not asked where it stands.
      for (let at = 0; at < good.length; ) {
        const part = good.slice(at, (at += Math.max(limit, leastAsked))).filter(({ score }) => score >= needed())
        if (part.length === 0) break
        const unitsOf = await findUses(view.store, part.map(({ id }) => id), { sight, from: language, to, most: mostUses })
        for (const like of part) {
          const units = unitsOf.get(like.id)
          if (units) matches.push({ ...like, language, units })
        }
        matches.sort(better)
      }
    }
  }
  const best = matches.slice(0, limit)
  const unitsOf = await unpackUses(view.store, best, sight)
  return best.map((like): Match => {
    const { language, text: found, score, kind } = like
    return { language, text: found, score, kind, changes: kind === 'exact' ? [] : changesOf(readWords(text, language), readWords(found, language)), units: unitsOf.get(like) ?? [] }
  })
}

/** Texts whose units are asked for at once, at least. */
const leastAsked = 8

/** A text that is like the one asked for, before its units are read. */
interface Like extends SimilarText, Used {
  language: LanguageTag
}

/** What has units that are still to be read. */
interface Used {
  /** Those of the newest documents first. */
  units: PackedStoredUnit[]
}

/** Texts in which a word or a phrase stands, the last ones added first. */
export async function findOccurrences(view: View, phrase: string, options: ConcordanceOptions): Promise<Occurrence[]> {
  const { limit = 10, from, mostRead, translate = false, stopped = ignored, to: asked, ...filter } = options
  const to = asked && view.languageOf(asked)
  const sight = view.sight(filter)
  const found: Occurrence[] = []
  for (const language of view.languagesToSearch(from)) {
    const used: Array<Omit<Occurrence, 'units'> & Used> = []
    const known = translate ? view.translations(JSON.stringify([phrase, language, to, mostRead, filter])) : undefined
    // What is not shown tells how the phrase is said, once for as long as nobody writes.
    const wanted = known?.size === 0 ? Math.max(limit, mostSampled) : limit
    const index = await (await view.index()).language(language)
    for await (const batch of findPhrase(view.store, index, { phrase, language, mostRead }, stopped)) {
      for (let at = 0; at < batch.length && used.length < wanted; ) {
        const isShown = used.length < limit
        const part = batch.slice(at, (at += (isShown ? limit : wanted) - used.length))
        const unitsOf = await findUses(view.store, part.map(({ id }) => id), { sight, from: language, to, most: isShown ? mostUses : fewUses })
        for (const { id, text, places } of part) {
          const units = unitsOf.get(id)
          if (units) used.push({ language, text, places, units })
        }
      }
      if (used.length >= wanted) break
    }
    const unitsOf = await unpackUses(view.store, used, sight)
    const ofLanguage = used.map((each): Occurrence => ({ language, text: each.text, places: each.places, units: unitsOf.get(each) ?? [] }))
    if (known) await markTranslations(view, ofLanguage, { from: language, to, limit, known })
    found.push(...ofLanguage.slice(0, limit))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

/** Marks where the phrase of some texts is said in another language of their units, or in all of them, of so many texts. */
async function markTranslations(
  view: View,
  occurrences: readonly Occurrence[],
  { from, to, limit, known }: { from: LanguageTag; to: LanguageTag | undefined; limit: number; known: Translations }
): Promise<void> {
  if (known.size === 0) {
    const learned: Translations = new Map()
    const sampled = occurrences.slice(0, mostSampled).flatMap(({ units }) => (units[0] ? [units[0].unit] : []))
    for (const other of to === undefined ? new Set(sampled.flatMap(({ versions }) => Object.keys(versions))) : [to]) {
      if (other === from) continue
      const beside = new Set(sampled.flatMap(({ versions }) => (versions[other] ? [joinSegments(versions[other].segments, other)] : [])))
      learned.set(other, await learnTranslation(beside, other, await (await view.index()).language(other)))
    }
    // At once: somebody else may ask for the same meanwhile.
    for (const [other, finder] of learned) known.set(other, finder)
  }
  const shown = occurrences.slice(0, limit).flatMap(({ units }) => units)
  for (const [other, finder] of known) {
    if (!finder) continue
    for (const found of shown) {
      const version = found.unit.versions[other]
      const places = version ? finder(joinSegments(version.segments, other)) : []
      if (places.length > 0) found.translated = { ...found.translated, [other]: places }
    }
  }
}

/** How to look for units. */
interface UsesWanted {
  sight: Sight
  from: LanguageTag
  to: LanguageTag | undefined
  /** Units of a text that are looked at. */
  most: number
}

/** Units to be seen that have a text, by the ids of the texts, those of the newest documents first. */
async function findUses(store: Store, texts: readonly number[], { sight, from, to, most }: UsesWanted): Promise<Map<number, PackedStoredUnit[]>> {
  if (texts.length === 0) return new Map()
  const rows = (await store.uses(texts, most)).filter(([, , entry]) => {
    const known = sight.entries.get(entry)
    return known !== undefined && sight.hasEntry(known)
  })
  const stored = new Map((await readPackedUnits(store, [...new Set(rows.map(([, unit]) => unit))], sight.entries)).map((unit) => [unit.id, unit] as const))
  const byText = new Map<number, PackedStoredUnit[]>()
  for (const [text, id] of rows) {
    const unit = stored.get(id)
    if (!unit || !sight.hasUnit(unit.unit, id) || (to !== undefined && (to === from || unit.unit.versions[to] === undefined))) continue
    const known = byText.get(text)
    if (known) known.push(unit)
    else byText.set(text, [unit])
  }
  for (const units of byText.values()) units.sort(newest)
  return byText
}

/** Reads units with their texts: of what was found, as late as can be, as many texts as units have languages. */
async function unpackUses<Found extends Used>(store: Store, found: readonly Found[], sight: Sight): Promise<Map<Found, FoundUnit[]>> {
  const units = new Map<number, PackedStoredUnit>()
  for (const { units: each } of found) for (const unit of each) units.set(unit.id, unit)
  const unpacked = new Map((await unpackUnits(store, [...units.values()])).map((unit) => [unit.id, unit] as const))
  return new Map(found.map((each) => [each, each.units.flatMap(({ id }) => {
    const unit = unpacked.get(id)
    return unit ? [foundUnit(unit, sight)] : []
  })] as const))
}

function foundUnit({ id, unit, entry }: StoredUnit, sight: Sight): FoundUnit {
  return { unit, document: entry.record, date: dateOf(entry), replacedBy: replacementsOf(sight, entry), amendedBy: sight.amendmentsOf(id).map(({ by }) => by.document) }
}

/** The symbol of what replaces an entry, by language. */
export function replacementsOf(sight: Sight, entry: Entry): Record<LanguageTag, string> {
  return Object.fromEntries([...entry.issues.keys()].flatMap((language) => {
    const by = sight.replacedBy(entry, language)
    return by ? [[language, by.issues.get(language)?.symbol ?? by.document] as const] : []
  }))
}

function better(a: Like, b: Like): number {
  return b.score - a.score || byCodeUnits(newestDate(b), newestDate(a)) || byCodeUnits(a.text, b.text)
}

function newestDate({ units: [first] }: Used): string {
  return first ? dateOf(first.entry) : ''
}

function newest(a: PackedStoredUnit, b: PackedStoredUnit): number {
  return byCodeUnits(dateOf(b.entry), dateOf(a.entry)) || byCodeUnits(a.entry.document, b.entry.document) || a.id - b.id
}
