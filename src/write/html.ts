/**
 * A page with all versions side by side, a row a unit: for the eyes of a reviewer. It needs nothing but itself; its
 * content policy forbids scripts and requests.
 */
import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import { type LanguageTag, nameOf, traitsOf } from '../language/tag.ts'
import { citation } from '../tree/citation.ts'
import { alignType, pairScore } from '../tree/pair.ts'
import { shownScore } from '../tree/shown-score.ts'
import { isReviewed } from '../tree/status.ts'
import type { DocumentRecord, Unit, UnitVersion, VersionRecord } from '../tree/unit.ts'
import type { DifferingFigure } from './differing-figures.ts'
import { doubtfulScore, doubtOf } from './doubt.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { filterControls, indexOfDocuments, listToCheck, type PageLink } from './html-lists.ts'
import { htmlStyle, narrowNames } from './html-style.ts'
import { writtenText } from './written-text.ts'
import { escapeText, startTag, textElement } from './xml.ts'

export const html: Format = {
  name: 'html',
  title: 'HTML page with all versions side by side, to look at',
  extension: 'html',
  scopes: ['all'],
  partial: true,
  kind: 'document',
  heeds: ['date', 'splitMb'],
  open: (context) => new HtmlSerializer(context)
}

/** Names of the languages in the languages. */
const endonyms: Readonly<Record<LanguageCode, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文'
}

/** The name of a language in itself; its tag where ICU has none. */
function endonymOf(tag: LanguageTag): string {
  return isLanguageCode(tag) ? endonyms[tag] : (nameOf(tag, tag) ?? tag)
}

const legend = [
  '<li><span class="swatch scale"></span>score: how sure the aligner is</li>',
  '<li><span class="swatch check"></span>to check</li>',
  '<li><span class="swatch reviewed"></span>reviewed</li>',
  '<li><span class="type">1-2</span>segments in each language, where it is not one</li>',
  '<li><mark>1540</mark>number that another version lacks</li>',
  '<li>∅ no text in this version</li>'
].join('')

class HtmlSerializer implements Serializer {
  readonly #context: FileContext
  #ordinal = 0
  #units = 0
  #nulls = 0
  #regrouped = 0
  #differing = 0
  readonly #documents: PageLink[] = []
  readonly #toCheck: PageLink[] = []

  constructor(context: FileContext) {
    this.#context = context
  }

  start(): string {
    const { options, granularity, languages } = this.#context
    return [
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      // By this a folder of documents knows the page from a document.
      '<meta name="generator" content="hexapla">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      textElement('title', {}, options.name),
      `<style>${htmlStyle}${narrowNames(languages.map((code) => [code, endonymOf(code)] as const))}</style>`,
      '</head>',
      '<body>',
      '<header class="page-head">',
      textElement('h1', {}, `${options.name}, ${granularity === 'sentence' ? 'sentences' : 'paragraphs'} side by side`),
      filterControls(),
      `<ul class="legend">${legend}</ul>`,
      '</header>\n'
    ].join('\n')
  }

