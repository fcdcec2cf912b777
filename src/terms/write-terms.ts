/** Terms as files: TBX-Basic (ISO 30042:2019), the glossary of OmegaT, a table. */
import type { LanguageTag } from '../language/tag.ts'
import { emptyTag, startTag, textElement, xmlDeclaration } from '../write/xml.ts'
import type { Term } from './extract-terms.ts'

/** What is written of terms: in which languages, the source first, and from which memory they are. */
export interface TermFile {
  languages: readonly LanguageTag[]
  memory: string
}

/** TBX-Basic in the style of data categories as attributes: an entry a concept, an example as the context of each name. */
export function termsTbx(terms: readonly Term[], { languages, memory }: TermFile): string {
  const [source = 'en'] = languages
  const entries = terms.map((term, index) => {
    const sections = languages.flatMap((code) => {
      const name = term.names[code]
      if (name === undefined) return []
      const context = textElement('descrip', { type: 'context' }, term.example[code] ?? '')
      return [`${startTag('langSec', { 'xml:lang': code })}<termSec>${textElement('term', {}, name)}${context}</termSec></langSec>\n`]
    })
    const note = textElement('note', {}, `${term.count} in ${term.documents} document${term.documents === 1 ? '' : 's'}; ${term.sure}`)
    return `${startTag('conceptEntry', { id: `c${index + 1}` })}\n${note}\n${sections.join('')}</conceptEntry>\n`
  })
  return [
    `${xmlDeclaration}${startTag('tbx', { type: 'TBX-Basic', style: 'dca', 'xml:lang': source, xmlns: 'urn:iso:std:iso:30042:ed-2' })}\n`,
    `<tbxHeader><fileDesc><sourceDesc>${textElement('p', {}, `Candidates for terms, found by hexapla in ${memory}`)}</sourceDesc></fileDesc></tbxHeader>\n`,
    `<text>${terms.length === 0 ? emptyTag('body', {}) : `<body>\n${entries.join('')}</body>`}</text>\n</tbx>\n`
  ].join('')
}

const cell = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** OmegaT's glossary: source, target, remark, parted by tabs, in UTF-8. */
export function termsGlossary(terms: readonly Term[], { languages }: TermFile): string {
  const [source = '', target = ''] = languages
  return terms
    .flatMap((term) => {
      const [name, other] = [term.names[source], term.names[target]]
      return name === undefined || other === undefined ? [] : [`${cell(name)}\t${cell(other)}\t${cell(term.example[target] ?? '')}\n`]
    })
    .join('')
}

/** A table: the names, how often, in how many documents, how sure, and an example in each language. */
export function termsTsv(terms: readonly Term[], { languages }: TermFile): string {
  const header = [...languages, 'count', 'documents', 'sure', ...languages.map((code) => `example_${code}`)]
  const rows = terms.map((term) => [
    ...languages.map((code) => cell(term.names[code] ?? '')),
    String(term.count),
    String(term.documents),
    String(term.sure),
    ...languages.map((code) => cell(term.example[code] ?? ''))
  ])
  return [header, ...rows].map((row) => `${row.join('\t')}\n`).join('')
}
