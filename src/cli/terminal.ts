import type { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'

/** Where the command reads and writes: the process, or a test. */
export interface Terminal {
  stdin: () => Promise<Uint8Array>
  /** Takes output; resolves when more can be taken. */
  stdout: (text: string) => Promise<void>
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
  stdin: async () => {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  },
  stdout: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (error) reject(error)
        else resolve()
      })
    }),
  stderr: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY
}
