import type { Source } from '../../source/source.ts'
import { Archive } from '../archive.ts'
import { composeFlow } from '../flow/compose.ts'
import type { Flow, FlowParagraph } from '../flow/flow.ts'
import { tieTypedMarks } from '../flow/typed-marks.ts'
import { damaged, readLimits, type ReadLimits, type TimeLimit } from '../limits.ts'
import { child, elements, innerText, readXml, visitXml, type XmlElement } from '../xml.ts'
import { BodyReader, type DocxContext } from './body.ts'
import { isChunk, type ChunkReader } from './chunk.ts'
import { readFurniture } from './furniture.ts'
import { withProperties, type GivenProperties } from '../properties.ts'
import { NoteMarks } from './notes.ts'
import { Numbering } from './numbering.ts'
import { readRelations } from './relations.ts'
import { Styles } from './styles.ts'

/** How a DOCX is read. */
export interface DocxReading {
  limits?: Pick<ReadLimits, 'inflated'>
  time?: TimeLimit
  /** Reads the files inside that `holdsChunks` tells of. */
  readChunk?: ChunkReader
}

/**
 * A DOCX to a source: paragraphs with the numbers that Word prints, notes, tables; changes as if accepted, comments left out.
 *
 * Throws `read:damaged` where the archive or its XML is broken, `read:too-large` where it inflates beyond the limit.
 */
export function readDocx(bytes: Uint8Array, file: string, reading: DocxReading = {}): Source {
  const { flow, properties } = readDocxFlow(bytes, file, reading)
  return withProperties(composeFlow(flow), properties)
}

/** Whether a DOCX holds files that another reader must read. */
export function holdsChunks(bytes: Uint8Array, file: string, limits: Pick<ReadLimits, 'inflated'>): boolean {
  const archive = new Archive(bytes, file, limits)
  return Object.values(readRelations(archive, mainPart(archive, file), file)).some(isChunk)
}

function mainPart(archive: Archive, file: string): string {
  return Object.values(readRelations(archive, '', file)).find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'word/document.xml'
}

/** The paragraphs and notes of a DOCX, and what it says of itself. */
export function readDocxFlow(bytes: Uint8Array, file: string, { limits = readLimits, time, readChunk }: DocxReading): { flow: Flow; properties: () => GivenProperties } {
  const archive = new Archive(bytes, file, limits)
  const main = mainPart(archive, file)
  const relations = readRelations(archive, main, file)
  const part = (type: string): XmlElement | undefined => {
    const name = Object.values(relations).find((one) => one.type.endsWith(`/${type}`))?.target
    const text = name === undefined ? undefined : archive.text(name)
    return text === undefined ? undefined : readXml(text, file)
  }
  const styles = new Styles(part('styles'))
  const notes = new Map<string, FlowParagraph[]>()
  const context: DocxContext = { archive, file, relations, styles, numbering: new Numbering(part('numbering'), styles), marks: new NoteMarks(part('settings')), notes, tables: { count: 0 }, readChunk }
  const text = archive.text(main)
  if (text === undefined) throw damaged(file, `${main} is missing`)

  for (const kind of ['footnote', 'endnote'] as const)
    for (const note of elements(part(`${kind}s`)))
      // Rules between text and notes are notes of a type.
      if (note.name === `w:${kind}` && (note.attributes['w:type'] ?? 'normal') === 'normal') notes.set(`${kind} ${note.attributes['w:id'] ?? ''}`, readNote(note, `${kind} ${note.attributes['w:id'] ?? ''}`, context))

  const body = new BodyReader(context)
  const sections: XmlElement[] = []
  visitXml(text, ['w:document/w:body'], (element) => {
    time?.check()
    if (element.name === 'w:sectPr') sections.push(element)
    const section = element.name === 'w:p' ? child(child(element, 'w:pPr'), 'w:sectPr') : undefined
    if (section) sections.push(section)
    body.read(element)
  }, file)
  const paragraphs = body.finish()
  context.marks.closeSection(undefined)
  tieTypedMarks(paragraphs, notes)
  const { first, repeated } = readFurniture(sections, context)
  return { flow: { paragraphs: [...first, ...paragraphs, ...repeated], notes }, properties: () => coreProperties(archive, file) }
}

function coreProperties(archive: Archive, file: string): GivenProperties {
  const name = Object.values(readRelations(archive, '', file)).find(({ type }) => type.endsWith('/core-properties'))?.target
  const text = name === undefined ? undefined : archive.text(name)
  if (text === undefined) return {}
  const core = readXml(text, file)
  const [language, title] = ['dc:language', 'dc:title'].map((one) => child(core, one))
  return { language: language && innerText(language), title: title && innerText(title) }
}

function readNote(note: XmlElement, id: string, context: DocxContext): FlowParagraph[] {
  const reader = new BodyReader(context, id)
  for (const each of elements(note)) reader.read(each)
  return reader.finish()
}
