/**
 * XLIFF, a file for each pair: 1.2 by default, because OmegaT 3.6 and translate-toolkit read no unit of 2.x and do not
 * say so; 2.1 on request. Both hold the alignment as finished translations.
 */
import type { LanguageTag } from '../language/tag.ts'
import { properties, type Property } from '../memory-format/properties.ts'
import { citation } from '../tree/citation.ts'
import { xliffState } from '../memory-format/xliff-state.ts'
import { isReviewed } from '../tree/status.ts'
import { textChecks } from '../memory-format/text-check.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { isoDate } from './date.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { tool } from './tool.ts'
import { versionText } from './written-text.ts'
import { emptyTag, startTag, textElement, xmlDeclaration } from './xml.ts'

const shared = {
  scopes: ['pair'],
  partial: false,
  kind: 'memory',
  heeds: ['langMap', 'numbering', 'splitMb']
} as const satisfies Partial<Format>

export const xliff12: Format = {
  ...shared,
  name: 'xliff',
  extension: 'xlf',
  title: 'XLIFF 1.2, a file for each pair',
  heeds: ['date', ...shared.heeds],
  open: (context) => new Xliff12Serializer(context)
}

export const xliff21: Format = {
  ...shared,
  name: 'xliff21',
  extension: 'v2.xlf',
  title: 'XLIFF 2.1, a file for each pair; OmegaT 3.6 and translate-toolkit do not read it',
  open: (context) => new Xliff21Serializer(context)
}

/** The two languages of a pair, as codes and as they are written. */
interface Pair {
  source: LanguageTag
  target: LanguageTag
  sourceTag: string
  targetTag: string
}

function pairOf({ languages: [source, target], options }: FileContext): Pair {
  if (source === undefined || target === undefined) throw new RangeError('Unexpected file of one language, expected a pair')
  return { source, target, sourceTag: options.langMap[source] ?? source, targetTag: options.langMap[target] ?? target }
}

class Xliff12Serializer implements Serializer {
  readonly #context: FileContext
  readonly #pair: Pair

  constructor(context: FileContext) {
    this.#context = context
    this.#pair = pairOf(context)
  }

  start(): string {
    return `${xmlDeclaration}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n`
  }

  openDocument(document: DocumentRecord): string {
    const { options } = this.#context
    const attributes = {
      original: document.symbol ?? document.name ?? options.name,
      'source-language': this.#pair.sourceTag,
      'target-language': this.#pair.targetTag,
      datatype: 'plaintext',
      date: options.date === undefined ? undefined : isoDate(options.date),
      'tool-id': tool.name
    }
    const signature = emptyTag('tool', { 'tool-id': tool.name, 'tool-name': tool.name, 'tool-version': tool.version })
    return `${startTag('file', attributes)}\n<header>${signature}</header>\n<body>\n`
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages } = this.#context
    const { sourceTag, targetTag } = this.#pair
    const [source, target] = texts(unit, this.#pair, this.#context)
    const facts = [...properties(unit, document, languages), checks(this.#pair, source, target)]
    const contexts = facts.map(([name, value]) => textElement('context', { 'context-type': name }, value)).join('')
    const note = citation(unit, document, languages)
    return [
      startTag('trans-unit', { id: unit.id, approved: isReviewed(unit.status) ? 'yes' : undefined }),
      textElement('source', { 'xml:lang': sourceTag }, source),
      textElement('target', { 'xml:lang': targetTag, state: xliffState(unit.status, 'xliff12') }, target),
      ...(contexts === '' ? [] : [`<context-group purpose="information">${contexts}</context-group>`]),
      ...(note === '' ? [] : [textElement('note', {}, note)]),
      '</trans-unit>\n'
    ].join('\n')
  }

  closeDocument(): string {
    return '</body>\n</file>\n'
  }

  end(): string {
    return '</xliff>\n'
  }
}

class Xliff21Serializer implements Serializer {
  readonly #context: FileContext
  readonly #pair: Pair
  /** Ids must be name tokens, which addresses are not: addresses become names, ids are counted. */
  #files = 0
  #units = 0

  constructor(context: FileContext) {
    this.#context = context
    this.#pair = pairOf(context)
  }

  start(): string {
    const { sourceTag, targetTag } = this.#pair
    const namespace = 'urn:oasis:names:tc:xliff:document:2.0'
    return `${xmlDeclaration}${startTag('xliff', { xmlns: namespace, version: '2.1', srcLang: sourceTag, trgLang: targetTag })}\n`
  }

  openDocument(document: DocumentRecord): string {
    this.#files += 1
    this.#units = 0
    return `${startTag('file', { id: `f${this.#files}`, original: document.symbol ?? document.name ?? this.#context.options.name })}\n`
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages } = this.#context
    const { sourceTag, targetTag } = this.#pair
    this.#units += 1
    const note = citation(unit, document, languages)
    const [source, target] = texts(unit, this.#pair, this.#context)
    const notes = [
      ...(note === '' ? [] : [textElement('note', {}, note)]),
      ...[...properties(unit, document, languages), checks(this.#pair, source, target)].map(([category, value]) => textElement('note', { category }, value))
    ]
    return [
      startTag('unit', { id: `u${this.#units}`, name: unit.id }),
      ...(notes.length === 0 ? [] : [`<notes>${notes.join('')}</notes>`]),
      startTag('segment', { state: xliffState(unit.status, 'xliff21') }),
      textElement('source', { 'xml:lang': sourceTag }, source),
      textElement('target', { 'xml:lang': targetTag }, target),
      '</segment>',
      '</unit>\n'
    ].join('\n')
  }

  closeDocument(): string {
    return '</file>\n'
  }

  end(): string {
    return '</xliff>\n'
  }
}

/** By which a reader knows what was edited since. */
function checks({ source, target }: Pair, sourceText: string, targetText: string): Property {
  return ['x-text-check', textChecks([[source, sourceText], [target, targetText]])]
}

function texts(unit: Unit, { source, target }: Pair, { options, report }: FileContext): [string, string] {
  const textOf = (code: LanguageTag): string => {
    const version = unit.versions[code]
    return version === undefined ? '' : versionText(version, code, options.numbering, unit.id, report)
  }
  return [textOf(source), textOf(target)]
}
