import { HexaplaError } from '../../message/report.ts'
import type { Source } from '../../source/source.ts'
import { Archive } from '../archive.ts'
import { composeFlow } from '../flow/compose.ts'
import type { FlowParagraph } from '../flow/flow.ts'
import { mathmlText } from '../flow/mathml.ts'
import { ListCounter } from '../flow/list-counter.ts'
import { damaged, readLimits, type ReadLimits, type TimeLimit } from '../limits.ts'
import { withProperties, type GivenProperties } from '../properties.ts'
import { child, elements, innerText, readXml, visitXml, type XmlElement } from '../xml.ts'
import { OdtReader, type OdtContext } from './body.ts'
import { OdtStyles } from './styles.ts'

/**
 * An ODT to a source: paragraphs with the numbers of their lists, notes, tables; deleted text and comments left out.
 *
 * Throws `read:damaged` where the archive or its XML is broken, `read:encrypted`, `read:too-large`.
 */
export function readOdt(bytes: Uint8Array, file: string, limits: Pick<ReadLimits, 'inflated'> = readLimits, time?: TimeLimit): Source {
  const archive = new Archive(bytes, file, limits)
  if (archive.text('META-INF/manifest.xml')?.includes('manifest:encryption-data') === true) throw new HexaplaError('read:encrypted', { file }, file)
  const text = archive.text('content.xml')
  if (text === undefined) throw damaged(file, 'content.xml is missing')
  const context: OdtContext = {
    styles: new OdtStyles(),
    counter: new ListCounter(),
    notes: new Map(),
    tables: { count: 0 },
    formula: (place) => formulaOf(archive, place, file),
    lists: { count: 0, last: new Map() }
  }
  const pages: XmlElement[] = []
  const styles = archive.text('styles.xml')
  if (styles !== undefined) {
    const root = 'office:document-styles'
    visitXml(styles, [`${root}/office:styles`, `${root}/office:automatic-styles`, `${root}/office:master-styles`], (element) => {
      if (element.name === 'style:master-page') pages.push(element)
      else context.styles.add(element)
    }, file)
  }
  const body = new OdtReader(context)
  const root = 'office:document-content'
  visitXml(text, [`${root}/office:automatic-styles`, `${root}/office:body/office:text`], (element, place) => {
    time?.check()
    if (place.endsWith('office:text')) body.read(element)
    else context.styles.add(element)
  }, file)
  return withProperties(composeFlow({ paragraphs: [...body.paragraphs, ...furnitureOf(pages, context)], notes: context.notes }), () => metaProperties(archive, file))
}

/** A formula that stands in a part of its own. */
function formulaOf(archive: Archive, place: string, file: string): string {
  const text = archive.text(`${place.replace(/^\.\/|\/$/g, '')}/content.xml`)
  // A chart or a sheet may be kept the same way.
  return text !== undefined && /<(?:\w+:)?math[\s>]/.test(text.slice(0, 1000)) ? mathmlText(readXml(text, file)) : ''
}

function metaProperties(archive: Archive, file: string): GivenProperties {
  const text = archive.text('meta.xml')
  if (text === undefined) return {}
  const meta = child(readXml(text, file), 'office:meta')
  const [language, title] = ['dc:language', 'dc:title'].map((name) => child(meta, name))
  return { language: language && innerText(language), title: title && innerText(title) }
}

/** Headers and footers, each text once. */
function furnitureOf(pages: readonly XmlElement[], context: OdtContext): FlowParagraph[] {
  const seen = new Set<string>()
  const furniture: FlowParagraph[] = []
  for (const part of pages.flatMap(elements)) {
    if (!/^style:(?:header|footer)/.test(part.name)) continue
    const reader = new OdtReader(context)
    for (const each of elements(part)) reader.read(each)
    for (const { pieces, cell, furniture: kind = 'running-head' } of reader.paragraphs) {
      const text = pieces.map((piece) => piece.text).join('').trim()
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      furniture.push({ pieces, furniture: kind, ...(cell ? { cell } : {}) })
    }
  }
  return furniture
}
