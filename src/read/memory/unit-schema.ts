/** What a line of units in JSON must be, whoever wrote it. */
import * as v from 'valibot'
import { isLanguageTag } from '../../language/tag.ts'
import { attributesOf, deepest, inlineNames, type TmxElementName } from './tmx-names.ts'
import { isTagAuthor, isTagName, isTagReason } from '../../tree/unit-tag.ts'
import { unitBlocks, type DocumentRecord, type InlineContent, type Unit } from '../../tree/unit.ts'

/** Text that is written to XML and to names: whole characters alone. */
const text = v.pipe(v.string(), v.check((value) => !/\p{Cs}/u.test(value), 'half a character'))
const name = v.pipe(text, v.minLength(1, 'no text'))
const language = v.pipe(v.string(), v.check(isLanguageTag, 'no tag of a language'))

/** An object; lists are objects to JavaScript. */
function object<Value extends object>() {
  return v.custom<Value>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'no object')
}

/** Attributes by their names, which are written as they are. */
function attributes(element: TmxElementName) {
  const known = attributesOf(element)
  return v.pipe(object<Record<string, string>>(), v.record(v.pipe(v.string(), v.check((key) => known?.has(key) ?? false, `no attribute of ${element} in TMX`)), text))
}

const inline: v.GenericSchema<InlineContent> = v.lazy(() => v.union([v.string(), markup]))
const markup = v.variant('name', inlineNames.map((each) => v.object({ name: v.literal(each), attributes: attributes(each), content: v.array(inline) })))
const content = v.array(inline)

const remark = v.variant('kind', [
  v.object({ kind: v.literal('note'), attributes: attributes('note'), value: v.string() }),
  v.object({ kind: v.literal('prop'), attributes: attributes('prop'), value: v.string() })
])

const encoding = v.object({
  name: v.literal('ude'),
  attributes: attributes('ude'),
  content: v.array(v.object({ name: v.literal('map'), attributes: attributes('map'), content: v.tuple([]) }))
})

const variant = v.looseObject({
  language: text,
  code: v.optional(language),
  attributes: v.optional(attributes('tuv')),
  remarks: v.optional(v.array(remark)),
  content: v.optional(content)
})

const version = v.pipe(
  v.looseObject({
    segments: v.pipe(v.array(v.string()), v.minLength(1, 'no segment')),
    addresses: v.array(text),
    label: v.optional(text),
    page: v.optional(v.pipe(v.number(), v.integer('no whole number'), v.minValue(1, 'no page')))
  }),
  v.check(({ segments, addresses }) => segments.length === addresses.length, 'not as many addresses as segments')
)

const tag = v.looseObject({
  tag: v.pipe(v.string(), v.check(isTagName, 'no name of a tag')),
  by: v.optional(v.pipe(v.string(), v.check(isTagAuthor, 'no name of who set a tag'))),
  reason: v.optional(v.pipe(v.string(), v.check(isTagReason, 'no reason of a tag')))
})

const unit = v.pipe(
  v.looseObject({
    type: v.literal('unit'),
    symbol: v.optional(text),
    id: name,
    granularity: v.picklist(['sentence', 'paragraph']),
    block: v.picklist(unitBlocks),
    address: text,
    versions: v.pipe(object(), v.record(language, version)),
    score: v.optional(v.pipe(v.number(), v.minValue(0, 'a score below 0'), v.maxValue(1, 'a score above 1'))),
    by: name,
    status: v.optional(name),
    tags: v.optional(v.array(tag)),
    memory: v.optional(v.pipe(object(), v.looseObject({ attributes: v.optional(attributes('tu')), remarks: v.optional(v.array(remark)), variants: v.optional(v.array(variant)) })))
  }),
  v.check(({ score, versions }) => score !== undefined || Object.keys(versions).length < 2, 'no score of two versions or more')
)

const record = v.looseObject({
  language,
  file: text,
  symbol: v.optional(text),
  jobNumber: v.optional(text),
  date: v.optional(text),
  original: v.optional(language),
  reissue: v.optional(text)
})

const document = v.looseObject({
  type: v.literal('document'),
  symbol: v.optional(text),
  versions: v.pipe(object(), v.record(language, record)),
  memory: v.optional(v.pipe(object(), v.looseObject({ attributes: attributes('header'), remarks: v.optional(v.array(remark)), encodings: v.optional(v.array(encoding)) })))
})

const lineSchema = v.variant('type', [document, unit])

/** A line that was read. */
export type UnitLine = { type: 'document'; value: DocumentRecord } | { type: 'unit'; value: Unit; symbol: string | undefined }

/** A line of JSON as a document or a unit, or what is wrong with it, in a few words. */
export function readUnitLine(line: string): UnitLine | string {
  const json = parseJson(line)
  if (json === undefined) return 'no JSON'
  const odd = findOddShape(json)
  if (odd !== undefined) return odd
  const { issues } = v.safeParse(lineSchema, json, { abortEarly: true })
  if (issues) return describe(issues[0])
  // The value as it came, its keys in their order: what was written comes back to the byte.
  const { type, ...value } = json as { type: 'document' | 'unit' }
  if (type === 'document') return { type, value: value as unknown as DocumentRecord }
  const { symbol, ...rest } = value as { symbol?: string }
  return { type, value: rest as unknown as Unit, symbol }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Keys that every object of JavaScript has: no schema can tell one of its own. */
const inherited: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** What the schema cannot tell: values deeper in one another than any memory has them, found without a call for each, and inherited keys. */
function findOddShape(value: unknown): string | undefined {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    // A unit holds its markup six deep, and each element takes two levels.
    if (depth > 2 * deepest + 6) return `more than ${deepest} elements inside of one another`
    const below: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      for (const [key, inner] of Object.entries(each)) {
        if (inherited.has(key)) return `key ${key}`
        if (typeof inner === 'object') below.push(inner)
      }
    }
    level = below
  }
  return undefined
}

/** `versions.en.segments: expected Array, found null`. */
function describe(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue)
  const { expected, received, message } = issue
  const what = expected === null ? (received === 'Object' || received === 'Array' ? message : `${message} (${received.slice(0, 40)})`) : `expected ${expected}, found ${received.slice(0, 40)}`
  return where === null ? what : `${where.slice(0, 80)}: ${what}`
}
