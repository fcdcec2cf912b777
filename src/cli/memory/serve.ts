import { lookerPool } from '../../look-up/look-up-pool.ts'
import { lookUpRoutes } from '../../look-up/routes.ts'
import { visibleName } from '../../message/visible.ts'
import { serve } from '../../server/index.ts'
import { withMemory } from './memory-list.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayLines } from '../output/write-output.ts'

/** Options of `hexapla serve`. */
export interface ServeCommandOptions extends MessageOptions {
  memory: string
  host?: string
  port?: number
  name?: string[]
  token?: string
}

/** The port where none is named. */
const usualPort = 8070

/** `hexapla serve -m MEMORY`: answers until it is ended. Exit code. */
export async function runServe({ memory: file, host, port = usualPort, name, token, ...options }: ServeCommandOptions, terminal: Terminal, ended = untilSignal): Promise<number> {
  // That it is a memory is known before anybody asks.
  return withMemory(file, options, terminal, async () => {
    const looker = await lookerPool(file)
    const serving = await serve(lookUpRoutes(looker), {
      port,
      ...(host === undefined ? {} : { host }),
      ...(name === undefined ? {} : { hosts: name }),
      ...(token === undefined ? {} : { token }),
      failed: (error, path) => {
        terminal.stderr(`error: ${visibleName(path)}: ${error instanceof Error ? visibleName(error.message) : 'unknown'}\n`)
      }
    })
    if (options.json) await terminal.stdout(`${JSON.stringify({ url: serving.url, port: serving.port })}\n`)
    else terminal.stderr(sayLines([`open ${serving.url}`, 'Ctrl-C ends it']))
    await ended()
    await serving.close()
    await looker.close()
  })
}

/** Resolves when somebody ends the program. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => {
      resolve()
    })
  })
}
