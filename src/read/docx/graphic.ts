import type { FlowParagraph } from '../flow/flow.ts'
import { child, elements, innerText, readXml, type XmlElement } from '../xml.ts'
import type { Archive } from '../archive.ts'
import type { Relation } from './relations.ts'

interface GraphicContext {
  archive: Archive
  file: string
  relations: Readonly<Record<string, Relation>>
}

/** What a drawing says that stands in a part of its own: the words of a diagram, the titles and names of a chart. */
export function graphicParagraphs({ name, attributes }: XmlElement, { archive, file, relations }: GraphicContext): FlowParagraph[] {
  const id = attributes[name === 'dgm:relIds' ? 'r:dm' : name === 'c:chart' ? 'r:id' : '']
  const target = id === undefined ? undefined : relations[id]?.target
  const text = target === undefined ? undefined : archive.text(target)
  if (text === undefined) return []
  const lines = new Set<string>()
  for (const line of linesOf(readXml(text, file))) if (/\p{L}/u.test(line)) lines.add(line)
  return [...lines].map((line) => ({ pieces: [{ text: line }] }))
}

/** Paragraphs of drawings below an element, and words that a chart keeps of its sheet. */
function linesOf(element: XmlElement): string[] {
  if (element.name === 'a:p') return [drawnText(element)]
  if (element.name === 'c:strCache') return elements(element).flatMap((point) => innerText(child(point, 'c:v') ?? point))
  return elements(element).flatMap(linesOf)
}

/** The text of a paragraph of a drawing. */
export function drawnText(paragraph: XmlElement): string {
  return elements(paragraph)
    .map((run) => (run.name === 'a:br' ? '\n' : run.name === 'a:r' || run.name === 'a:fld' ? innerText(child(run, 'a:t') ?? { name: '', attributes: {}, children: [] }) : ''))
    .join('')
}
