/** What is wrong in a memory, unit by unit. */
import type { LanguageTag } from '../language/tag.ts'
import { inOrder } from '../language/tag.ts'
import { joinSegments } from '../tree/segments.ts'
import type { Unit } from '../tree/unit.ts'
import { checkLanguage } from './check-language.ts'
import { checkPairs } from './check-pair.ts'
import { findIllegal, findMarkup, type TextFault } from './check-text.ts'
import { faultKinds, sureOf, type Fault, type FaultKind } from './fault.ts'
import { findGlued } from './glued.ts'
import { findNumbers } from './numbers.ts'
import type { PairFault } from './judge-odds.ts'
import { LanguageModel } from './language-model.ts'
import { outvoted } from './outvoted.ts'
import { checkRepeats } from './repeats.ts'

/** Faults of a memory, and what it was seen to hold. */
export interface MemoryCheck {
  units: number
  /** The languages of the memory, in the order of every table. */
  languages: LanguageTag[]
  /** Units a pair, and those of them with a fault that makes them doubtful. */
  pairs: Array<{ source: LanguageTag; target: LanguageTag; units: number; doubtful: number }>
  /** By unit, then as `faultKinds` has them. */
  faults: Fault[]
  /** Texts that it is certain how to repair: by unit, then by language. */
  repairs: ReadonlyMap<number, ReadonlyMap<LanguageTag, string>>
}

/**
 * Share of right units that may be said to be wrong by what the texts have in common; each language has its part of it. Numbers and
 * languages that differ come on top.
 */
const falseAlarms = 0.007

/** Pairs of units below which nothing is said of what belongs together. */
const fewestPairs = 8

type Texts = Map<LanguageTag, string>

/** Checks units. Deterministic; what it keeps is linear in the text. */
export function checkMemory(units: readonly Unit[]): MemoryCheck {
  const texts = units.map(textsOf)
  const model = new LanguageModel()
  for (const each of texts) for (const [code, text] of each) model.add(code, text)
  const repairs = new Map<number, Texts>()
  const faults: Fault[] = [...checkRepeats(texts)]
  for (const [unit, each] of texts.entries()) {
    const own = checkTexts(unit, each)
    faults.push(...own.faults, ...checkLanguage(unit, own.texts, model))
    if (own.repaired.size > 0) repairs.set(unit, own.repaired)
    texts[unit] = own.texts
  }
  const inOther = new Map<number, ReadonlySet<LanguageTag>>()
  for (const { unit, kind, languages } of faults) {
    if (kind === 'swapped' || kind === 'language' || kind === 'untranslated') inOther.set(unit, new Set([...(inOther.get(unit) ?? []), ...languages]))
  }
  const comparable = texts.map((each, unit) => new Map([...each].filter(([code]) => inOther.get(unit)?.has(code) !== true)))
  faults.push(...checkTogether(comparable))
  const rank = (kind: FaultKind): number => faultKinds.findIndex(({ name }) => name === kind)
  faults.sort((a, b) => a.unit - b.unit || rank(a.kind) - rank(b.kind))
  const languages = inOrder(texts.flatMap((each) => [...each.keys()]))
  return { units: units.length, languages, pairs: countPairs(languages, texts, faults), faults, repairs }
}

/** The texts of a unit, in the order of every table: what comes first is the source. */
function textsOf({ versions }: Unit): Texts {
  return new Map(Object.keys(versions).map((code) => [code, joinSegments(versions[code]?.segments ?? [], code)] as const))
}

/** What is wrong with texts one by one; the texts as they should be, and those of them that are repaired. */
function checkTexts(unit: number, given: Texts): { faults: Fault[]; texts: Texts; repaired: Texts } {
  const faults: Fault[] = []
  const texts = new Map(given)
  const repaired: Texts = new Map()
  const repair = (code: LanguageTag, text: string | undefined): void => {
    if (text === undefined || text === '') return
    texts.set(code, text)
    repaired.set(code, text)
  }
  const push = (kind: FaultKind, code: LanguageTag, sure: number, { evidence, repaired: text }: TextFault): number =>
    faults.push({ kind, unit, languages: [code], sure, evidence, ...(text === undefined ? {} : { certain: true }) })
  for (const [code, text] of given) {
    const illegal = findIllegal(text)
    if (illegal) push('characters', code, 1, illegal)
    repair(code, illegal?.repaired)
    const markup = findMarkup(text)
    if (markup) push('markup', code, 0.95, markup)
  }
  for (const [code, text] of [...texts]) {
    const glued = findGlued(text, [...texts].filter(([other]) => other !== code).map(([, other]) => other))
    if (glued) push('furniture', code, 0.95, glued)
    repair(code, glued?.repaired)
  }
  return { faults, texts, repaired }
}

