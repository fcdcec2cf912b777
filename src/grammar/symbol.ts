import { foldLookAlikes } from '../language/look-alike.ts'

/** First components of document symbols. Longest first is not needed: a slash or the end must follow. */
const roots =
  'A|S|E|T|ST|CD|DP|TD|HSP|HS|UNEP|CRC|CCPR|CERD|CAT|CEDAW|CMW|CRPD|CED|ICCD|CTOC|CAC|HRI|NPT|SPLOS|FCCC|ECE|ISBA|JIU|PBC|GOV|CTBT|CCW|BWC|APLC|CCM|LOS|ID|IDB|GC|UNW|ITC|DC|ICC|PCNICC|ACC|CEB|ICEF|DTCD|CBD|UNDP|UNFPA|TRADE|TRANS|ENERGY|CES'

const number = '\\d{1,6}(?:-\\d{1,3})?'
const word = '[A-Z][A-Za-z]{0,9}(?:\\.(?:\\d{1,5}[A-Z]?(?:-\\d{1,3})?|[IVXL]{1,5}|[A-Z]{1,2}))?'
const bracket = '(?:\\((?:\\d{1,2}|\\d{4}|[IVXLC]{1,7})\\))?(?:\\[[A-Z]\\])?'
const component = `(?:[A-Z]{1,2}-\\d{1,2}|${word}|${number})${bracket}`
const trailer = '(?: ?\\((?:\\d{4}|Part [A-Za-z]{1,6}|Vol\\. ?[IVX]{1,5}|Resumption \\d{1,2}|[IVXLC]{1,7})\\))?'
const body = `(?:${roots})(?:/${component}){1,9}`

const whole = new RegExp(`^${body}${trailer}\\*{0,3}$`)
const anywhere = new RegExp(`(?<![\\w/.])${body}(?![A-Za-z0-9])\\*{0,3}`, 'g')

/** Things that have the shape of a symbol and are none. */
const not = /^(?:A\/[A-Z]|[A-Z]+\/\d{1,2}|S\/N)$/

/** Whether a string is one document symbol and nothing else; stars and bracketed parts included. */
export function isSymbol(value: string): boolean {
  const folded = foldLookAlikes(value)
  return whole.test(folded) && !not.test(folded) && /\d/.test(folded)
}

/** The symbols in a text, as printed, in order. */
export function findSymbols(text: string): string[] {
  if (!text.includes('/')) return []
  return [...foldLookAlikes(text).matchAll(anywhere)].map(([found]) => found).filter((found) => isSymbol(found))
}

/** Whether a string is one symbol or several and nothing else: joint documents have `A/47/60–S/23329`. */
export function areSymbols(value: string): boolean {
  return isSymbol(value) || value.split(/\s+|(?<=[\d*)])[‒–—-](?=[A-Z]{1,4}\/)/).every((part) => isSymbol(part))
}

/** What a symbol says. */
export interface SymbolParts {
  /** Folded to Latin letters, no spaces, no stars. The key that all versions and reissues of a document share. */
  key: string
  /** The symbol without its suffixes: `A/CONF.192/PC/L.3` of `A/CONF.192/PC/L.3/Rev.1/Add.2*`. */
  base: string
  revision?: number
  addendum?: number
  corrigendum?: number
  /** Number of stars: a reissue for technical reasons. */
  stars: number
}

/**
 * Reads a symbol into the key for grouping and what distinguishes the issues of one document.
 *
 * Source: research.un.org/en/docs/symbols. Rev. replaces, Add. adds, Corr. corrects and a star replaces.
 */
export function readSymbol(value: string): SymbolParts {
  const folded = foldLookAlikes(value.normalize('NFKC')).replace(/\s+/g, '')
  const stars = /\*{0,3}$/.exec(folded)?.[0].length ?? 0
  const key = folded.slice(0, folded.length - stars)
  const parts: SymbolParts = { key, base: key.replace(/\/(?:Rev|Add|Corr|Amend)\..*$/, ''), stars }
  for (const [name, field] of [['Rev', 'revision'], ['Add', 'addendum'], ['Corr', 'corrigendum']] as const) {
    const found = new RegExp(`/${name}\\.(\\d{1,4})`).exec(key)
    if (found) parts[field] = Number(found[1])
  }
  return parts
}

/**
 * Which of two issues of a document replaces the other: positive where `a` is later, 0 where neither does.
 *
 * Only issues that share base and addendum compare; revisions first, then stars.
 */
export function compareIssues(a: SymbolParts, b: SymbolParts): number {
  if (a.base !== b.base || a.addendum !== b.addendum || a.corrigendum !== b.corrigendum) return 0
  return (a.revision ?? 0) - (b.revision ?? 0) || a.stars - b.stars
}

/**
 * Which of two reissues for technical reasons of one issue is the later: positive where the first is. Each is an ISO 8601
 * date, `undated`, or missing for the issue itself; of a dated and an undated one neither is.
 */
export function compareReissues(a = '', b = ''): number {
  if (a === b || (a !== '' && b !== '' && (a === 'undated' || b === 'undated'))) return 0
  return a < b ? -1 : 1
}

/** `69/313`, `2345 (XXII)`, `S-20/4`, `71/243 A`. */
const resolution = /^(?:E?S-)?\d{1,4}(?: ?\/ ?\d{1,4}| ?\((?:S-)?[IVXLC]{1,7}\))(?: ?[A-Z])?$/

/** Whether a text is the number of a resolution or a decision and nothing more. */
export function isResolutionNumber(text: string): boolean {
  return text.length < 20 && resolution.test(text)
}
