import { fstatSync, writeSync } from 'node:fs'
import { HexaplaError } from '../../message/report.ts'
import { visibleText } from '../../message/visible.ts'
import { systemCode } from '../process/system-error.ts'

/** Where the command reads and writes: the process, or a test. */
export interface Terminal {
  /** Standard input, which can be read once. */
  stdin: () => AsyncIterable<Uint8Array>
  /** Takes output; resolves when all of it is taken, and throws a `HexaplaError` where it cannot be. */
  stdout: (content: Uint8Array | string) => Promise<void>
  /** Takes lines for people. */
  stderr: (text: string) => void
  /** Whether a person sees standard error, so that progress is worth showing. */
  interactive: boolean
}

/** How messages are shown. */
export interface MessageOptions {
  json?: boolean | undefined
  verbose?: boolean | undefined
}

/** The process as a terminal. */
export const processTerminal: Terminal = {
  stdin: () => process.stdin,
  stdout: async (content) => {
    try {
      // Node takes it for done when a full disk has taken a part.
      if (isFileLike(process.stdout)) writeAll(process.stdout.fd, Buffer.from(content))
      else await writeToStream(process.stdout.isTTY && typeof content === 'string' ? visibleText(content) : content)
    } catch (error) {
      const code = systemCode(error)
      // A reader that has seen enough, such as `head`, is no error.
      if (code === 'EPIPE') process.exit(0)
      throw code === undefined ? error : new HexaplaError('cli:stdout-unwritable', { error: code })
    }
  },
  stderr: (text) => {
    const shown = visibleText(text)
    try {
      if (isFileLike(process.stderr)) writeAll(process.stderr.fd, Buffer.from(shown))
      else process.stderr.write(shown)
    } catch (error) {
      // There is no place left to say so; the exit code does.
      if (systemCode(error) === undefined) throw error
    }
  },
  interactive: process.stderr.isTTY
}

/** Whether a stream is a file or a device such as `/dev/full`: no terminal, no pipe. */
function isFileLike({ fd, isTTY }: { fd: number; isTTY: boolean }): boolean {
  if (isTTY) return false
  const status = fstatSync(fd)
  return status.isFile() || status.isCharacterDevice()
}

/** Writes bytes to their end; the system may take a part of them at a time. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

function writeToStream(content: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}
