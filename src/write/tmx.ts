/**
 * TMX 1.4b: one file for each pair, and one with all languages beside them.
 *
 * The source `tuv` comes first, because translate-toolkit reads by position; the header's `segtype` is true of every
 * unit, because OmegaT reads nothing else; segments hold no markup but what a memory had, because `hi` costs matches.
 */
import { plainText } from '../memory-format/plain-text.ts'
import { granularityOf } from '../memory-format/segtype.ts'
import { documentProperties, type Property, unitProperties } from '../memory-format/properties.ts'
import type { Report } from '../message/report.ts'
import { citation } from '../tree/citation.ts'
import { joinSegments } from '../tree/segments.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, InlineContent, MemoryRemark, MemoryVariant, Unit, UnitVersion } from '../tree/unit.ts'
import { compactDate } from './date.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { tool } from './tool.ts'
import { labelBefore, versionText } from './written-text.ts'
import { emptyTag, escapeText, startTag, textElement, xmlDeclaration } from './xml.ts'

export const tmx: Format = {
  name: 'tmx',
  title: 'TMX 1.4b, a file for each pair and one with all languages',
  extension: 'tmx',
  scopes: ['pair', 'all'],
  partial: false,
  kind: 'memory',
  heeds: ['date', 'langMap', 'numbering', 'splitMb', 'tuid'],
  keepsMemory: true,
  open: (context) => new TmxSerializer(context)
}

/** A variant to write: of a memory, or a version of the unit in any language. */
interface WrittenVariant extends Omit<MemoryVariant, 'code'> {
  code?: LanguageTag
}

class TmxSerializer implements Serializer {
  readonly #context: FileContext
  /** What stands in all units of a document. */
  #document: { record: DocumentRecord; properties: string } | undefined

  constructor(context: FileContext) {
    this.#context = context
  }

  start(first: DocumentRecord): string {
    const { options } = this.#context
    const attributes = {
      creationtool: tool.name,
      creationtoolversion: tool.version,
      'o-tmf': tool.name,
      adminlang: 'en',
      datatype: 'plaintext',
      ...first.memory?.attributes,
      segtype: this.#segtype(first),
      srclang: this.#sourceLanguage(first),
      ...(options.date === undefined ? {} : { creationdate: compactDate(options.date) })
    }
    const encodings = (first.memory?.encodings ?? []).map((encoding) => `${inline([encoding])}\n`)
    const remarks = [...(first.memory?.remarks ?? []), ...this.#numberingRemark()].map(remark)
    const inside = [...remarks, ...encodings].join('')
    const header = inside === '' ? emptyTag('header', attributes) : `${startTag('header', attributes)}\n${inside}</header>`
    return `${xmlDeclaration}<tmx version="1.4">\n${header}\n<body>\n`
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages, options } = this.#context
    const attributes = unit.memory?.attributes ?? {}
    const tuid = options.tuid ? { tuid: attributes.tuid ?? tuidOf(unit, document) } : {}
    const note = unit.by === 'memory' ? '' : citation(unit, document, languages)
    return [
      `${startTag('tu', { ...attributes, ...tuid })}\n`,
      note === '' ? '' : `${textElement('note', {}, note)}\n`,
      this.#documentProperties(document),
      ...unitProperties(unit, languages).map(propElement),
      ...(unit.memory?.remarks ?? []).map(remark),
      ...this.#variants(unit).map((variant) => this.#tuv(variant, unit)),
      '</tu>\n'
    ].join('')
  }

  end(): string {
    return '</body>\n</tmx>\n'
  }

  #documentProperties(record: DocumentRecord): string {
    if (this.#document?.record !== record) {
      this.#document = { record, properties: documentProperties(record, this.#context.languages).map(propElement).join('') }
    }
    return this.#document.properties
  }

  /** As the memory that the units come from has it, as long as that is true. */
  #segtype(first: DocumentRecord): string {
    const { granularity } = this.#context
    const segtype = first.memory?.attributes.segtype ?? granularity
    return granularityOf(segtype) === granularity ? segtype : granularity
  }

  #sourceLanguage(first: DocumentRecord): string {
    const { scope, languages, options } = this.#context
    const [source] = languages
    if (scope === 'all' && first.memory !== undefined) return first.memory.attributes.srclang ?? '*all*'
    return source === undefined || languages.length > 2 ? '*all*' : (options.langMap[source] ?? source)
  }

  /** Tells the reader of memories that labels stand in the segments. */
  #numberingRemark(): MemoryRemark[] {
    if (this.#context.options.numbering === 'strip') return []
    return [{ kind: 'prop', attributes: { type: 'x-numbering' }, value: 'keep' }]
  }

  /** In a pair the source first; with all languages what the memory had, in its order, and then what it had not. */
  #variants(unit: Unit): WrittenVariant[] {
    const { scope, languages } = this.#context
    const known = (unit.memory?.variants ?? []).filter(
      ({ code, content }) => code === undefined || content !== undefined || unit.versions[code] !== undefined
    )
    const added = languages
      .filter((code) => unit.versions[code] !== undefined && !known.some((variant) => variant.code === code))
      .map((code): WrittenVariant => ({ language: code, code }))
    const all = [...known, ...added]
    return scope === 'all' ? all : languages.flatMap((language) => all.filter(({ code }) => code === language))
  }

  #tuv(variant: WrittenVariant, unit: Unit): string {
    const { code } = variant
    const language = (code === undefined ? undefined : this.#context.options.langMap[code]) ?? variant.language
    const remarks = (variant.remarks ?? []).map(remark).join('')
    const tag = startTag('tuv', { 'xml:lang': language, ...variant.attributes })
    return `${tag}${remarks}<seg>${this.#segment(variant, unit)}</seg></tuv>\n`
  }

  #segment({ code, content }: WrittenVariant, unit: Unit): string {
    const { options, report } = this.#context
    const version = code === undefined ? undefined : unit.versions[code]
    if (version === undefined || code === undefined) return inline(content ?? [])
    // What the memory had holds as long as nobody has edited the text.
    if (content !== undefined && plainText(content) === joinSegments(version.segments, code)) {
      const label = options.numbering === 'keep' ? labelBefore(version, code, unit.id, report) : ''
      return escapeText(label) + inline(content)
    }
    return this.#text(version, code, unit)
  }

  /** The text of a version, made for the first file that has it. What there is something to say of is made, and said, for each. */
  #text(version: UnitVersion, code: LanguageTag, { id }: Unit): string {
    const { options, report, written } = this.#context
    const known = written?.get(version)
    if (known !== undefined) return known
    let isSaid = false
    const hear: Report = (...said) => {
      isSaid = true
      report(...said)
    }
    const text = escapeText(versionText(version, code, options.numbering, id, hear))
    if (!isSaid) written?.set(version, text)
    return text
  }
}

function propElement([type, value]: Property): string {
  return `${textElement('prop', { type }, value)}\n`
}

/** Unique in a memory of many documents. */
function tuidOf(unit: Unit, document: DocumentRecord): string {
  return document.symbol === undefined ? unit.id : `${document.symbol}:${unit.id}`
}

function remark({ kind, attributes, value }: MemoryRemark): string {
  return `${textElement(kind, attributes, value)}\n`
}

function inline(content: readonly InlineContent[]): string {
  return content
    .map((piece) =>
      typeof piece === 'string'
        ? escapeText(piece)
        : `${startTag(piece.name, piece.attributes)}${inline(piece.content)}</${piece.name}>`
    )
    .join('')
}
