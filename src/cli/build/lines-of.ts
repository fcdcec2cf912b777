import { closeSync, openSync, readSync } from 'node:fs'
import { systemCode } from '../process/system-error.ts'

/** Lines of a file in UTF-8, read piece by piece: the whole is never held. None where there is no file. */
export function* linesOf(file: string): Generator<string> {
  const fd = open(file)
  if (fd === undefined) return
  try {
    const [decoder, piece] = [new TextDecoder(), Buffer.alloc(1 << 16)]
    let rest = ''
    for (let length = readSync(fd, piece); length > 0; length = readSync(fd, piece)) {
      const lines = (rest + decoder.decode(piece.subarray(0, length), { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    yield rest + decoder.decode()
  } finally {
    closeSync(fd)
  }
}

function open(file: string): number | undefined {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
