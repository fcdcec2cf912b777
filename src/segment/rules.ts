/** The abbreviations of a language, indexed for the scanner. */
import { abbreviations, latinAbbreviations, type AbbreviationKind } from '../language/abbreviation.ts'
import type { LanguageCode } from '../language/code.ts'

/** What the decisions of one language look up; all keys in lower case. */
export interface Rules {
  language: LanguageCode
  /** Kinds of an abbreviation, without its last full stop. One may have several. */
  kinds: ReadonlyMap<string, ReadonlySet<AbbreviationKind>>
  /** UTF-16 units of the longest abbreviation. */
  longest: number
  starters: ReadonlySet<string>
  designators: ReadonlySet<string>
  adverbials: ReadonlySet<string>
  carriers: ReadonlySet<string>
  plurals: ReadonlySet<string>
  conjunctions: ReadonlySet<string>
}

const names: readonly AbbreviationKind[] = ['doubtful', 'era', 'final', 'number', 'prefix', 'unit']

/** Languages whose documents hold names and symbols in Latin letters as foreign matter. */
const borrowing: ReadonlySet<LanguageCode> = new Set(['ar', 'ru', 'zh'])

function build(language: LanguageCode): Rules {
  const own = abbreviations[language]
  const borrowed = borrowing.has(language)
  const kinds = new Map<string, Set<AbbreviationKind>>()
  for (const name of names) {
    for (const word of borrowed ? [...own[name], ...latinAbbreviations[name]] : own[name]) {
      const known = kinds.get(word)
      if (known) known.add(name)
      else kinds.set(word, new Set([name]))
    }
  }
  return {
    language,
    kinds,
    longest: Math.max(...[...kinds.keys()].map((word) => word.length), 5),
    starters: new Set(borrowed ? [...own.starters, ...latinAbbreviations.starters] : own.starters),
    designators: new Set(own.designators),
    adverbials: new Set(own.adverbials),
    carriers: new Set(own.carriers),
    plurals: new Set(own.plurals),
    conjunctions: new Set(own.conjunctions)
  }
}

const built = new Map<LanguageCode, Rules>()

/** The rules of a language; built once. */
export function rulesOf(language: LanguageCode): Rules {
  const known = built.get(language)
  if (known) return known
  const rules = build(language)
  built.set(language, rules)
  return rules
}
