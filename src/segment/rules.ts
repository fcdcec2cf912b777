/** The abbreviations of a language, indexed for the scanner. */
import { abbreviationKinds, abbreviations, latinAbbreviations, type AbbreviationKind, type AddedAbbreviation } from '../language/abbreviation.ts'
import type { LanguageCode } from '../language/code.ts'

/** What the decisions of one language look up; all keys in lower case. */
export interface Rules {
  language: LanguageCode
  /** Kinds of an abbreviation, without its last full stop. One may have several. */
  kinds: ReadonlyMap<string, ReadonlySet<AbbreviationKind>>
  /** UTF-16 units of the longest abbreviation. */
  longestAbbreviation: number
  starters: ReadonlySet<string>
  designators: ReadonlySet<string>
  adverbials: ReadonlySet<string>
  carriers: ReadonlySet<string>
  plurals: ReadonlySet<string>
  conjunctions: ReadonlySet<string>
}

/** Languages whose documents hold names and symbols in Latin letters as foreign matter. */
const borrowing: ReadonlySet<LanguageCode> = new Set(['ar', 'ru', 'zh'])

function build(language: LanguageCode, added: readonly AddedAbbreviation[]): Rules {
  const own = abbreviations[language]
  const borrowed = borrowing.has(language)
  const kinds = new Map<string, Set<AbbreviationKind>>()
  for (const name of abbreviationKinds) {
    for (const word of borrowed ? [...own[name], ...latinAbbreviations[name]] : own[name]) {
      const known = kinds.get(word)
      if (known) known.add(name)
      else kinds.set(word, new Set([name]))
    }
  }
  // What the user says of a word goes before what the lists say.
  const theirs = added.filter((each) => each.language === language || each.language === '*')
  for (const { word } of theirs) kinds.delete(word)
  for (const { word, kind } of theirs) kinds.set(word, new Set([...(kinds.get(word) ?? []), kind]))
  return {
    language,
    kinds,
    longestAbbreviation: Math.max(...[...kinds.keys()].map((word) => word.length), 5),
    starters: new Set(borrowed ? [...own.starters, ...latinAbbreviations.starters] : own.starters),
    designators: new Set(own.designators),
    adverbials: new Set(own.adverbials),
    carriers: new Set(own.carriers),
    plurals: new Set(own.plurals),
    conjunctions: new Set(own.conjunctions)
  }
}

const none: readonly AddedAbbreviation[] = []
const built = new WeakMap<readonly AddedAbbreviation[], Map<LanguageCode, Rules>>()

/** The rules of a language, with the abbreviations that a user adds; built once for each list of those. */
export function rulesOf(language: LanguageCode, added = none): Rules {
  const byLanguage = built.get(added) ?? new Map<LanguageCode, Rules>()
  built.set(added, byLanguage)
  const rules = byLanguage.get(language) ?? build(language, added)
  byLanguage.set(language, rules)
  return rules
}
