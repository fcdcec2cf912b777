import { SaxesParser } from 'saxes'
import { HexaplaError } from '../../message/report.ts'
import { attributesOf, deepest, isInlineName } from './tmx-names.ts'
import type { InlineContent, InlineMarkup } from '../../tree/unit.ts'
import { decode, type ByteStream } from './decode.ts'
import { dropIllegal } from './drop-illegal.ts'
import { Entities } from './entities.ts'
import { MalformedXml } from './malformed-xml.ts'
import type { ReadingLog } from './reading-log.ts'
import { splitUnits } from './split-units.ts'

/** An XML element: the same shape as inline markup, which is all that is left of one in a unit. */
export type XmlElement = InlineMarkup

/** An element, and the line on which it begins. */
export interface ReadElement {
  element: XmlElement
  line: number
}

/** Elements whose content is streamed; everything inside of them is given as a whole. */
const containers: ReadonlySet<string> = new Set(['tmx', 'body'])

/** With more of them it is no text. */
const mostIllegal = 100_000

/** Elements of a memory; text of any other one stays, the element itself goes. */
const known: ReadonlySet<string> = new Set(['tmx', 'body', 'header', 'tu', 'tuv', 'seg', 'note', 'prop', 'ude', 'map'])

/**
 * The `header` and the `tu` elements of a TMX file, in batches, as they come: one batch for each piece of the input.
 *
 * Throws a `HexaplaError` that names the line for XML that is not well-formed, and for other kinds of XML; where the
 * reading is lenient, a malformed `tu` is skipped and said.
 */
export async function* tmxElements(bytes: ByteStream, file: string, log: ReadingLog): AsyncGenerator<ReadElement[], void, undefined> {
  let illegal = 0
  const texts = dropIllegal(decode(bytes, file), (line, actual) => {
    if (++illegal > mostIllegal) throw new HexaplaError('read:memory-malformed', { file, line, error: `more than ${mostIllegal} characters that XML does not allow` }, file)
    log.say('read:memory-character', line, { actual })
  })
  const entities = new Entities(file)
  if (log.lenient) yield* lenientElements(texts, file, log, entities)
  else {
    const reading = new ElementReading(file, log, entities)
    for await (const text of texts) yield* batch(reading.write(text))
    yield* batch(reading.close())
  }
}

/** Each `tu` read by itself, so that a fault in one does not reach the next. */
async function* lenientElements(texts: AsyncIterable<string>, file: string, log: ReadingLog, entities: Entities): AsyncGenerator<ReadElement[], void, undefined> {
  for await (const { text, line, kind } of splitUnits(texts)) {
    const reading = new ElementReading(file, log, entities, line - 1)
    try {
      if (kind === 'head') yield reading.write(text)
      else yield [...reading.write(`<tmx>${text}`), ...reading.write('</tmx>'), ...reading.close()]
    } catch (error) {
      if (kind === 'head' || !(error instanceof MalformedXml)) throw error
      log.skip(error.line, error.reason, 'read:memory-malformed')
    }
  }
}

function* batch(elements: ReadElement[]): Generator<ReadElement[], void, undefined> {
  if (elements.length > 0) yield elements
}

class ElementReading {
  readonly #file: string
  readonly #log: ReadingLog
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  /** Lines in front of the text. */
  readonly #before: number
  /** The element for each that is open; one that TMX does not have is the one around it. */
  readonly #open: XmlElement[] = []
  #finished: ReadElement[] = []
  #root: string | undefined
  #line = 0

  constructor(file: string, log: ReadingLog, entities: Entities, before = 0) {
    this.#file = file
    this.#log = log
    this.#before = before
    const parser = this.#parser
    entities.defineIn(parser.ENTITIES, () => this.#lineNow())
    parser.on('doctype', (doctype) => {
      entities.declare(doctype)
      entities.defineIn(parser.ENTITIES, () => this.#lineNow())
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#begin(name, attributes)
    })
    parser.on('text', (text) => {
      this.#text(text)
    })
    parser.on('cdata', (text) => {
      this.#text(text)
    })
    parser.on('closetag', () => {
      const element = this.#open.pop()
      if (element !== undefined && this.#open.length === 0) this.#finished.push({ element, line: this.#line })
    })
    parser.on('error', ({ message }) => {
      throw this.#error(message.replace(/^\S*:\s*/u, '').replace(/\.$/u, ''))
    })
  }

  write(text: string): ReadElement[] {
    this.#parser.write(text)
    return this.#take()
  }

  close(): ReadElement[] {
    this.#parser.close()
    return this.#take()
  }

  #take(): ReadElement[] {
    const finished = this.#finished
    this.#finished = []
    return finished
  }

  #begin(name: string, given: Readonly<Record<string, string>>): void {
    this.#root ??= name
    if (this.#root !== 'tmx') throw new HexaplaError('read:memory-other', { file: this.#file, actual: this.#root }, this.#file)
    const parent = this.#open.at(-1)
    if (parent === undefined && containers.has(name)) return
    if (this.#open.length >= deepest) throw this.#error(`more than ${deepest} elements inside of one another`)
    if (parent === undefined) this.#line = this.#lineNow()
    if (!known.has(name) && !isInlineName(name)) {
      this.#log.say('read:memory-name', this.#lineNow(), { actual: `element ${name}` })
      // Outside of units there is nothing that its text could belong to.
      this.#open.push(parent ?? { name, attributes: {}, content: [] })
      return
    }
    const element: XmlElement = { name, attributes: this.#attributes(name, given), content: [] }
    parent?.content.push(element)
    this.#open.push(element)
  }

  /** The attributes that TMX gives an element; others are left out and said. */
  #attributes(element: string, given: Readonly<Record<string, string>>): Record<string, string> {
    const names = attributesOf(element)
    const kept: Record<string, string> = {}
    for (const [name, value] of Object.entries(given)) {
      if (names?.has(name)) kept[name] = value
      else this.#log.say('read:memory-name', this.#lineNow(), { actual: `attribute ${name} of ${element}` })
    }
    return kept
  }

  #text(text: string): void {
    const content = this.#open.at(-1)?.content
    if (content === undefined) return
    const last = content.at(-1)
    if (typeof last === 'string') content[content.length - 1] = last + text
    else if (text !== '') content.push(text)
  }

  #lineNow(): number {
    return this.#before + this.#parser.line
  }

  #error(error: string): HexaplaError {
    return new MalformedXml(this.#file, this.#lineNow(), error)
  }
}

/** Elements directly inside of an element. */
export function children({ content }: XmlElement): XmlElement[] {
  return content.filter((piece) => typeof piece !== 'string')
}

/** Text inside of an element, at any depth. */
export function innerText({ content }: XmlElement): string {
  return content.map((piece: InlineContent) => (typeof piece === 'string' ? piece : innerText(piece))).join('')
}
