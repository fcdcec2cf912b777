/** XLIFF 1.2 and 2.x of any tool as units. */
import { SaxesParser } from 'saxes'
import { HexaplaError } from '../../message/report.ts'
import { statusOfState } from '../../memory-format/xliff-state.ts'
import { statusOfEdited } from '../../tree/status.ts'
import { readTextChecks, textCheck } from '../../memory-format/text-check.ts'
import { deepest } from './tmx-names.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import { decode, type ByteStream } from './decode.ts'
import { dropIllegal } from './drop-illegal.ts'
import { children, innerText, type XmlElement } from './elements.ts'
import { anyLanguageOfTag } from './language-tag.ts'
import { MalformedXml } from './malformed-xml.ts'
import { ReadingLog, type MemoryReadOptions } from './reading-log.ts'
import { blockOf, documentOf, scoreOf, statusOf, tagsOf, versionOf } from './unit-of-facts.ts'

/** A `trans-unit` or `unit` with what its surroundings say. */
interface RawUnit {
  element: XmlElement
  line: number
  version: 'xliff12' | 'xliff21'
  source: string
  target: string
  /** Name of the file that it is of. */
  original: string
  /** Which `file` element, from 1. */
  file: number
}

/** Inline elements whose content is code of the original file, not text. */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'x', 'bx', 'ex', 'sc', 'ec', 'sm', 'em'])

/**
 * Reads XLIFF, one unit for each `trans-unit` (1.2) or `unit` (2.x), in constant memory.
 *
 * What hexapla wrote gets its own fields back; text that was edited since is `reviewed`, and a state that a tool has changed is
 * its status. Targets without text leave a unit of one version. Markup inside of segments is left out, and said.
 */
export async function* readXliff(bytes: ByteStream, file = 'standard input', options: MemoryReadOptions = {}): AsyncGenerator<AlignedDocument, void, undefined> {
  const log = new ReadingLog(file, options)
  const reading = new XliffReading(file)
  const texts = dropIllegal(decode(bytes, file), (line, actual) => {
    log.say('read:memory-character', line, { actual })
  })
  let document: DocumentRecord | undefined
  let key = ''
  let ordinal = 0
  const take = function* (raws: readonly RawUnit[]): Generator<AlignedDocument> {
    let units: Unit[] = []
    for (const raw of raws) {
      const read = unitOf(raw, ++ordinal, file, log)
      if (read === undefined) continue
      const next = `${raw.file} ${read.document.symbol ?? ''}`
      if (document === undefined || next !== key) {
        if (document !== undefined && units.length > 0) yield { document, units }
        units = []
        document = read.document
        key = next
      }
      units.push(read.unit)
    }
    if (document !== undefined && units.length > 0) yield { document, units }
  }
  for await (const text of texts) yield* take(reading.write(text))
  yield* take(reading.close())
  log.end()
}

function unitOf(raw: RawUnit, ordinal: number, file: string, log: ReadingLog): { unit: Unit; document: DocumentRecord } | undefined {
  const { element, line, version } = raw
  const facts = new Map(version === 'xliff12' ? contextsOf(element) : notesOf(element))
  const isOwn = facts.has('x-unit-id')
  const id = facts.get('x-unit-id') ?? element.attributes.name ?? element.attributes.id ?? `unit${ordinal}`
  const checks = readTextChecks(facts.get('x-text-check') ?? '')
  const parts = version === 'xliff12' ? [element] : children(element).filter(({ name }) => name === 'segment' || name === 'ignorable')
  const versions: Unit['versions'] = {}
  let edited = false
  for (const side of ['source', 'target'] as const) {
    const texts = parts.map((part) => textOf(children(part).find(({ name }) => name === side), line, log))
    const code = anyLanguageOfTag(sideTag(parts, side) ?? raw[side])
    const text = texts.join('').trim()
    if (code === undefined || text === '') continue
    const isEdited = checks.has(code) && checks.get(code) !== textCheck(text)
    edited ||= isEdited
    // Segments that a tool has made in a unit of its own stay apart.
    const segments = isOwn ? [] : texts.map((each) => each.trim()).filter((each) => each !== '')
    const one = versionOf(text, code, { id, facts, keepsLabels: true, line, log }, isEdited)
    versions[code] = segments.length > 1 ? { ...one, segments, addresses: segments.map((_, index) => `${id}#${index + 1}`) } : one
  }
  if (Object.keys(versions).length === 0) {
    log.say('read:memory-unit-empty', line, {})
    return undefined
  }
  const told = facts.get('x-status')
  const status = statusOfState(stateOf(element, parts, version), told, version)
  const document = documentOf(facts, Object.keys(versions), file)
  const own = Object.keys(versions).length < 2 ? {} : { score: scoreOf(facts.get('x-align-score')) }
  const by = facts.get('x-align-by') ?? 'memory'
  const unit: Unit = {
    id,
    granularity: by === 'paragraph' ? 'paragraph' : 'sentence',
    block: blockOf(facts),
    address: facts.get('x-un-para') ?? id,
    versions,
    ...own,
    by,
    ...statusOf(edited ? statusOfEdited(status) : status),
    ...tagsOf(facts.get('x-tags'))
  }
  log.checked(unit, checks)
  const named = document.symbol === undefined && raw.original !== '' ? { name: raw.original } : {}
  return { unit, document: { ...document, ...named } }
}

