import type { LanguageTag } from '../../language/tag.ts'
import { plainText } from '../../memory-format/plain-text.ts'
import { granularityOf } from '../../memory-format/segtype.ts'
import { isOwnProperty } from '../../memory-format/properties.ts'
import { citation } from '../../tree/citation.ts'
import type {
  DocumentRecord,
  InlineContent,
  MemoryHeader,
  MemoryRecord,
  MemoryRemark,
  MemoryVariant,
  Unit
} from '../../tree/unit.ts'
import { readTags } from '../../tree/unit-tag.ts'
import { isInlineName } from './tmx-names.ts'
import { children, innerText, type ReadElement, type XmlElement } from './elements.ts'
import { anyLanguageOfTag } from './language-tag.ts'
import type { ReadingLog } from './reading-log.ts'
import { blockOf, documentKeyOf, documentOf, scoreOf, statusOf, tagsOf, versionOf, type FactsContext } from './unit-of-facts.ts'

/** A unit, and the document that it says it is from. */
export interface ReadUnit {
  unit: Unit
  document: DocumentRecord
  /** The same for all units of a document. */
  documentKey: string
}

/** What stands in a segment as every writer would write it; anything else is kept beside it. */
const unwritable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u2028\u2029\uFEFF]/u

/** What is known of a memory before its first unit. */
export interface ReadMemory {
  header: MemoryHeader
  /** Whether labels stand in front of segments. */
  keepsLabels: boolean
  file: string
  /** The languages of the units so far, in the order in which they came. */
  order: LanguageTag[]
  log: ReadingLog
}

/** Whether a header says that labels stand in front of segments. */
export function keepsLabels(element: XmlElement): boolean {
  return remarksOf(element).some(isNumberingRemark)
}

function isNumberingRemark({ kind, attributes, value }: MemoryRemark): boolean {
  return kind === 'prop' && attributes.type === 'x-numbering' && value === 'keep'
}

/** The header of a memory, with everything in it. */
export function headerOf(element: XmlElement): MemoryHeader {
  const encodings = children(element).filter(({ name }) => name === 'ude')
  // Labels are taken off the segments again, so that this is no longer true.
  const remarks = remarksOf(element).filter((remark) => !isNumberingRemark(remark))
  return {
    attributes: element.attributes,
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(encodings.length === 0 ? {} : { encodings })
  }
}

/**
 * A `tu` as a unit. Everything that a unit has no field for is in its `memory`: second variants, markup, attributes,
 * notes and props. A unit that hexapla wrote (it has `x-unit-id`) gets its own fields back.
 */
export function unitOfTu({ element: tu, line }: ReadElement, ordinal: number, { header, keepsLabels, file, order, log }: ReadMemory): ReadUnit {
  const remarks = remarksOf(tu)
  const props = new Map(remarks.flatMap(({ kind, attributes, value }) => (kind === 'prop' ? [[attributes.type ?? '', value] as const] : [])))
  const isOwn = props.has('x-unit-id')
  /** What the props of another tool mean is not known. */
  const facts: ReadonlyMap<string, string> = isOwn ? props : new Map()
  const id = facts.get('x-unit-id') ?? `tu${ordinal}`

  const versions: Unit['versions'] = {}
  const variants = children(tu)
    .filter(({ name }) => name === 'tuv')
    .map((tuv) => readVariant(tuv, versions, { id, facts, keepsLabels, line, log }))
  const codes = variants.flatMap(({ code }) => code ?? [])
  order.push(...codes.filter((code) => !order.includes(code)))

  const status = isOwn ? undefined : statusRemark(remarks)
  const tags = isOwn ? undefined : tagsRemark(remarks)
  const unit: Unit = {
    id,
    granularity: granularityOf(tu.attributes.segtype ?? header.attributes.segtype),
    block: blockOf(facts),
    address: facts.get('x-un-para') ?? id,
    versions,
    ...(Object.keys(versions).length < 2 && !facts.has('x-align-score') ? {} : { score: scoreOf(facts.get('x-align-score')) }),
    by: facts.get('x-align-by') ?? 'memory',
    ...statusOf(isOwn ? facts.get('x-status') : status?.value),
    ...tagsOf(isOwn ? facts.get('x-tags') : tags?.value)
  }
  const document = { ...documentOf(facts, codes, file), memory: header }
  const left = isOwn
    ? withoutOwn(remarks, citation(unit, document, codes))
    : remarks.filter((remark) => remark !== status && remark !== tags)
  const told = isOwn && isTold(variants, order)
  const memory = memoryOf(tu.attributes, left, told ? undefined : variants)
  const documentKey = documentKeyOf(facts)
  return { unit: memory === undefined ? unit : { ...unit, memory }, document, documentKey }
}

