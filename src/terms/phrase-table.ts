/** Rows of words that recur in the texts of a language: what a term may be. */
import { joinAffixes } from './chinese-affix.ts'
import { TermReader, type TermToken } from './token.ts'

/** A row of words that may be a term. */
export interface Phrase {
  /** What its forms have in common, word by word. */
  stems: readonly string[]
  /** Keys of its content words in lexicons. */
  keys: readonly string[]
  /** Keys of affixes, which are parts of words: they translate where they do. */
  affixes: readonly string[]
  /** How often each form was seen, as written. */
  forms: Map<string, number>
  /** The texts that have it, rising, each once. */
  texts: number[]
  count: number
  /** Whether it is the name of somebody or something: none of its words stands anywhere in small letters. */
  isName: boolean
  /** How often it stands inside of a longer phrase that recurs, and in how many of those. */
  nested: number
  longer: number
  /** Different words before it, and behind; see `addNeighbour`. */
  before: Map<string, number>
  behind: Map<string, number>
}

/** Words of a term at most, and those of them that are no links. */
const [mostWords, mostContent] = [10, 7]
/** One Chinese character is a piece of a word, or has more senses than a term. */
const loneCharacter = /^\p{Script=Han}$/u

export interface PhraseTable {
  phrases: ReadonlyMap<string, Phrase>
  /** By text: the keys of its phrases, each once. */
  ofText: ReadonlyArray<readonly string[]>
}

