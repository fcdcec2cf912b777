import { HexaplaError } from '../message/report.ts'
import type { Source } from '../source/source.ts'
import type { FileFormat } from './format.ts'
import { readText, type ReadOptions } from './index.ts'
import { damaged, readLimits, TimeLimit, type ReadLimits } from './limits.ts'
import { unpack } from './unpack.ts'

/** Options of `readDocument`. */
export interface ReadDocumentOptions extends ReadOptions {
  /** What the file may ask of the machine; the defaults for what is not given. */
  limits?: Partial<ReadLimits>
  /** Called now and then between pages, and when they are read, where garbage may be collected. */
  rest?: (ended?: 'stage') => void
}

/**
 * Bytes of a file in any format to its source: PDF, DOCX, DOC, ODT, RTF, HTML; text as it is. GZIP is opened, and a ZIP archive with
 * one document in it.
 *
 * Readers are loaded when they are needed. Throws a `HexaplaError` for what cannot be read, with the remedy.
 */
export async function readDocument(file: Uint8Array, options: ReadDocumentOptions = {}): Promise<Source | string> {
  const limits: ReadLimits = { ...readLimits, ...options.limits }
  const { bytes, name, format } = unpack(file, options.name ?? 'standard input', limits)
  const time = new TimeLimit(name, limits.seconds)
  checkName(name, format)
  switch (format) {
    case 'docx': {
      const { holdsChunks, readDocx } = await import('./docx/index.ts')
      const chunks = holdsChunks(bytes, name, limits) ? { readChunk: (await import('./chunk-reader.ts')).chunkReader(limits, time) } : {}
      return checked(readDocx(bytes, name, { limits, time, ...chunks }), name)
    }
    case 'odt':
      return checked((await import('./odt/index.ts')).readOdt(bytes, name, limits, time), name)
    case 'rtf':
      return checked((await import('./rtf/index.ts')).readRtf(bytes, name, time), name)
    case 'pdf':
      return checked(await (await import('./pdf/index.ts')).readPdf(bytes, name, { ...limits, rest: options.rest }, options.report, time), name)
    case 'doc':
      return checked((await import('./doc/index.ts')).readDoc(bytes, name, options.report, time), name)
    case 'html':
      return checked((await import('./html/index.ts')).readHtml(bytes, { ...options, name }, time), name)
    case 'mhtml': {
      const page = (await import('./html/mime.ts')).htmlOfMime(bytes)
      if (page === undefined) throw damaged(name, 'it is a web archive without a page')
      return checked((await import('./html/index.ts')).readHtml(page, { ...options, name }, time), name)
    }
    default:
      return readText(bytes, { ...options, name })
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

/** A source with text in it. */
function checked(source: Source, name: string): Source {
  if (source.lines.every(({ facts }) => facts?.furniture !== undefined)) throw new HexaplaError('read:empty', { file: name }, name)
  return source
}