/** The tag of a side that its elements name themselves. */
function sideTag(parts: readonly XmlElement[], side: string): string | undefined {
  return parts.flatMap((part) => children(part).find(({ name }) => name === side)?.attributes['xml:lang'] ?? [])[0]
}

/** `approved` of a unit in 1.2 says more than the state of its target. */
function stateOf(unit: XmlElement, parts: readonly XmlElement[], version: RawUnit['version']): string | undefined {
  if (version === 'xliff21') return parts.find(({ name }) => name === 'segment')?.attributes.state
  if (unit.attributes.approved === 'yes') return 'final'
  return children(unit).find(({ name }) => name === 'target')?.attributes.state
}

function contextsOf(unit: XmlElement): Array<[string, string]> {
  const groups = children(unit).filter(({ name }) => name === 'context-group')
  return groups.flatMap((group) => children(group).map((context): [string, string] => [context.attributes['context-type'] ?? '', innerText(context)]))
}

function notesOf(unit: XmlElement): Array<[string, string]> {
  const notes = children(unit).filter(({ name }) => name === 'notes').flatMap(children)
  return notes.map((note) => [note.attributes.category ?? '', innerText(note)])
}

/** The text of a source or target, without codes. */
function textOf(element: XmlElement | undefined, line: number, log: ReadingLog): string {
  if (element === undefined) return ''
  return element.content
    .map((piece) => {
      if (typeof piece === 'string') return piece
      log.say('read:memory-markup', line, { actual: piece.name })
      return codes.has(piece.name) ? '' : textOf(piece, line, log)
    })
    .join('')
}

class XliffReading {
  readonly #file: string
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #open: XmlElement[] = []
  #finished: RawUnit[] = []
  #root: string | undefined
  #line = 0
  #around = { version: 'xliff12' as RawUnit['version'], source: '', target: '', original: '', file: 0 }

  constructor(file: string) {
    this.#file = file
    const parser = this.#parser
    parser.on('opentag', ({ name, attributes }) => {
      this.#begin(name.slice(name.indexOf(':') + 1), attributes as Record<string, string>)
    })
    const addText = (text: string): void => {
      this.#open.at(-1)?.content.push(text)
    }
    parser.on('text', addText)
    parser.on('cdata', addText)
    parser.on('closetag', () => {
      const element = this.#open.pop()
      if (element !== undefined && this.#open.length === 0) this.#finished.push({ element, line: this.#line, ...this.#around })
    })
    parser.on('error', ({ message }) => {
      throw new MalformedXml(file, parser.line, message.replace(/^\S*:\s*/u, '').replace(/\.$/u, ''))
    })
  }

  write(text: string): RawUnit[] {
    this.#parser.write(text)
    return this.#take()
  }

  close(): RawUnit[] {
    this.#parser.close()
    return this.#take()
  }

  #take(): RawUnit[] {
    const finished = this.#finished
    this.#finished = []
    return finished
  }

  #begin(name: string, attributes: Record<string, string>): void {
    const line = this.#parser.line
    if (this.#root === undefined) this.#readRoot(name, attributes, line)
    if (this.#open.length > 0 || name === 'trans-unit' || name === 'unit') {
      if (this.#open.length >= deepest) throw new MalformedXml(this.#file, line, `more than ${deepest} elements inside of one another`)
      const element: XmlElement = { name, attributes, content: [] }
      if (this.#open.length === 0) this.#line = line
      this.#open.at(-1)?.content.push(element)
      this.#open.push(element)
    } else if (name === 'file') {
      const { 'source-language': source = this.#around.source, 'target-language': target = this.#around.target, original = '' } = attributes
      this.#around = { ...this.#around, source, target, original, file: this.#around.file + 1 }
    }
  }

  #readRoot(name: string, attributes: Record<string, string>, line: number): void {
    this.#root = name
    if (name !== 'xliff') throw new HexaplaError('read:memory-other', { file: this.#file, actual: name }, this.#file)
    const { version = '', srcLang = '', trgLang = '' } = attributes
    if (!/^(?:1\.[0-2]|2\.[0-2])$/.test(version)) throw new HexaplaError('read:memory-xliff', { file: this.#file, line, error: `version ${version === '' ? 'that is not named' : version}` }, this.#file)
    this.#around = { ...this.#around, version: version.startsWith('1') ? 'xliff12' : 'xliff21', source: srcLang, target: trgLang }
  }
}