/** A fault between the texts of two languages. */
interface JudgedPair {
  pair: readonly [LanguageTag, LanguageTag]
  found: PairFault
}

/** What is wrong between the texts of units: in all pairs of languages, and then said of those languages that disagree with most. */
function checkTogether(texts: readonly Texts[]): Fault[] {
  const languages = inOrder(texts.flatMap((each) => [...each.keys()]))
  const judged = new Map<number, JudgedPair[]>()
  for (const [index, source] of languages.entries()) {
    for (const target of languages.slice(index + 1)) {
      const members = [...texts.keys()].filter((unit) => isText(texts[unit]?.get(source)) && isText(texts[unit]?.get(target)))
      if (members.length < fewestPairs) continue
      const textsIn = (code: LanguageTag): string[] => members.map((unit) => texts[unit]?.get(code) ?? '')
      for (const [at, found] of checkPairs({ source, target, sources: textsIn(source), targets: textsIn(target), falseAlarms: falseAlarms / (languages.length - 1) }).entries()) {
        if (!found) continue
        const unit = members[at] ?? 0
        judged.set(unit, [...(judged.get(unit) ?? []), { pair: [source, target], found }])
      }
    }
  }
  return texts.flatMap((each, unit) => togetherFaults(unit, each, judged.get(unit) ?? []))
}

function isText(text: string | undefined): boolean {
  return text !== undefined && /\p{L}/u.test(text)
}

function togetherFaults(unit: number, texts: Texts, judged: readonly JudgedPair[]): Fault[] {
  const codes = [...texts.keys()]
  const surest = (list: readonly JudgedPair[]): number => sureOf(Math.max(...list.map(({ found }) => found.odds)))
  const strange = judged.filter(({ found }) => found.kind === 'misaligned')
  const wrong = outvoted(codes, strange.map(({ pair }) => pair))
  const faults: Fault[] = []
  if (wrong.length > 0) {
    const evidence = `${strange.map(({ pair }) => pair.join('-')).join(', ')} have hardly a word in common`
    faults.push({ kind: 'misaligned', unit, languages: wrong, sure: surest(strange), evidence })
  }
  const rest = judged.filter(({ pair, found }) => found.kind === 'truncated' && !pair.some((code) => wrong.includes(code)))
  const lacking = rest.map(({ pair: [source, target], found }) => (found.short === 'source' ? ([source, target] as const) : ([target, source] as const)))
  const short = new Set(lacking.map(([code]) => code))
  if (short.size > 0) {
    const evidence = lacking.map(([code, whole]) => `${code} lacks what ${whole} has`).join(', ')
    faults.push({ kind: 'truncated', unit, languages: codes.filter((code) => short.has(code)), sure: surest(rest), evidence })
  }
  const numbers = numberFault(unit, new Map([...texts].filter(([code]) => !wrong.includes(code) && !short.has(code))))
  return numbers ? [...faults, numbers] : faults
}

function numberFault(unit: number, texts: Texts): Fault | undefined {
  const pairs: Array<readonly [LanguageTag, LanguageTag]> = []
  const seen = new Set<string>()
  const list = [...texts]
  for (const [index, [code, text]] of list.entries()) {
    for (const [other, against] of list.slice(index + 1)) {
      const found = findNumbers(text, against)
      if (!found) continue
      pairs.push([code, other])
      for (const each of found.ours) seen.add(`${code} ${each}`)
      for (const each of found.theirs) seen.add(`${other} ${each}`)
    }
  }
  return pairs.length === 0 ? undefined : { kind: 'numbers', unit, languages: outvoted([...texts.keys()], pairs), sure: 0.9, evidence: [...seen].join(', ') }
}

const doubting: ReadonlySet<FaultKind> = new Set(faultKinds.filter(({ doubts }) => doubts).map(({ name }) => name))

/** Whether a fault makes its unit doubtful: what is said twice, or in two ways, need not be wrong. */
export function isDoubting({ kind }: Fault): boolean {
  return doubting.has(kind)
}

function countPairs(languages: readonly LanguageTag[], texts: readonly Texts[], faults: readonly Fault[]): MemoryCheck['pairs'] {
  const atFault = new Map<number, Set<LanguageTag>>()
  for (const fault of faults) if (isDoubting(fault)) atFault.set(fault.unit, new Set([...(atFault.get(fault.unit) ?? []), ...fault.languages]))
  return languages.flatMap((source, index) =>
    languages.slice(index + 1).flatMap((target) => {
      const members = [...texts.entries()].filter(([, each]) => each.has(source) && each.has(target))
      const doubtful = members.filter(([unit]) => atFault.get(unit)?.has(source) === true || atFault.get(unit)?.has(target) === true)
      return members.length === 0 ? [] : [{ source, target, units: members.length, doubtful: doubtful.length }]
    })
  )
}
