import { HexaplaError } from '../../message/report.ts'

/** The code that the system gives an error, such as `ENOENT`; `undefined` for an error that is none of the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined
}

/** What reading failed for, as a message; an error that is none of the system's is given back as it is. */
export function readingError(error: unknown, file: string, expected: string): unknown {
  const code = systemCode(error)
  switch (code) {
    case undefined:
      return error
    case 'ENOENT':
    case 'ENOTDIR':
      return new HexaplaError('read:missing', { file, expected }, file)
    case 'EISDIR':
      return new HexaplaError('read:not-a-file', { file }, file)
    case 'ENAMETOOLONG':
      return new HexaplaError('cli:name-too-long', { file }, file)
    default:
      return new HexaplaError('read:unreadable', { file, error: code }, file)
  }
}

/** What writing failed for, as a message; an error that is none of the system's is given back as it is. */
export function writingError(error: unknown, file: string): unknown {
  const code = systemCode(error)
  switch (code) {
    case undefined:
      return error
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new HexaplaError('cli:disk-full', { file, error: code }, file)
    case 'ENOTDIR':
    case 'EEXIST':
      return new HexaplaError('cli:output-not-a-folder', { file }, file)
    case 'EISDIR':
      return new HexaplaError('cli:output-is-a-folder', { file }, file)
    case 'ENAMETOOLONG':
      return new HexaplaError('cli:name-too-long', { file }, file)
    default:
      return new HexaplaError('cli:output-unwritable', { file, error: code }, file)
  }
}
