/** The lists of a side-by-side page: its documents, and the units that are worth a look. They stand behind the units, and are shown in front. */
import { textElement } from './xml.ts'

/** A link of a list. */
export interface PageLink {
  /** Id of the element that it leads to. */
  anchor: string
  text: string
  /** What is beside it, in small letters. */
  note: string
  /** The document that it is in, named where there are several. */
  document?: string
}

/** So many documents need no index. */
const few = 1

/** Filters of the page, without a script: names of the classes that rows have, and what people read. */
export const pageFilters = [
  ['all', 'All'],
  ['doubt', 'To check'],
  ['gap', 'Without a version'],
  ['numbers', 'Numbers differ'],
  ['reviewed', 'Reviewed'],
  ['rejected', 'Rejected']
] as const

/** The filters as radio buttons. */
export function filterControls(): string {
  const buttons = pageFilters.map(
    ([name, text], index) => `<label><input type="radio" name="filter" id="show-${name}"${index === 0 ? ' checked' : ''}>${textElement('span', {}, text)}</label>`
  )
  return `<fieldset class="filters"><legend>Show</legend>${buttons.join('')}</fieldset>`
}

/** The index of documents; empty where there is one. */
export function indexOfDocuments(links: readonly PageLink[]): string {
  return links.length <= few ? '' : list('documents', `${links.length} documents`, links, true)
}

/** The units to check. */
export function listToCheck(found: readonly PageLink[]): string {
  const isOne = new Set(found.map(({ document }) => document)).size < 2
  const links = isOne ? found : found.map((link) => ({ ...link, text: `${link.document ?? ''} ${link.text}` }))
  return links.length === 0 ? '<p class="nothing">Nothing to check: no low score, no version without text, no other numbers.</p>\n' : list('check', `${links.length} to check`, links, links.length <= 40)
}

function list(name: string, title: string, links: readonly PageLink[], isOpen: boolean): string {
  const items = links.map(({ anchor, text, note }) => `<li>${textElement('a', { href: `#${encodeURIComponent(anchor)}` }, text)}${note === '' ? '' : ` ${textElement('span', {}, note)}`}</li>`)
  return `<nav class="${name}" aria-label="${title}"><details${isOpen ? ' open' : ''}>${textElement('summary', {}, title)}\n<ul>\n${items.join('\n')}\n</ul></details></nav>\n`
}
