/** Languages beyond the six: tags of BCP 47, and what a writer or a joiner of segments must know of any of them. */
import { byCodeUnits } from './code-unit-order.ts'
import { languageCodes, languages, isLanguageCode } from './code.ts'

/** A tag of BCP 47: one of the six codes, or any other, such as `de`, `pt-BR` or `zh-Hant`. */
export type LanguageTag = string

/** Whether a string has the form of a tag. */
export function isLanguageTag(value: string): boolean {
  return isLanguageCode(value) || (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value) && canonicalTag(value) !== undefined)
}

/** A tag as it is written: `pt-BR` for `PT-br`; `undefined` for what is none. */
export function canonicalTag(value: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The language of a tag without script and region, `pt` for `pt-BR`: what words and rules are known for. */
export function primaryLanguage(tag: LanguageTag): string {
  return tag.toLowerCase().split(/[-_]/u, 1)[0] ?? ''
}

/** The one of some languages that a tag means: itself, or the only one of the same language, `zh` by `zh-Hans`; `undefined` for none. */
export function languageAmong(known: readonly LanguageTag[], tag: LanguageTag): LanguageTag | undefined {
  if (known.includes(tag)) return tag
  const [first, ...more] = known.filter((each) => primaryLanguage(each) === primaryLanguage(tag))
  return more.length === 0 ? first : undefined
}

/** Tags in the order of every table: the six as in theirs, then the others by their letters. */
export function inOrder(tags: Iterable<LanguageTag>): LanguageTag[] {
  const rank = (tag: LanguageTag): number => (isLanguageCode(tag) ? languageCodes.indexOf(tag) : languageCodes.length)
  return [...new Set(tags)].sort((a, b) => rank(a) - rank(b) || byCodeUnits(a, b))
}

/** Scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** Scripts that do not part words, and so joined segments, by spaces. */
const unspaced: ReadonlySet<string> = new Set(['Bopo', 'Hani', 'Hans', 'Hant', 'Hira', 'Jpan', 'Kana', 'Khmr', 'Laoo', 'Mymr', 'Thai', 'Tibt'])

/** What must be known of a language to write a text in it. */
export interface LanguageTraits {
  /** English name, as messages and pages print it; the tag where it has none. */
  name: string
  direction: 'ltr' | 'rtl'
  /** Whether words, and so joined segments, are parted by spaces. */
  spaced: boolean
}

const traits = new Map<LanguageTag, LanguageTraits>()

/** What must be known of a language to write a text in it; by its usual script where the tag names none. */
export function traitsOf(tag: LanguageTag): LanguageTraits {
  if (isLanguageCode(tag)) return languages[tag]
  let known = traits.get(tag)
  if (!known) {
    const script = canonicalTag(tag) === undefined ? '' : (new Intl.Locale(tag).maximize().script ?? '')
    known = { name: nameOf(tag) ?? tag, direction: rightToLeft.has(script) ? 'rtl' : 'ltr', spaced: !unspaced.has(script) }
    traits.set(tag, known)
  }
  return known
}

/** The name of a language in English, or in itself. */
export function nameOf(tag: LanguageTag, inLanguage = 'en'): string | undefined {
  return canonicalTag(tag) === undefined ? undefined : new Intl.DisplayNames(inLanguage, { type: 'language', fallback: 'none' }).of(tag)
}
