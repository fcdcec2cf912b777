/** The page that leads to the pages of many documents: a table of them, what to look at first above. */
import type { LanguageTag } from '../language/tag.ts'
import { htmlStyle } from './html-style.ts'
import { escapeText, startTag, textElement } from './xml.ts'

/** A document in the table. */
export interface IndexEntry {
  title: string
  languages: readonly LanguageTag[]
  units: number
  /** Of its weakest pair of languages: how much of the text is paired, 0 to 1. */
  paired?: number
  warnings: number
  /** Relative address of its page; missing where it could not be done. */
  page?: string
  /** Why it could not be done. */
  failure?: string
}

/** The page for all documents, in their order. */
export function indexPage(entries: readonly IndexEntry[]): string {
  const failed = entries.filter(({ failure }) => failure !== undefined).length
  const facts = `${entries.length} document${entries.length === 1 ? '' : 's'}${failed > 0 ? `, ${failed} of them failed` : ''}`
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="hexapla">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    `<title>${facts}</title>\n<style>${htmlStyle}.index td, .index th { padding: .25rem 1rem .25rem 0; text-align: start; }\n.index td.number { text-align: end; font-variant-numeric: tabular-nums; }\n.index a { color: var(--accent); }\n@media screen and (max-width: 46rem) { .index td { padding-inline: 0; }\n.index td.number { text-align: start; }\n.index td[data-name]::before { display: inline; content: attr(data-name) ": "; } }\n</style>\n</head>\n<body>\n`,
    `<header class="page-head">\n<h1>Documents</h1>\n<p class="facts">${facts}</p>\n</header>\n<main class="document-head">\n<table class="index">\n`,
    '<thead><tr><th scope="col">Document</th><th scope="col">Languages</th><th scope="col">Units</th><th scope="col">Weakest pair</th><th scope="col">Warnings</th></tr></thead>\n<tbody>\n',
    ...entries.map(row),
    '</tbody>\n</table>\n</main>\n</body>\n</html>\n'
  ].join('')
}

function row({ title, languages, units, paired, warnings, page, failure }: IndexEntry): string {
  const name = page === undefined ? escapeText(title) : `${startTag('a', { href: page })}${escapeText(title)}</a>`
  if (failure !== undefined) return `<tr><td>${name}</td><td colspan="4">${escapeText(failure)}</td></tr>\n`
  const weakest = paired === undefined ? '' : `${Math.round(100 * paired)} %`
  const numbers = [['Units', String(units)], ['Weakest pair', weakest], ['Warnings', String(warnings)]].map(([head = '', text = '']) => textElement('td', { class: 'number', 'data-name': head }, text)).join('')
  return `<tr><td>${name}</td>${textElement('td', { 'data-name': 'Languages' }, languages.join(' '))}${numbers}</tr>\n`
}
