import type { Element, Root } from 'hast'
import { elementsOf, isElement, property, textOf } from './element.ts'

/** The notes of a page. */
export interface PageNotes {
  /** Links in the text that refer to a note, by the id of the note. */
  references: Map<Element, string>
  /** What holds a note, by its id. */
  bodies: Map<Element, string>
  /** Links in notes that lead back: the mark of the note. */
  marks: Set<Element>
}

/** A mark of a note: figures, a letter or two, stars, in brackets or not. */
const mark = /^[[(]?(?:\d{1,4}|\p{L}{1,2}|[ivxlc]{1,6}|[*†‡§]{1,4})[\])]?\.?$/u
/** The link that leads back, where it is not the mark itself. */
const backward = /^(?:[↩↑^⏎⤴\s]|\uFE0E|\uFE0F)+$/u

/** What can hold a note. */
const holders = ['li', 'p', 'dd', 'div', 'aside', 'td', 'section']

/**
 * Notes are told by their links: a mark leads to a place, and there a link leads back to the mark.
 *
 * One of the two alone is no note: tables of contents lead one way. Roles of DPUB-ARIA are as good as a link back.
 */
export function findNotes(root: Root): PageNotes {
  const notes: PageNotes = { references: new Map(), bodies: new Map(), marks: new Set() }
  const targets = new Map<string, [element: Element, around: readonly Element[]]>()
  const links: Array<[link: Element, around: readonly Element[]]> = []
  for (const [element, around] of elementsOf(root)) {
    for (const name of [property(element, 'id'), isElement(element, 'a') ? property(element, 'name') : undefined]) if (name !== undefined && !targets.has(name)) targets.set(name, [element, around])
    if (isElement(element, 'a') && property(element, 'href')?.startsWith('#') === true) links.push([element, around])
  }
  for (const [link, around] of links) {
    const id = idOf(link)
    const target = targets.get(id)
    if (target === undefined || !mark.test(textOf(link).trim())) continue
    const [place, placeAround] = target
    const body = [...placeAround, place].findLast((element) => isElement(element, ...holders))
    if (body === undefined || around.includes(body) || notes.bodies.has(link)) continue
    const names = new Set([link, ...around.slice(-2)].flatMap((element) => [property(element, 'id'), property(element, 'name')]).filter((name) => name !== undefined))
    const back = linkBack(body, names)
    const told = property(link, 'role') === 'doc-noteref' || property(body, 'role') === 'doc-footnote'
    if (!back && !told) continue
    // Of two marks that lead to each other, the first is the one in the text.
    if (notes.marks.has(link)) continue
    notes.references.set(link, id)
    notes.bodies.set(body, id)
    if (back) notes.marks.add(back)
  }
  return notes
}

/** What is longer is no note. */
const mostElements = 400

/** The link in a note that leads to one of these places. */
function linkBack(body: Element, names: ReadonlySet<string>): Element | undefined {
  let seen = 0
  for (const [element] of elementsOf(body)) {
    if (isElement(element, 'a') && names.has(idOf(element))) return element
    if (++seen > mostElements) return undefined
  }
  return undefined
}

/** Whether a link that leads back says nothing but that: an arrow. */
export function isBackLink(link: Element): boolean {
  return backward.test(textOf(link))
}

function idOf(link: Element): string {
  const href = property(link, 'href') ?? ''
  try {
    return decodeURIComponent(href.slice(1))
  } catch (error) {
    // A broken escape is taken as it stands.
    if (error instanceof URIError) return href.slice(1)
    throw error
  }
}
