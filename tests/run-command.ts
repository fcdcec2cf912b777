import { Readable } from 'node:stream'
import { runCommand } from '../src/cli/program.ts'

/** What a run of the command gave. */
export interface CommandResult {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command in this process, as a shell would with its output piped. */
export async function run(argv: readonly string[], stdin = ''): Promise<CommandResult> {
  const result: CommandResult = { code: 0, stdout: '', stderr: '' }
  result.code = await runCommand(
    argv,
    {
      stdin: () => Readable.from([Buffer.from(stdin)]),
      stdout: (text) => {
        result.stdout += text
        return Promise.resolve()
      },
      stderr: (text) => {
        result.stderr += text
      },
      interactive: false
    },
    '0.0.0'
  )
  return result
}
