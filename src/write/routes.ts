/** Which files of a format a unit goes to, and what they are called. */
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { recordLanguages } from '../tree/record.ts'
import type { AlignedDocument, Unit } from '../tree/unit.ts'
import type { Format, Granularity, Scope, WriteOptions } from './format.ts'

/** One output file of a format, before it is split. */
export interface Route {
  /** Unique among the routes of a format. */
  key: string
  scope: Scope
  /** Source first. */
  languages: readonly LanguageTag[]
}

/** Languages of a stream of documents, in the order in which files have them: as the first document names them. */
export function writtenLanguages(first: AlignedDocument, options: Readonly<WriteOptions>): LanguageTag[] {
  const seen = options.languages ?? languagesOf(first)
  const { source } = options
  return source === undefined ? [...seen] : [source, ...seen.filter((code) => code !== source)]
}

/** The languages of a document in the order of its record, and behind them those of which only units are known. */
function languagesOf({ document, units }: AlignedDocument): LanguageTag[] {
  const named = recordLanguages(document)
  return [...named, ...inOrder(units.flatMap((unit) => Object.keys(unit.versions))).filter((code) => !named.includes(code))]
}

/** All files of a format over these languages: pairs first, in the order of the languages. */
export function routes(format: Format, languages: readonly LanguageTag[], options: Readonly<WriteOptions>): Route[] {
  const { scope: only, source } = options
  const scopes = only !== undefined && format.scopes.includes(only) ? [only] : format.scopes
  return scopes.flatMap((scope): Route[] => {
    switch (scope) {
      case 'version':
        return languages.map((code) => ({ key: code, scope, languages: [code] }))
      case 'pair':
        return pairs(languages, source).map((pair) => ({ key: pair.join('-'), scope, languages: pair }))
      case 'all':
        // Of two languages the pair is all there is.
        if (scopes.includes('pair') && languages.length === 2) return []
        return [{ key: scopes.includes('pair') ? 'all' : '', scope, languages }]
    }
  })
}

function pairs(languages: readonly LanguageTag[], source?: LanguageTag): Array<[LanguageTag, LanguageTag]> {
  return languages.flatMap((first, index) =>
    source !== undefined && first !== source
      ? []
      : languages.slice(index + 1).map((second): [LanguageTag, LanguageTag] => [first, second])
  )
}

/** Whether a file has something to say of a unit: any text, or text in two languages at least. */
export function takes(format: Format, route: Route, unit: Unit): boolean {
  // What came out of a memory goes back into one, be it in one language or in languages beyond the six.
  if (route.scope === 'all' && unit.memory !== undefined) return true
  const present = route.languages.filter((code) => unit.versions[code] !== undefined).length
  return present >= (format.partial || route.scope === 'version' ? 1 : 2)
}

const granularityNames: Readonly<Record<Granularity, string>> = { sentence: 'sent', paragraph: 'para' }

/** What the name of a file tells. */
export interface FileNameParts {
  stem: string
  /** From 1. */
  document: number
  /** Of the route. */
  key: string
  granularity: Granularity
  /** From 1. */
  part: number
  extension: string
}

/**
 * `note.fr-en.sent.tmx`; `note.2.fr.sent.xml` for the second document of a format with files of its own for each;
 * `note.fr-en.sent.2.tmx` for the second part of a file that was split.
 */
export function fileName({ stem, document, key, granularity, part, extension }: FileNameParts): string {
  return [
    stem,
    document > 1 ? String(document) : '',
    key,
    granularityNames[granularity],
    part > 1 ? String(part) : '',
    extension
  ]
    .filter((piece) => piece !== '')
    .join('.')
}
