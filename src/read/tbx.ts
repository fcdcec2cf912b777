/** Terms in TBX, of ISO 30042:2019 or of the older editions, as rows of a dictionary. */
import { SaxesParser } from 'saxes'
import { languageOfTag } from './memory/language-tag.ts'

/** Names of concepts by language: one row a concept, one cell a language, all its names. */
export interface TermRows {
  languages: string[]
  rows: string[][][]
}

const concepts: ReadonlySet<string> = new Set(['conceptEntry', 'termEntry'])
const sections: ReadonlySet<string> = new Set(['langSec', 'langSet'])

/** Reads TBX. Throws a `SyntaxError` for what is no XML, or has no term. */
export function readTbx(text: string): TermRows {
  const entries: Array<Map<string, string[]>> = []
  let language = ''
  let name: string | undefined
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw new SyntaxError(error.message)
  })
  parser.on('opentag', ({ name: element, attributes }) => {
    if (concepts.has(element)) entries.push(new Map())
    const tag = attributes['xml:lang'] ?? attributes['lang'] ?? ''
    if (sections.has(element)) language = languageOfTag(tag) ?? tag.toLowerCase().split('-', 1)[0] ?? ''
    if (element === 'term') name = ''
  })
  const take = (value: string): void => {
    if (name !== undefined) name += value
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', ({ name: element }) => {
    if (element !== 'term' || name === undefined) return
    const term = name.replace(/\s+/gu, ' ').trim()
    const entry = entries.at(-1)
    if (entry && term !== '' && language !== '') entry.set(language, [...(entry.get(language) ?? []), term])
    name = undefined
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const languages = [...new Set(entries.flatMap((entry) => [...entry.keys()]))].sort()
  if (languages.length === 0) throw new SyntaxError('Unexpected lack of terms, expected TBX with langSec and term elements')
  return { languages, rows: entries.map((entry) => languages.map((code) => entry.get(code) ?? [])) }
}
