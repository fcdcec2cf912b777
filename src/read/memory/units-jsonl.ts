import { isLanguageTag } from '../../language/tag.ts'
import { HexaplaError } from '../../message/report.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import { decode, type ByteStream } from './decode.ts'

/**
 * Reads units in JSON Lines, as `--to jsonl` writes them: a line with the record of a document, then a line a unit.
 *
 * A unit without a document before it, or with another symbol, begins a document of which no more is known, so that
 * lines may be filtered. Throws `read:memory-line` for anything else.
 */
export async function* readUnitsJsonl(bytes: ByteStream, file = 'standard input'): AsyncGenerator<AlignedDocument, void, undefined> {
  let document: DocumentRecord | undefined
  for await (const lines of linesOf(bytes, file)) {
    let units: Unit[] = []
    for (const { text, number } of lines) {
      if (text.trim() === '') continue
      const { type, value, symbol } = parseLine(text, number, file)
      const begins = type === 'document' || document === undefined || document.symbol !== symbol
      if (begins) {
        if (document !== undefined && units.length > 0) yield { document, units }
        units = []
        document = type === 'document' ? value : { ...(symbol === undefined ? {} : { symbol }), versions: {} }
      }
      if (type === 'unit') units.push(value)
    }
    if (document !== undefined && units.length > 0) yield { document, units }
  }
}

interface Line {
  text: string
  /** From 1. */
  number: number
}

/** Whole lines, in batches as they come. */
async function* linesOf(bytes: ByteStream, file: string): AsyncGenerator<Line[], void, undefined> {
  let rest = ''
  let number = 0
  for await (const piece of decode(bytes, file)) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    yield texts.map((text) => ({ text, number: (number += 1) }))
  }
  if (rest !== '') yield [{ text: rest, number: number + 1 }]
}

type ParsedLine =
  | { type: 'document'; value: DocumentRecord; symbol: string | undefined }
  | { type: 'unit'; value: Unit; symbol: string | undefined }

function parseLine(text: string, line: number, file: string): ParsedLine {
  const fail = (error: string): never => {
    throw new HexaplaError('read:memory-line', { file, line, error }, file)
  }
  const json = parseJson(text) ?? fail('no JSON')
  if (!isRecord(json)) return fail('no object')
  const { type, ...value } = json
  if (type === 'document') return isDocument(value) ? { type, value, symbol: value.symbol } : fail('no record of a document')
  if (type !== 'unit') return fail('neither a document nor a unit')
  const { symbol, ...unit } = value
  if (symbol !== undefined && typeof symbol !== 'string') return fail('a symbol that is no text')
  const error = unitError(unit)
  return error === undefined && isUnit(unit) ? { type, value: unit, symbol } : fail(error ?? 'no unit')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDocument(value: Record<string, unknown>): value is Record<string, unknown> & DocumentRecord {
  const { symbol, versions } = value
  return (symbol === undefined || typeof symbol === 'string') && isRecord(versions) && Object.keys(versions).every(isLanguageTag)
}

/** What a unit lacks; only what the writers rely on is looked at. */
function unitError({ id, granularity, address, score, by, block, versions }: Record<string, unknown>): string | undefined {
  if (typeof id !== 'string' || id === '') return 'a unit without an id'
  if (granularity !== 'sentence' && granularity !== 'paragraph') return `unit ${id} without a granularity`
  if (typeof address !== 'string' || typeof by !== 'string' || typeof block !== 'string') return `unit ${id} without address, block or by`
  if (!isRecord(versions)) return `unit ${id} without versions`
  const isAlone = score === undefined && Object.keys(versions).length < 2
  if (!isAlone && (typeof score !== 'number' || !(score >= 0 && score <= 1))) return `unit ${id} without a score from 0 to 1`
  const wrong = Object.entries(versions).find(([code, version]) => !isLanguageTag(code) || !isVersion(version))
  return wrong === undefined ? undefined : `unit ${id} with a wrong version ${wrong[0]}`
}

function isUnit(value: Record<string, unknown>): value is Record<string, unknown> & Unit {
  return unitError(value) === undefined
}

function isVersion(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { segments, addresses } = value
  return isTexts(segments) && segments.length > 0 && isTexts(addresses) && addresses.length === segments.length
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}
