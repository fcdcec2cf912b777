import { lstat, readlink } from 'node:fs/promises'
import path from 'node:path'
import { HexaplaError } from '../../message/report.ts'
import { systemCode } from '../process/system-error.ts'

/** Where the bytes of an output go. */
export interface OutputTarget {
  /** The path that the user named. */
  named: string
  /** Where that is, links followed. */
  final: string
  /** Whether it is written into as it stands: a pipe, a device, a file that is open already. Anything else is replaced. */
  direct: boolean
}

/** As many links as Linux follows. */
const mostLinks = 40

/** Follows the links that a user named; throws a `HexaplaError` where a folder stands there. */
export async function findTarget(named: string): Promise<OutputTarget> {
  let final = path.resolve(named)
  for (let links = 0; links < mostLinks; links++) {
    const status = await lstat(final).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    })
    if (!status || status.isFile()) return { named, final, direct: false }
    if (status.isDirectory()) throw new HexaplaError('cli:output-is-a-folder', { file: named }, named)
    // What stands behind a link of `/proc` is open already, and may have no name.
    if (!status.isSymbolicLink() || final.startsWith('/proc/')) return { named, final, direct: true }
    final = path.resolve(path.dirname(final), await readlink(final))
  }
  throw new HexaplaError('cli:output-unwritable', { file: named, error: 'ELOOP' }, named)
}
