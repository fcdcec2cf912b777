/** A server of Postgres of its own for a test: in a temporary folder, on a free port, by a user who may not do more. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface PostgresServer {
  /** With a schema of this name. */
  url: (schema: string) => string
  stop: () => void
}

/** The folder of the programs of Debian's newest postgresql; `undefined` where there is none. */
export function postgresPrograms(): string | undefined {
  const all = '/usr/lib/postgresql'
  if (!existsSync(all)) return undefined
  const versions = readdirSync(all).filter((name) => existsSync(path.join(all, name, 'bin', 'initdb'))).sort((a, b) => Number(b) - Number(a))
  return versions[0] === undefined ? undefined : path.join(all, versions[0], 'bin')
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-postgres-'))
  const user = userOfServer()
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...values: string[]): void => {
    const { status, stderr, error } = spawnSync(path.join(programs, program), values, { ...user, cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`)
  }
  const data = path.join(folder, 'data')
  run('initdb', '-D', data, '-U', 'hexapla', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  const port = await freePort()
  run('pg_ctl', '-D', data, '-w', '-t', '60', '-l', path.join(folder, 'log'), '-o', `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c max_connections=20 -c shared_buffers=16MB`, 'start')
  return {
    url: (schema) => `postgres://hexapla:not-a-secret@127.0.0.1:${port}/postgres?schema=${schema}`,
    stop: () => {
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The server refuses to run for root. */
function userOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
