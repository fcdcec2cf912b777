import { fstatSync, writeSync } from 'node:fs'
import type { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { HexaplaError } from '../message/report.ts'
import { visibleText } from '../message/visible.ts'
import { systemCode } from './system-error.ts'

/** Where the command reads and writes: the process, or a test. */
export interface Terminal {
  /** Standard input, which can be read once. */
  stdin: () => AsyncIterable<Uint8Array>
  /** Takes output; resolves when all of it is taken, and throws a `HexaplaError` where it cannot be. */
  stdout: (text: string) => Promise<void>
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

/**
 * Shows the messages of files on standard error, for people or, with `json`, for machines. Without `verbose`, what is
 * only for the record is left out.
 */
export function showMessages(files: readonly VFile[], terminal: Terminal, { json, verbose }: MessageOptions): void {
  for (const file of files) if (!verbose) file.messages = file.messages.filter(({ fatal }) => fatal !== undefined && fatal !== null)
  const spoken = files.filter(({ messages }) => messages.length > 0)
  if (spoken.length === 0) return
  if (!json) sayRemediesOnce(spoken)
  terminal.stderr(json ? `${JSON.stringify(spoken.map(toJson))}\n` : `${reporter(spoken, { verbose: true })}\n`)
}

/** One remedy for all messages of a kind: the first has it. */
function sayRemediesOnce(files: readonly VFile[]): void {
  const said = new Set<string>()
  for (const message of files.flatMap(({ messages }) => messages)) {
    if (message.note !== undefined && said.has(message.note)) message.note = undefined
    else if (message.note !== undefined) said.add(message.note)
  }
}

function toJson({ path, messages }: VFile): unknown {
  return {
    path,
    messages: messages.map(({ fatal, source, ruleId, reason, line, column, place, actual, expected, note }) => ({
      severity: fatal === true ? 'fatal' : fatal === false ? 'warning' : 'info',
      id: `${source}:${ruleId}`,
      reason,
      line,
      column,
      place,
      actual,
      expected,
      note
    }))
  }
}

/** The process as a terminal. */
export const processTerminal: Terminal = {
  stdin: () => process.stdin,
  stdout: async (text) => {
    try {
      // Node takes it for done when a full disk has taken a part.
      if (isFileLike(process.stdout)) writeAll(process.stdout.fd, Buffer.from(text))
      else await writeToStream(process.stdout.isTTY ? visibleText(text) : text)
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

function writeToStream(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}