/** A `tuv`; its text goes to `versions` where it is the first in its language. */
function readVariant(tuv: XmlElement, versions: Unit['versions'], context: FactsContext): MemoryVariant {
  const { 'xml:lang': xmlLang, ...others } = tuv.attributes
  const language = xmlLang ?? tuv.attributes.lang ?? ''
  const content = children(tuv).find(({ name }) => name === 'seg')?.content ?? contentWithoutSeg(tuv, language, context)
  const code = anyLanguageOfTag(language)
  const text = plainText(content)
  const isFirst = code !== undefined && versions[code] === undefined && text.trim() !== ''
  if (isFirst) versions[code] = versionOf(text, code, context)
  const remarks = remarksOf(tuv)
  const isPlain = content.length === 1 && content[0] === text.trim().normalize('NFC') && !unwritable.test(text)
  return {
    language,
    ...(isFirst ? { code } : {}),
    ...(Object.keys(others).length === 0 ? {} : { attributes: others }),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(isFirst && isPlain ? {} : { content })
  }
}

/** The text of a `tuv` that has none of the `seg` that TMX asks for. */
function contentWithoutSeg(tuv: XmlElement, language: string, { line, log }: FactsContext): InlineContent[] {
  const content = tuv.content.filter(isOfSegment)
  if (plainText(content).trim() === '') return []
  log.say('read:memory-seg-missing', line, { language })
  return content.every((piece) => typeof piece === 'string') ? [content.join('').trim()] : content
}

/** Whether a `tu` has a segment in no language at all, not even an empty one. */
export function hasNoSegment(tu: XmlElement): boolean {
  const variants = children(tu).filter(({ name }) => name === 'tuv')
  return variants.every((tuv) => children(tuv).every(({ name }) => name !== 'seg') && plainText(tuv.content.filter(isOfSegment)).trim() === '')
}

/** Whether a piece of a `tuv` without a `seg` belongs to its text. */
function isOfSegment(piece: InlineContent): boolean {
  return typeof piece === 'string' || isInlineName(piece.name)
}

function memoryOf(
  attributes: Record<string, string>,
  remarks: MemoryRemark[],
  variants: MemoryVariant[] | undefined
): MemoryRecord | undefined {
  const record: MemoryRecord = {
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(variants === undefined ? {} : { variants })
  }
  return Object.keys(record).length === 0 ? undefined : record
}

/** Whether the versions alone tell all of the variants: nothing beside the text, in the order of the units before. */
function isTold(variants: readonly MemoryVariant[], order: readonly LanguageTag[]): boolean {
  const rank = (code: LanguageTag | undefined): number => (code === undefined ? -1 : order.indexOf(code))
  return variants.every(
    ({ language, code, ...more }, index) =>
      language === code && Object.keys(more).length === 0 && (index === 0 || rank(variants[index - 1]?.code) < rank(code))
  )
}

/** Notes and props directly inside of an element, in order. */
function remarksOf(element: XmlElement): MemoryRemark[] {
  return children(element).flatMap((child): MemoryRemark[] => {
    const { name, attributes } = child
    return name === 'note' || name === 'prop' ? [{ kind: name, attributes, value: innerText(child) }] : []
  })
}

/** What is left when the props of hexapla and its note are made again from the unit. */
function withoutOwn(remarks: readonly MemoryRemark[], cited: string): MemoryRemark[] {
  const note = remarks.findIndex(({ kind, attributes, value }) => kind === 'note' && value === cited && Object.keys(attributes).length === 0)
  return remarks.filter(({ kind, attributes }, index) => index !== note && !(kind === 'prop' && isOwnProperty(attributes.type ?? '')))
}

/** The status that a unit of another tool says it has, where it is one name and no more. */
function statusRemark(remarks: readonly MemoryRemark[]): MemoryRemark | undefined {
  const told = remarks.filter(({ kind, attributes }) => kind === 'prop' && attributes.type === 'x-status')
  const [only] = told
  return told.length === 1 && only && Object.keys(only.attributes).length === 1 && /^[a-z][\w-]*$/i.test(only.value) ? only : undefined
}

/** The tags that a memory has given to a unit of another tool. */
function tagsRemark(remarks: readonly MemoryRemark[]): MemoryRemark | undefined {
  const told = remarks.filter(({ kind, attributes }) => kind === 'prop' && attributes.type === 'x-tags')
  const [only] = told
  return told.length === 1 && only && Object.keys(only.attributes).length === 1 && readTags(only.value) !== undefined ? only : undefined
}
