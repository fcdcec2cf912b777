/** The tables of a memory, and how older ones become the present ones. */
import { HexaplaError } from '../message/report.ts'
import { rollBack, rowOf, type Database } from './database.ts'

/** `HXMM` in the header of the file tells a memory from other databases. */
const applicationId = 0x48584d4d

/**
 * Steps from each version of the schema to the next. A step that was published is never changed.
 *
 * - `entries`: a document as it was added once, its record as JSON; the same document may come again.
 * - `issues`: the version of an entry in each language: what its symbol says, job number, dates.
 * - `texts`: each text of a language once.
 * - `units`: units of an entry as JSON, in their order; texts by their ids.
 * - `uses`: in which units a text stands.
 * - `tags`: what was said of units of an entry, by their ids in the document; of all of them where that is empty.
 * - `amendments`: units that a corrigendum, an entry, restates (`whole`) or speaks of.
 * - `runs`, `blocks`: the index of words: for the texts of a language from `first` to `last`, in which of them a word stands, and
 *   which have a hash. It is made of the texts, so that a step may throw it away.
 */
const steps: readonly string[] = [
  `CREATE TABLE entries (id INTEGER PRIMARY KEY, document TEXT NOT NULL, granularity TEXT NOT NULL, record TEXT NOT NULL, hash TEXT NOT NULL, units INTEGER NOT NULL, forgotten INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entries_document ON entries (document);
CREATE TABLE issues (entry INTEGER NOT NULL REFERENCES entries, language TEXT NOT NULL, symbol TEXT, base TEXT, revision INTEGER, addendum INTEGER, corrigendum INTEGER, stars INTEGER, reissue TEXT, job TEXT, date TEXT, units INTEGER NOT NULL, words INTEGER NOT NULL, PRIMARY KEY (entry, language)) WITHOUT ROWID;
CREATE TABLE texts (id INTEGER PRIMARY KEY, language TEXT NOT NULL, hash INTEGER NOT NULL, loose INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX texts_hash ON texts (hash);
CREATE INDEX texts_loose ON texts (loose);
CREATE TABLE units (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entries, data TEXT NOT NULL);
CREATE INDEX units_entry ON units (entry);
CREATE TABLE uses (text INTEGER NOT NULL REFERENCES texts, unit INTEGER NOT NULL REFERENCES units, PRIMARY KEY (text, unit)) WITHOUT ROWID;
CREATE TABLE amendments (entry INTEGER NOT NULL REFERENCES entries, unit INTEGER NOT NULL REFERENCES units, whole INTEGER NOT NULL, PRIMARY KEY (entry, unit)) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, lengths BLOB NOT NULL);
CREATE TABLE postings (run INTEGER NOT NULL REFERENCES runs, word TEXT NOT NULL, count INTEGER NOT NULL, texts BLOB NOT NULL, PRIMARY KEY (run, word)) WITHOUT ROWID;`,
  `DROP TABLE postings;
DROP TABLE runs;
DROP INDEX texts_hash;
DROP INDEX texts_loose;
ALTER TABLE texts DROP COLUMN hash;
ALTER TABLE texts DROP COLUMN loose;
CREATE TABLE runs (id INTEGER PRIMARY KEY, language TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL, first_block INTEGER NOT NULL, word_blocks INTEGER NOT NULL, hash_blocks INTEGER NOT NULL, texts BLOB NOT NULL, lengths BLOB NOT NULL, words BLOB NOT NULL, hashes BLOB NOT NULL, filter BLOB NOT NULL);
CREATE TABLE blocks (id INTEGER PRIMARY KEY, data BLOB NOT NULL);`,
  'CREATE TABLE tags (entry INTEGER NOT NULL REFERENCES entries, unit TEXT NOT NULL, tag TEXT NOT NULL, author TEXT, reason TEXT, PRIMARY KEY (entry, unit, tag)) WITHOUT ROWID',
  // Lists of words tell which word follows.
  'DELETE FROM blocks; DELETE FROM runs'
]

export const schemaVersion = steps.length

/**
 * Brings the tables of a file to the present version, each step whole or not at all; whether they were of an earlier one. The
 * index may have to be made anew then.
 *
 * Throws `memory:newer` for a file of a later hexapla, `memory:foreign` for the database of another program.
 */
export function migrate(database: Database, file: string, create: boolean): boolean {
  const number = (name: string): number => {
    const row = rowOf<Record<string, number>>(database.prepare(`PRAGMA ${name}`))
    return row?.[name] ?? 0
  }
  const version = number('user_version')
  const isEmpty = rowOf<{ tables: number }>(database.prepare('SELECT count(*) AS tables FROM sqlite_master'))?.tables === 0
  // Who only reads makes no memory of an empty database.
  if (isEmpty ? !create : number('application_id') !== applicationId) throw new HexaplaError('memory:foreign', { file }, file)
  if (version > schemaVersion) throw new HexaplaError('memory:newer', { file, actual: String(version), expected: String(schemaVersion) }, file)
  if (version === schemaVersion) return false
  if (isEmpty) database.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL')
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another writer may have done it meanwhile.
    for (let at = number('user_version'); at < schemaVersion; at++) database.exec(steps[at] ?? '')
    database.exec(`PRAGMA user_version = ${schemaVersion}; PRAGMA application_id = ${applicationId}`)
    database.exec('COMMIT')
    return !isEmpty
  } catch (error) {
    rollBack(database)
    throw error
  }
}
