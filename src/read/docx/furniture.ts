import type { FlowParagraph } from '../flow/flow.ts'
import { child, elements, readXml, type XmlElement } from '../xml.ts'
import { BodyReader, type DocxContext } from './body.ts'
import { readRelations } from './relations.ts'
import { isOn } from './styles.ts'

/** What headers and footers print: at the head of the first page, and on all others. */
export interface PageFurniture {
  first: FlowParagraph[]
  repeated: FlowParagraph[]
}

/**
 * Headers and footers, each text once: what stands on each page is furniture.
 *
 * The header of the first page alone is none: documents of the United Nations print their masthead there.
 */
export function readFurniture(sections: readonly XmlElement[], context: DocxContext): PageFurniture {
  const furniture: PageFurniture = { first: [], repeated: [] }
  const seen = new Set<string>()
  sections.forEach((section, index) => {
    const title = child(section, 'w:titlePg')
    const titled = title !== undefined && isOn(title.attributes['w:val'])
    for (const reference of elements(section)) {
      if (reference.name !== 'w:headerReference' && reference.name !== 'w:footerReference') continue
      const target = context.relations[reference.attributes['r:id'] ?? '']?.target
      const onFirst = reference.attributes['w:type'] === 'first'
      if (target === undefined || seen.has(target) || (onFirst && !titled)) continue
      seen.add(target)
      const paragraphs = readPart(target, context)
      if (index === 0 && onFirst && reference.name === 'w:headerReference') for (const paragraph of paragraphs) furniture.first.push(paragraph)
      else
        for (const paragraph of paragraphs) {
          const text = paragraph.pieces.map((piece) => piece.text).join('').trim()
          if (text === '' || seen.has(`text ${text}`)) continue
          seen.add(`text ${text}`)
          const { pieces, cell } = paragraph
          furniture.repeated.push({ pieces, furniture: paragraph.furniture ?? 'running-head', ...(cell ? { cell } : {}) })
        }
    }
  })
  return furniture
}

function readPart(name: string, context: DocxContext): FlowParagraph[] {
  const { archive, file } = context
  const text = archive.text(name)
  if (text === undefined) return []
  const reader = new BodyReader({ ...context, relations: readRelations(archive, name, file) })
  for (const each of elements(readXml(text, file))) reader.read(each)
  return reader.finish()
}