/** The phrases of texts that stand in `least` of them or more. */
export function phraseTable(texts: readonly string[], language: string, least: number): PhraseTable {
  const reader = new TermReader(language)
  const runs = texts.map((text) => reader.read(text))
  if (language === 'zh') joinAffixes(runs)
  if (language === 'en') markInfinitives(runs)
  const counts = new Map<string, number>()
  for (const own of runs) for (const key of new Set(own.flatMap((run) => [...spansOf(run)].map(({ key: each }) => each)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const phrases = new Map<string, Phrase>()
  const small = new Set(runs.flatMap((own, text) => own.flat().filter(({ start }) => !isCapital(texts[text] ?? '', start)).map(({ stem }) => stem)))
  const ofText = runs.map((own, text) => {
    const seen = new Set<string>()
    for (const run of own) {
      for (const { key, start, end } of spansOf(run)) {
        if ((counts.get(key) ?? 0) < least) continue
        addPhrase(phrases, { key, start, end }, run, { written: texts[text] ?? '', text, language, small })
        seen.add(key)
      }
    }
    return [...seen]
  })
  // Chinese words are too short to tell, as they stand beside others nearly always.
  if (language !== 'zh') {
    const isFree = freeEdges(runs, language)
    for (const [key, { stems }] of phrases) if (stems.length > 1 && !isFree(stems)) phrases.delete(key)
  }
  nest(phrases)
  return { phrases, ofText: ofText.map((keys) => keys.filter((key) => phrases.has(key))) }
}

/** Words in front of an infinitive. */
const modal: ReadonlySet<string> = new Set('to will shall should must may might can could would not'.split(' '))
/** Nouns behind which `to` stands in front of nouns, too. */
const nominal: ReadonlySet<string> = new Set('right access freedom relation regard respect according addition due'.split(' '))
/** Uses of a word, and the share of them behind such a word, from which on it is a verb. */
const [fewestVerbs, mostlyVerb] = [2, 0.6]

/** Words that stand mostly where verbs do are no part of a term: `honour to draw`, `opportunity to express`. */
function markInfinitives(runs: ReadonlyArray<ReadonlyArray<TermToken[]>>): void {
  const [all, verbs] = [new Map<string, number>(), new Map<string, number>()]
  for (const run of runs.flat()) {
    for (const [at, { stem }] of run.entries()) {
      all.set(stem, (all.get(stem) ?? 0) + 1)
      if (modal.has(run[at - 1]?.stem ?? '') && !nominal.has(run[at - 2]?.stem ?? '')) verbs.set(stem, (verbs.get(stem) ?? 0) + 1)
    }
  }
  for (const token of runs.flat(2)) {
    const count = verbs.get(token.stem) ?? 0
    if (count >= fewestVerbs && count >= mostlyVerb * (all.get(token.stem) ?? 0)) token.isStop = true
  }
}

/** Languages in which what tells more of a noun stands behind it. */
const nounsFirst: ReadonlySet<string> = new Set(['ar', 'es', 'fr'])
/**
 * Uses of a word from which on they tell, and shares of them without another word of a term beside it: so few on the noun's side,
 * and so many on the other one, has an adjective.
 */
const [fewestUses, leastFree, mostFree] = [4, 0.2, 0.3]

/**
 * Tells whether a phrase may end where it does (in French, Spanish and Arabic: begin): a word that nearly always stands in front of
 * another one (behind it) is an adjective, and its noun is missing.
 */
function freeEdges(runs: ReadonlyArray<ReadonlyArray<readonly TermToken[]>>, language: string): (stems: readonly string[]) => boolean {
  const isFirst = nounsFirst.has(language)
  const uses = new Map<string, { count: number; free: number; open: number }>()
  for (const run of runs.flat()) {
    for (const [at, { stem, isStop }] of run.entries()) {
      if (isStop) continue
      const [noun, other] = isFirst ? [run[at - 1], run[at + 1]] : [run[at + 1], run[at - 1]]
      const seen = uses.get(stem) ?? { count: 0, free: 0, open: 0 }
      uses.set(stem, { count: seen.count + 1, free: seen.free + isEdge(noun), open: seen.open + (isFirst && other?.isLink === true ? 0 : isEdge(other)) })
    }
  }
  return (stems) => {
    const { count, free, open } = uses.get((isFirst ? stems[0] : stems.at(-1)) ?? '') ?? { count: 0, free: 0, open: 0 }
    return count < fewestUses || free >= leastFree * count || open < mostFree * count
  }
}

/** A row of words of a run: `[start, end)`, and what its forms have in common. */
interface Span {
  key: string
  start: number
  end: number
}

/**
 * Rows of words of a run that neither begin nor end with a word of grammar, have none inside but those that link nouns, and take
 * apart nothing that a hyphen joins.
 */
function* spansOf(run: readonly TermToken[]): Generator<Span, void, undefined> {
  for (let start = 0; start < run.length; start++) {
    const first = run[start]
    if (first === undefined || first.isStop || first.isNoFirst || first.isJoined) continue
    let [key, content] = ['', 0]
    for (let end = start + 1; end <= Math.min(run.length, start + mostWords); end++) {
      const last = run[end - 1]
      if (last === undefined || (last.isStop && !last.isLink && !last.isJoined)) break
      if (!last.isStop && !last.isJoined) content++
      if (content > mostContent) break
      key += `${key === '' ? '' : ' '}${last.stem}`
      if (!last.isStop && !last.isNoLast && run[end]?.isJoined !== true && !loneCharacter.test(key)) yield { key, start, end }
    }
  }
}

/** 1 where no word of a term stands there. */
function isEdge(token: TermToken | undefined): number {
  return token === undefined || token.isStop ? 1 : 0
}

/** Where a phrase stands. */
interface Place {
  written: string
  text: number
  language: string
  /** Words that stand somewhere in small letters. */
  small: ReadonlySet<string>
}

const capital = /^\p{Lu}/u

function isCapital(text: string, at: number): boolean {
  return capital.test(text.slice(at, at + 2))
}

function addPhrase(phrases: Map<string, Phrase>, { key, start, end }: Span, run: readonly TermToken[], { written, text, language, small }: Place): void {
  let phrase = phrases.get(key)
  const tokens = run.slice(start, end)
  if (!phrase) {
    const keysOf = (isAffix: boolean): string[] => tokens.filter((token) => !token.isStop && token.isAffix === isAffix).map((token) => token.key)
    const words = { stems: tokens.map(({ stem }) => stem), keys: keysOf(false), affixes: keysOf(true) }
    const isName = tokens.every(({ stem, isStop }) => isStop || !small.has(stem))
    phrase = { ...words, isName, forms: new Map(), texts: [], count: 0, nested: 0, longer: 0, before: new Map(), behind: new Map() }
    phrases.set(key, phrase)
  }
  const form = written.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
  phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1)
  phrase.count++
  if (phrase.texts.at(-1) !== text) phrase.texts.push(text)
  addNeighbour(phrase.before, nounsFirst.has(language) ? beyondLinks(run, start - 1, -1) : wordOf(run[start - 1]), text)
  addNeighbour(phrase.behind, beyondLinks(run, end, 1), text)
}

/** Chinese characters that are words of grammar, or a part of a noun: `中非共和国`, `所有权`. */
const ambiguous: ReadonlySet<string> = new Set('中 会 所 小 大 有 间 上 下 内 外 前 后 地'.split(' '))

/** Links between equals, as stems; of Chinese ones none leads on. */
const coordinating: ReadonlySet<string> = new Set('and or et ou y e o u и или و او 的 和 与 及 或 对 在 之 非 间 内 外 上 下 中'.split(' '))

/** Words of grammar, and edges, are another neighbour each time. */
function addNeighbour(seen: Map<string, number>, word: string | undefined, text: number): void {
  const stem = word ?? `^${text}`
  seen.set(stem, (seen.get(stem) ?? 0) + 1)
}

function wordOf(token: TermToken | undefined): string | undefined {
  return token === undefined || (token.isStop && !ambiguous.has(token.stem)) ? undefined : token.stem
}

/**
 * What stands behind a phrase, or in front of it where nouns come first; links lead on to the word beyond them, but for those between
 * equals: `Law | of the Sea`, `Programme d’ | action`.
 */
function beyondLinks(run: readonly TermToken[], start: number, step: 1 | -1): string | undefined {
  let [at, links] = [start, '']
  for (let token = run[at]; token?.isStop === true && token.isLink && !coordinating.has(token.stem); token = run[at]) {
    links += `${token.stem} `
    at += step
  }
  const word = wordOf(run[at])
  return word === undefined ? undefined : links + word
}

/** Counts for each phrase how often it stands inside of longer ones. */
function nest(phrases: ReadonlyMap<string, Phrase>): void {
  for (const { stems, count } of phrases.values()) {
    const inside = new Set<string>()
    for (let start = 0; start < stems.length; start++) {
      for (let end = start + 1; end <= stems.length; end++) if (end - start < stems.length) inside.add(stems.slice(start, end).join(' '))
    }
    for (const key of inside) {
      const part = phrases.get(key)
      if (!part) continue
      part.nested += count
      part.longer++
    }
  }
}

/** Entropy of neighbours, in nats: 0 where the same word always stands there, and the phrase is a piece of one. */
export function entropyOf(neighbours: ReadonlyMap<string, number>): number {
  let [total, sum] = [0, 0]
  for (const count of neighbours.values()) {
    total += count
    sum += count * Math.log(count)
  }
  return total === 0 ? 0 : Math.log(total) - sum / total
}

/** C-value (Frantzi and others 2000): long and frequent, and not only as a part of longer ones; of single words, too. */
export function termhood({ stems, count, nested, longer }: Phrase): number {
  return Math.log2(stems.length + 1) * (longer === 0 ? count : count - Math.min(count, nested / longer))
}
