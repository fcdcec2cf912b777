/**
 * cesAlign (XCES), as OPUS and the UN Parallel Corpus have it: links between sentences of two TEI files, one group a
 * document. Links with an empty side are kept.
 */
import type { LanguageTag } from '../language/tag.ts'
import { alignType, pairScore } from '../tree/pair.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { fileName } from './routes.ts'
import { SentenceCounter } from './sentence-counter.ts'
import { tei } from './tei.ts'
import { emptyTag, startTag, xmlDeclaration } from './xml.ts'

export const cesAlign: Format = {
  name: 'ces',
  title: 'cesAlign: links between the sentences of two TEI files',
  extension: 'ces.xml',
  scopes: ['pair'],
  partial: true,
  kind: 'document',
  heeds: [],
  open: (context) => new CesAlignSerializer(context)
}

class CesAlignSerializer implements Serializer {
  readonly #context: FileContext
  #counters = new Map<LanguageTag, SentenceCounter>()

  constructor(context: FileContext) {
    this.#context = context
  }

  start(): string {
    return `${xmlDeclaration}<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n<cesAlign version="1.0">\n`
  }

  openDocument(_document: DocumentRecord, ordinal: number): string {
    const { languages, granularity, options } = this.#context
    this.#counters = new Map(languages.map((code) => [code, new SentenceCounter()]))
    const [fromDoc, toDoc] = languages.map((code) => fileName({ stem: options.name, document: ordinal, key: code, granularity, part: 1, extension: tei.extension }))
    return `${startTag('linkGrp', { targType: 's', fromDoc, toDoc })}\n`
  }

  unit(unit: Unit): string {
    const { languages } = this.#context
    const sides = languages.map((code) => {
      const version = unit.versions[code]
      return version === undefined ? '' : (this.#counters.get(code)?.next(version).join(' ') ?? '')
    })
    const type = alignType(unit, languages)
    return `${emptyTag('link', { type, xtargets: sides.join(';'), score: pairScore(unit, languages) })}\n`
  }

  closeDocument(): string {
    return '</linkGrp>\n'
  }

  end(): string {
    return '</cesAlign>\n'
  }
}
