import { gunzipSync } from 'node:zlib'
import { HexaplaError } from '../message/report.ts'
import type { Source } from '../source/source.ts'
import { Archive } from './archive.ts'
import { formatOf, type FileFormat } from './format.ts'
import { readText, type ReadOptions } from './index.ts'
import { damaged, readLimits, tooLarge, type ReadLimits } from './limits.ts'

/** Options of `readDocument`. */
export interface ReadDocumentOptions extends ReadOptions {
  /** What the file may ask of the machine; the defaults for what is not given. */
  limits?: Partial<ReadLimits>
}

/**
 * Bytes of a file in any format to its source: PDF, DOCX, DOC, ODT, RTF, HTML; text as it is. GZIP is opened, and a ZIP archive with
 * one document in it.
 *
 * Readers are loaded when they are needed. Throws a `HexaplaError` for what cannot be read, with the remedy.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<Source | string> {
  const { name = 'standard input' } = options
  const limits: ReadLimits = { ...readLimits, ...options.limits }
  if (bytes.length > limits.bytes) throw tooLarge(name, 'bytes', limits.bytes)
  const format = formatOf(bytes)
  checkName(name, format)
  switch (format) {
    case 'zip': {
      const { file, content } = onlyDocument(bytes, name, limits)
      return readDocument(content, { ...options, name: `${name}/${file}`, limits: { ...limits, bytes: limits.inflated } })
    }
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

/** Endings that only files of one kind have. Many files are called `.doc` that are RTF or HTML. */
const endings: ReadonlyArray<readonly [ending: RegExp, kind: string]> = [
  [/\.pdf$/i, 'PDF'],
  [/\.docx$/i, 'DOCX'],
  [/\.odt$/i, 'ODT']
]

/** Throws where a file is called as what it is not: an answer of a server that was saved, a text. */
function checkName(name: string, format: FileFormat): void {
  const [, expected] = endings.find(([ending]) => ending.test(name)) ?? []
  if (expected !== undefined && (format === 'text' || format === 'html' || format === 'xml')) throw new HexaplaError('read:misnamed', { file: name, actual: format === 'text' ? 'text' : format.toUpperCase(), expected }, name)
}

/** Files of an archive that are of the program that packed it. */
const ofPacker = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/

/** The document in an archive; throws where it holds none or more of them, with their names. */
function onlyDocument(bytes: Uint8Array, name: string, limits: ReadLimits): { file: string; content: Uint8Array } {
  const archive = new Archive(bytes, name, limits)
  const files = archive.names.filter((each) => !ofPacker.test(each))
  const [file] = files
  const content = file === undefined || files.length > 1 ? undefined : archive.bytes(file)
  if (file === undefined || content === undefined || formatOf(content) === 'zip' || formatOf(content) === 'gzip') throw new HexaplaError('read:archive', { file: name, count: files.length, actual: files.slice(0, 6).join(', ').slice(0, 200) }, name)
  return { file, content }
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
