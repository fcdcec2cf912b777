import { gunzipSync } from 'node:zlib'
import { HexaplaError } from '../message/report.ts'
import type { Source } from '../source/source.ts'
import { formatOf } from './format.ts'
import { readText, type ReadOptions } from './index.ts'
import { damaged, readLimits, tooLarge, type ReadLimits } from './limits.ts'

/** Options of `readDocument`. */
export interface ReadDocumentOptions extends ReadOptions {
  /** What the file may ask of the machine; the defaults for what is not given. */
  limits?: Partial<ReadLimits>
}

/**
 * Bytes of a file in any format to its source: PDF, DOCX, DOC, ODT, RTF, HTML; text as it is. GZIP is opened.
 *
 * Readers are loaded when they are needed. Throws a `HexaplaError` for what cannot be read, with the remedy.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<Source | string> {
  const { name = 'standard input' } = options
  const limits: ReadLimits = { ...readLimits, ...options.limits }
  if (bytes.length > limits.bytes) throw tooLarge(name, 'bytes', limits.bytes)
  switch (formatOf(bytes)) {
    case 'gzip':
      return readDocument(gunzip(bytes, name, limits), { ...options, name, limits: { ...limits, bytes: limits.inflated } })
    case 'docx':
      return checked((await import('./docx/index.ts')).readDocx(bytes, name, limits), name)
    case 'odt':
      return checked((await import('./odt/index.ts')).readOdt(bytes, name, limits), name)
    case 'rtf':
      return checked((await import('./rtf/index.ts')).readRtf(bytes, name), name)
    case 'pdf':
      return checked(await (await import('./pdf/index.ts')).readPdf(bytes, name, limits, options.report), name)
    case 'doc':
      return checked(await (await import('./doc/index.ts')).readDoc(bytes, name, options.report), name)
    case 'html':
      return checked((await import('./html/index.ts')).readHtml(bytes, options), name)
    default:
      return readText(bytes, options)
  }
}

/** A source with text in it. */
function checked(source: Source, name: string): Source {
  if (source.lines.every(({ facts }) => facts?.furniture !== undefined)) throw new HexaplaError('read:empty', { file: name }, name)
  return source
}

function gunzip(bytes: Uint8Array, name: string, { inflated }: ReadLimits): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: inflated })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name, 'inflated', inflated)
    throw damaged(name, error instanceof Error ? error.message : String(error))
  }
}
