/** The port to an engine that knows SQLite's files, and the engines there are for it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { HexaplaError } from '../message/report.ts'

export type Value = ArrayBuffer | number | string | Uint8Array | null

export type Row = Record<string, Value>

/** A prepared statement. */
export interface Statement {
  run: (...values: Value[]) => unknown
  get: (...values: Value[]) => unknown
  all: (...values: Value[]) => unknown[]
}

/** A connection to a file. All calls are done when they return. */
export interface Database {
  exec: (sql: string) => unknown
  prepare: (sql: string) => Statement
  close: () => unknown
}

/** Rows of a statement, as what the caller knows them to be: the statement names the columns. */
export function rowsOf<Columns extends Row>(statement: Statement, ...values: Value[]): Columns[] {
  return statement.all(...values) as Columns[]
}

/** The first row of a statement. */
export function rowOf<Columns extends Row>(statement: Statement, ...values: Value[]): Columns | undefined {
  return (statement.get(...values) ?? undefined) as Columns | undefined
}

/**
 * Rows as JSON: to cross into the engine once for many rows takes a tenth of the time. In SQL they are read by
 * `SELECT value ->> 0, value ->> 1 … FROM json_each(?)`.
 */
export function rowsToJson(rows: ReadonlyArray<ReadonlyArray<number | string>>): string {
  return JSON.stringify(rows)
}

/** Rows of a statement that gives them as one list in JSON: `SELECT json_group_array(json_array(…)) AS list`. */
export function rowsFromJson<Columns extends readonly unknown[]>(statement: Statement, ...values: Value[]): Columns[] {
  return JSON.parse(rowOf<{ list: string }>(statement, ...values)?.list ?? '[]') as Columns[]
}

/** Bytes of a column: engines give them in one of two forms. */
export function bytesOf(value: Value | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  return value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(0)
}

/** How an engine opens a file. */
type Engine = (file: string) => Database

/** Engines in the order in which they are tried. Neither is needed by who opens no memory, so they are loaded by name. */
const engines: ReadonlyArray<readonly [module: string, engine: (loaded: never) => Engine]> = [
  ['libsql', ({ default: Opened }: { default: new (file: string) => Database }): Engine => (file) => new Opened(file)],
  ['node:sqlite', ({ DatabaseSync: Opened }: { DatabaseSync: new (file: string) => Database }): Engine => (file) => new Opened(file)]
]

let found: Engine | undefined

/** Bytes of a file that are seen as memory; engines have their own limit, 2 GB most often. */
const mostMapped = 2 ** 36

/**
 * Opens a file of SQLite, or makes it where that is wanted. A file that nobody may write is read as it stands. What the engine
 * fails for later, too, comes as a `HexaplaError`.
 *
 * Throws a `HexaplaError`: `memory:engine-missing`, `memory:missing` for a file that is not there, `memory:foreign` for one
 * that is no database, `memory:damaged`.
 */
export async function openDatabase(file: string, create: boolean): Promise<Database> {
  found ??= await findEngine()
  const status = statSync(file, { throwIfNoEntry: false })
  if (!create && !status) throw new HexaplaError('memory:missing', { file }, file)
  if (status?.isDirectory() === true || (!create && status?.size === 0)) throw new HexaplaError('memory:foreign', { file }, file)
  try {
    return openFile(found, file, file, create)
  } catch (error) {
    if (create || !(error instanceof HexaplaError && error.id === 'memory:unwritable') || hasLog(file)) throw error
    return openFile(found, file, `${pathToFileURL(path.resolve(file)).href}?immutable=1`, create)
  }
}

function openFile(engine: Engine, file: string, address: string, create: boolean): Database {
  let database: Database | undefined
  try {
    database = engine(address)
    database.exec('PRAGMA busy_timeout = 20000; PRAGMA foreign_keys = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000')
    // Who only reads has the pages of the system for their own: a text is read in half the time.
    if (!create) database.exec(`PRAGMA mmap_size = ${mostMapped}`)
    rowOf(database.prepare('SELECT count(*) AS tables FROM sqlite_master'))
    return guarded(database, file)
  } catch (error) {
    database?.close()
    throw databaseError(error, file)
  }
}

/** Whether writers have left behind what is not in the file yet, so that the file alone tells not all. */
function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** A connection whose errors are told as messages, and that prepares each statement once: to prepare takes longer than to run most of them. */
function guarded(database: Database, file: string): Database {
  const told = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw databaseError(error, file)
    }
  }
  const statements = new Map<string, Statement>()
  return {
    exec: (sql) => told(() => database.exec(sql)),
    prepare: (sql) => {
      let statement = statements.get(sql)
      if (statement === undefined) {
        const prepared = told(() => database.prepare(sql))
        statement = {
          run: (...values) => told(() => prepared.run(...values)),
          get: (...values) => told(() => prepared.get(...values)),
          all: (...values) => told(() => prepared.all(...values))
        }
        statements.set(sql, statement)
      }
      return statement
    },
    close: () => database.close()
  }
}

/** Ends a transaction that failed; where the disk was full the engine has done so itself. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch (error) {
    if (!(error instanceof Error && /no transaction/i.test(error.message))) throw error
  }
}

/** The first engine that is there; `load` imports a module by its name. Throws `memory:engine-missing`. */
export async function findEngine(load: (name: string) => Promise<unknown> = (name) => import(name)): Promise<Engine> {
  for (const [name, engine] of engines) {
    try {
      return engine((await load(name)) as never)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  throw new HexaplaError('memory:engine-missing', { version: process.versions.node })
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_UNKNOWN_BUILTIN_MODULE'
}

/** What an engine failed for, as a message; an error that is not the engine's is given back as it is. */
export function databaseError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof HexaplaError) return error
  const said = error.message
  if (/not a database/i.test(said)) return new HexaplaError('memory:foreign', { file }, file)
  if (/malformed/i.test(said)) return new HexaplaError('memory:damaged', { file }, file)
  if (/locked|busy/i.test(said)) return new HexaplaError('memory:busy', { file }, file)
  if (/readonly|unable to open|cannot open|disk|full|I\/O/i.test(said)) return new HexaplaError('memory:unwritable', { file, error: said }, file)
  return error
}
