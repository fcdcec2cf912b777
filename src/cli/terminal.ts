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
