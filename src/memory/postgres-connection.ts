/** How Postgres is reached: the module `pg`, the address with the name of a schema, and what errors of a connection mean. */
import { HexaplaError } from '../message/report.ts'

/** A connection as the module `pg` has it. */
export interface Client {
  connect: () => Promise<unknown>
  query: (query: { text: string; values?: readonly unknown[]; rowMode?: 'array' }) => Promise<{ rows: unknown[] }>
  end: () => Promise<void>
  on: (event: 'error', listener: (error: Error) => void) => unknown
}

interface PgModule {
  Client: new (options: { connectionString: string; application_name: string }) => Client
}

/** The address as `pg` takes it, and the schema that it names. Throws a `HexaplaError` `memory:unreachable` for one that is none. */
export function readAddress(url: string, name: string): { address: string; schema: string } {
  if (!URL.canParse(url)) throw new HexaplaError('memory:unreachable', { file: name, error: 'it is no address' }, name)
  const parsed = new URL(url)
  const schema = parsed.searchParams.get('schema') ?? 'hexapla'
  if (!/^[a-z_][a-z\d_]{0,62}$/.test(schema)) throw new HexaplaError('memory:unreachable', { file: name, error: 'the schema has other characters than a-z, 0-9 and _' }, name)
  parsed.searchParams.delete('schema')
  return { address: parsed.href, schema }
}

/** The module `pg`, which users install by themselves. Throws a `HexaplaError` `memory:postgres-missing`. */
export async function loadModule(load: (name: string) => Promise<unknown>): Promise<PgModule> {
  try {
    const loaded = (await load('pg')) as PgModule & { default?: PgModule }
    return loaded.default ?? loaded
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') throw new HexaplaError('memory:postgres-missing', {})
    throw error
  }
}

/** Errors of the connection, of who may connect, and of what they may do; by their codes, or their classes of two characters. */
const unreachable = new Set(['08', '28', '3D', '3F', '42501', '53', '57', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENOENT', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'])

/** What is told of an error: that the memory cannot be reached, or the error itself. */
export function postgresError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof HexaplaError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const isKnown = unreachable.has(code) || (code.length === 5 && unreachable.has(code.slice(0, 2))) || /^Connection terminated|SASL|not queryable/.test(error.message)
  return isKnown ? new HexaplaError('memory:unreachable', { file: name, error: error.message || code }, name) : error
}
