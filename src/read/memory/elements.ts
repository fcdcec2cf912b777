import { SaxesParser } from 'saxes'
import { HexaplaError } from '../../message/report.ts'
import type { InlineContent, InlineMarkup } from '../../tree/unit.ts'
import { decode, type ByteStream } from './decode.ts'

/** An XML element: the same shape as inline markup, which is all that is left of one in a unit. */
export type XmlElement = InlineMarkup

/** Elements whose content is streamed; everything inside of them is given as a whole. */
const containers: ReadonlySet<string> = new Set(['tmx', 'body'])

/**
 * The `header` and the `tu` elements of a TMX file, in batches, as they come: one batch for each piece of the input.
 *
 * Throws a `HexaplaError` that names the line for XML that is not well-formed, and for other kinds of XML.
 */
export async function* tmxElements(bytes: ByteStream, file: string): AsyncGenerator<XmlElement[], void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: XmlElement[] = []
  let finished: XmlElement[] = []
  let root: string | undefined

  parser.on('doctype', (doctype) => {
    Object.assign(parser.ENTITIES, declaredEntities(doctype))
  })
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name
    if (root !== 'tmx') throw new HexaplaError('read:memory-other', { file, actual: root }, file)
    if (open.length === 0 && containers.has(name)) return
    const element: XmlElement = { name, attributes: { ...attributes }, content: [] }
    open.at(-1)?.content.push(element)
    open.push(element)
  })
  const onText = (text: string): void => {
    const content = open.at(-1)?.content
    if (content === undefined) return
    const last = content.at(-1)
    if (typeof last === 'string') content[content.length - 1] = last + text
    else if (text !== '') content.push(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element !== undefined && open.length === 0) finished.push(element)
  })
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\S*:\s*/u, '').replace(/\.$/u, '')
    throw new HexaplaError('read:memory-malformed', { file, line: parser.line, error: reason }, file)
  })

  for await (const text of decode(bytes, file)) {
    parser.write(text)
    if (finished.length === 0) continue
    yield finished
    finished = []
  }
  parser.close()
  if (finished.length > 0) yield finished
}

/** Entities that the internal subset declares, with the five of XML inside of them resolved. */
function declaredEntities(doctype: string): Record<string, string> {
  const entities: Record<string, string> = {}
  for (const [, name = '', double, single] of doctype.matchAll(/<!ENTITY\s([\w.-]+)\s(?:"([^"]*)"|'([^']*)')/gu)) {
    const value = double ?? single ?? ''
    entities[name] = value.replace(/&#x([\da-f]{1,6});|&#(\d{1,7});/giu, (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    )
  }
  return entities
}

/** Elements directly inside of an element. */
export function children({ content }: XmlElement): XmlElement[] {
  return content.filter((piece) => typeof piece !== 'string')
}

/** Text inside of an element, at any depth. */
export function innerText({ content }: XmlElement): string {
  return content.map((piece: InlineContent) => (typeof piece === 'string' ? piece : innerText(piece))).join('')
}