  openDocument(document: DocumentRecord, ordinal: number): string {
    const { languages } = this.#context
    this.#ordinal = ordinal
    const title = document.symbol ?? document.name ?? 'Document without a symbol'
    this.#documents.push({ anchor: `document-${ordinal}`, text: title, note: languages.filter((code) => document.versions[code]).join(' ') })
    const heads = languages.map((code) => textElement('th', { scope: 'col', ...tongue(code) }, endonymOf(code)))
    const columns = `<col class="place-column">${'<col>'.repeat(languages.length)}`
    return [
      `<section id="document-${ordinal}">`,
      '<header class="document-head">',
      textElement('h2', {}, title),
      `<p class="facts">${languages.map((code) => facts(document.versions[code])).join('')}</p>`,
      '</header>',
      '<div class="sheet">',
      startTag('table', { class: languages.length > 3 ? 'wide' : undefined }),
      `<colgroup>${columns}</colgroup>`,
      `<thead><tr><th scope="col">Address</th>${heads.join('')}</tr></thead>`,
      '<tbody>\n'
    ].join('\n')
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages } = this.#context
    const shown = new Map(languages.map((code) => [code, this.#shown(unit, code)] as const))
    const type = alignType(unit, languages)
    const counts = type.split('-')
    this.#units += 1
    if (counts.includes('0')) this.#nulls += 1
    if (counts.some((count) => Number(count) > 1)) this.#regrouped += 1
    const score = pairScore(unit, languages)
    const doubt = doubtOf({ texts: shown, languages, score, status: unit.status })
    const cells = languages.map((code) => this.#cell(code, unit.versions[code], shown.get(code) ?? [], doubt.figures.get(code) ?? [])).join('\n')
    if (doubt.numbersDiffer) this.#differing += 1
    const states = {
      reviewed: isReviewed(unit.status),
      rejected: unit.status === 'rejected',
      doubt: doubt.doubtful,
      gap: doubt.oneSided,
      numbers: doubt.numbersDiffer,
      alone: score === undefined,
      low: (score ?? 1) < doubtfulScore
    }
    if (doubt.doubtful) this.#toCheck.push({ anchor: this.#anchor(unit), text: unit.id, note: reasons(unit, states), document: this.#documents.at(-1)?.text ?? '' })
    const classes = [unit.block, ...Object.entries(states).flatMap(([name, holds]) => (holds ? [name] : []))]
    const row = { id: this.#anchor(unit), class: classes.join(' '), style: score === undefined ? undefined : `--score:${score}` }
    return `${startTag('tr', row)}\n${this.#place(unit, document, type)}\n${cells}\n</tr>\n`
  }

  closeDocument(): string {
    return '</tbody>\n</table>\n</div>\n</section>\n'
  }

  end(): string {
    const counts = [
      `${this.#units} units`,
      `${this.#regrouped} with several segments in a version`,
      `${this.#nulls} without text in a version`,
      `${this.#differing} with numbers that differ`
    ]
    const date = this.#context.options.date === undefined ? '' : `. ${this.#context.options.date}`
    return `${indexOfDocuments(this.#documents)}${listToCheck(this.#toCheck)}${textElement('footer', {}, counts.join(', ') + date)}\n</body>\n</html>\n`
  }

  /** `#` would end the address of the page. */
  #anchor(unit: Unit): string {
    return `${this.#ordinal}-${unit.id.replaceAll('#', '.').replace(/\s/gu, '_')}`
  }

  #place(unit: Unit, document: DocumentRecord, type: string): string {
    const { languages } = this.#context
    const title = citation(unit, document, languages)
    const href = `#${encodeURIComponent(this.#anchor(unit))}`
    const score = pairScore(unit, languages)
    const present = languages.filter((code) => unit.versions[code] !== undefined).length
    const plain = type.split('-').every((count) => count === '1')
    return [
      '<th scope="row" class="place">',
      textElement('a', { href, title }, unit.id),
      score === undefined ? textElement('span', { class: 'score', title: 'One version alone: there is no pair to score' }, 'no pair') : textElement('span', { class: 'score', title: `Score, by ${unit.by}` }, shownScore(score)),
      present === languages.length || score === undefined ? '' : textElement('span', { class: 'present', title: 'Versions with text here' }, `${present} of ${languages.length}`),
      plain ? '' : textElement('span', { class: 'type' }, type),
      '</th>'
    ].join('')
  }

  #shown(unit: Unit, code: LanguageTag): string[] {
    return (unit.versions[code]?.segments ?? []).map((segment) => writtenText(segment, unit.id, this.#context.report))
  }

  #cell(code: LanguageTag, version: UnitVersion | undefined, shown: readonly string[], differing: readonly DifferingFigure[][]): string {
    if (version === undefined) return '<td class="null" title="no text in this version">∅</td>'
    const paragraphs = shown.map((text, index) => {
      const label = index === 0 && version.label !== undefined ? textElement('span', { class: 'label' }, version.label) : ''
      return `<p>${label}${marked(text, differing[index] ?? [])}</p>`
    })
    return `${startTag('td', tongue(code))}${paragraphs.join('')}</td>`
  }
}

/** Why a unit is to be checked, for people. */
function reasons(unit: Unit, { low, gap, numbers }: Readonly<Record<'gap' | 'low' | 'numbers', boolean>>): string {
  const found = [unit.status === 'doubtful' ? 'doubtful' : '', low ? `score ${shownScore(unit.score ?? 0)}` : '', gap ? 'a version has no text' : '', numbers ? 'numbers differ' : '']
  return found.filter((reason) => reason !== '').join(', ')
}

function marked(text: string, differing: readonly DifferingFigure[]): string {
  let from = 0
  let result = ''
  for (const { figure, lackedBy } of differing) {
    result += escapeText(text.slice(from, figure.start))
    result += textElement('mark', { title: `not in ${lackedBy.map((code) => traitsOf(code).name).join(', ')}` }, text.slice(figure.start, figure.end))
    from = figure.end
  }
  return result + escapeText(text.slice(from))
}

function tongue(code: LanguageTag): { lang: string; dir: string } {
  return { lang: code, dir: traitsOf(code).direction }
}

function facts(record: VersionRecord | undefined): string {
  if (record === undefined) return ''
  const { language, original, jobNumber, date, reissue } = record
  const known = [
    original === language ? `${traitsOf(language).name} (original)` : traitsOf(language).name,
    jobNumber,
    date,
    reissue === undefined ? undefined : `reissued${reissue === 'undated' ? '' : ` ${reissue}`}`
  ]
  return textElement('span', {}, known.filter((fact) => fact !== undefined).join(' '))
}
