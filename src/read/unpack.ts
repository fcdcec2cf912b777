import { gunzipSync } from 'node:zlib'
import { HexaplaError } from '../message/report.ts'
import { archiveFile, archiveFiles } from './archive-files.ts'
import { formatOf, type FileFormat } from './format.ts'
import { damaged, tooLarge, type ReadLimits } from './limits.ts'

/** A file that is packed in nothing. */
export interface UnpackedFile {
  /** With the path inside of an archive behind it. */
  name: string
  bytes: Uint8Array
  format: Exclude<FileFormat, 'gzip' | 'zip'>
}

/** Opens GZIP, and a ZIP archive with one document in it. Throws a `HexaplaError` where a file cannot be opened, or is over a limit. */
export function unpack(bytes: Uint8Array, name: string, limits: ReadLimits): UnpackedFile {
  if (bytes.length > limits.bytes) throw tooLarge(name, 'bytes', limits.bytes)
  const format = formatOf(bytes)
  switch (format) {
    case 'zip': {
      const { file, content } = onlyDocument(bytes, name, limits)
      return unpack(content, `${name}/${file}`, { ...limits, bytes: limits.inflated })
    }
    case 'gzip': {
      const content = gunzip(bytes, name, limits)
      // Some files unpack to themselves.
      if (formatOf(content) === 'gzip') throw damaged(name, 'GZIP is packed in GZIP')
      return unpack(content, name, { ...limits, bytes: limits.inflated })
    }
    default:
      return { name, bytes, format }
  }
}

/** The document in an archive; throws where it holds none or more of them, with their names. */
function onlyDocument(bytes: Uint8Array, name: string, limits: ReadLimits): { file: string; content: Uint8Array } {
  const files = archiveFiles(bytes, name, limits)
  const [file] = files
  const content = file === undefined || files.length > 1 ? undefined : archiveFile(bytes, name, file, limits)
  if (file === undefined || content === undefined || formatOf(content) === 'zip' || formatOf(content) === 'gzip') throw new HexaplaError('read:archive', { file: name, count: files.length, actual: files.slice(0, 6).join(', ').slice(0, 200) }, name)
  return { file, content }
}

function gunzip(bytes: Uint8Array, name: string, { inflated }: ReadLimits): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: inflated })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name, 'inflated', inflated)
    throw damaged(name, error instanceof Error ? error.message : String(error))
  }
}
