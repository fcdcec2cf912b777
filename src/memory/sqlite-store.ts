/** A memory in a file of SQLite. */
import { indexAll } from './build-index.ts'
import { bytesOf, openDatabase, rollBack, rowOf, rowsFromJson, rowsOf, rowsToJson, type Database, type Row, type Value } from './database.ts'
import { migrate } from './schema.ts'
import type { EntryRow, IssueRow, RunHead, RunPart, RunParts, Store, TagRow, TagSelection, UnitRow } from './store.ts'

/** Opens a file, or makes it where that is wanted. Throws a `HexaplaError` where that cannot be done, and where anything cannot be done later. */
export async function openSqlite(file: string, create: boolean): Promise<Store> {
  const database = await openDatabase(file, create)
  try {
    const isOlder = migrate(database, file, create)
    const store = new SqliteStore(database, file)
    if (isOlder) await indexAll(store)
    return store
  } catch (error) {
    database.close()
    throw error
  }
}

/** All calls are done when they return; what they give is waited for all the same, as of a server. */
class SqliteStore implements Store {
  readonly name: string
  readonly #database: Database
  #isOpen = true

  constructor(database: Database, file: string) {
    this.#database = database
    this.name = file
  }

  state(): Promise<string> {
    // What others have committed, and what this connection has changed.
    const others = this.#row<{ data_version: number }>('PRAGMA data_version')?.data_version
    return settled(`${others ?? ''} ${this.#row<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? ''}`)
  }

  begin(): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE')
    return done
  }

  commit(): Promise<void> {
    this.#database.exec('COMMIT')
    return done
  }

  rollback(): Promise<void> {
    rollBack(this.#database)
    return done
  }

  close(): Promise<void> {
    if (!this.#isOpen) return done
    this.#isOpen = false
    // An engine may leave the log as it is until the process ends: who copies the file then has not all of it.
    if ((this.#row<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0) > 0) this.#database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)')
    this.#database.close()
    return done
  }

  entries(which?: number | string): Promise<EntryRow[]> {
    return settled(this.#rows<EntryRow & Row>(`SELECT id, document, granularity, record, units, forgotten FROM entries ${whereEntry(which)} ORDER BY id`, ...given(which)))
  }

  issues(which?: number | string): Promise<IssueRow[]> {
    return settled(this.#rows<IssueRow & Row>(`SELECT issues.* FROM issues JOIN entries ON entries.id = issues.entry ${whereEntry(which)}`, ...given(which)))
  }

  documentsBetween(from: string, below: string): Promise<string[]> {
    return settled(this.#rows<{ document: string }>('SELECT DISTINCT document FROM entries WHERE document >= ? AND document < ? ORDER BY document', from, below).map(({ document }) => document))
  }

  sameUnits({ document, granularity, id }: Pick<EntryRow, 'document' | 'granularity' | 'id'>, hash: string): Promise<Array<Pick<EntryRow, 'id' | 'record'>>> {
    return settled(this.#rows<{ id: number; record: string }>('SELECT id, record FROM entries WHERE document = ? AND granularity = ? AND hash = ? AND id <> ? AND forgotten = 0 ORDER BY id', document, granularity, hash, id))
  }

  insertEntry({ document, granularity, record }: Pick<EntryRow, 'document' | 'granularity' | 'record'>): Promise<number> {
    return settled(this.#row<{ id: number }>("INSERT INTO entries (document, granularity, record, hash, units) VALUES (?, ?, ?, '', 0) RETURNING id", document, granularity, record)?.id ?? 0)
  }

  updateEntry(id: number, units: number, hash: string): Promise<void> {
    return this.#run('UPDATE entries SET units = ?, hash = ? WHERE id = ?', units, hash, id)
  }

  putIssue(issue: IssueRow): Promise<void> {
    const { entry, language, symbol, base, revision, addendum, corrigendum, stars, reissue, job, date, units, words } = issue
    return this.#run('INSERT OR REPLACE INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', entry, language, symbol, base, revision, addendum, corrigendum, stars, reissue, job, date, units, words)
  }

  async dropEntry(id: number): Promise<void> {
    // By text first, as the table is ordered: to look for the units alone would read all of it.
    await this.#run("DELETE FROM uses WHERE (text, unit) IN (SELECT value ->> 'text', units.id FROM units, json_each(units.data, '$.versions') WHERE entry = ?)", id)
    for (const table of ['units', 'issues', 'tags']) await this.#run(`DELETE FROM ${table} WHERE entry = ?`, id)
    await this.#run('DELETE FROM entries WHERE id = ?', id)
  }

  setForgotten(ids: readonly number[], forgotten: boolean): Promise<void> {
    return this.#run('UPDATE entries SET forgotten = ? WHERE id IN (SELECT value FROM json_each(?))', forgotten ? 1 : 0, JSON.stringify(ids))
  }

  amendments(): Promise<Array<{ entry: number; unit: number; whole: number }>> {
    return settled(this.#rows<{ entry: number; unit: number; whole: number }>('SELECT entry, unit, whole FROM amendments ORDER BY unit, entry'))
  }

  putAmendments(rows: ReadonlyArray<[entry: number, unit: number, whole: number]>): Promise<void> {
    return this.#run('INSERT OR REPLACE INTO amendments SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)', rowsToJson(rows))
  }

  tags(which?: number | string): Promise<TagRow[]> {
    return settled(this.#rows<Row & TagRow>(`SELECT tags.* FROM tags JOIN entries ON entries.id = tags.entry ${whereEntry(which)} ORDER BY tags.entry, tags.unit, tags.tag`, ...given(which)))
  }

  putTags(rows: readonly TagRow[]): Promise<void> {
    return this.#run(
      'INSERT OR REPLACE INTO tags SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)',
      JSON.stringify(rows.map(({ entry, unit, tag, author, reason }) => [entry, unit, tag, author, reason]))
    )
  }

  deleteTags({ entries, units, tags, author }: TagSelection): Promise<number> {
    const where: string[] = ['entry IN (SELECT value FROM json_each(?))']
    const values: Value[] = [JSON.stringify(entries)]
    for (const [column, chosen] of [['unit', units], ['tag', tags], ['author', author === undefined ? undefined : [author]]] as const) {
      if (chosen === undefined) continue
      where.push(`${column} IN (SELECT value FROM json_each(?))`)
      values.push(JSON.stringify(chosen))
    }
    return settled(this.#rows(`DELETE FROM tags WHERE ${where.join(' AND ')} RETURNING entry`, ...values).length)
  }

  unitIds(entry: number, ids: readonly string[]): Promise<string[]> {
    return settled(this.#rows<{ id: string }>("SELECT DISTINCT data ->> 'id' AS id FROM units WHERE entry = ? AND data ->> 'id' IN (SELECT value FROM json_each(?))", entry, JSON.stringify(ids)).map(({ id }) => id))
  }

  lastText(): Promise<number> {
    return settled(this.#last('texts'))
  }

  lastUnit(): Promise<number> {
    return settled(this.#last('units'))
  }

  // A list of texts is read by the engine in half the time of a list of rows.
  insertTexts(first: number, language: string, texts: readonly string[]): Promise<void> {
    return this.#run('INSERT INTO texts SELECT ? + key, ?, atom FROM json_each(?)', first, language, JSON.stringify(texts))
  }

  insertUnits(first: number, entry: number, units: readonly string[]): Promise<void> {
    return this.#run('INSERT INTO units SELECT ? + key, ?, atom FROM json_each(?)', first, entry, JSON.stringify(units))
  }

  insertUses(first: number, texts: ReadonlyArray<number | null>): Promise<void> {
    return this.#run('INSERT INTO uses SELECT atom, ? + key FROM json_each(?) WHERE atom IS NOT NULL', first, JSON.stringify(texts))
  }

  texts(ids: readonly number[]): Promise<Array<[id: number, text: string]>> {
    return settled(this.#list<[number, string]>('SELECT json_group_array(json_array(id, text)) AS list FROM texts WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)))
  }

  textsAfter(id: number, limit: number, language?: string): Promise<Array<[id: number, language: string, text: string]>> {
    const where = language === undefined ? '' : 'language = ? AND '
    return settled(this.#list<[number, string, string]>(`SELECT json_group_array(json_array(id, language, text)) AS list FROM (SELECT id, language, text FROM texts WHERE ${where}id > ? ORDER BY id LIMIT ?)`, ...given(language), id, limit))
  }

  units(ids: readonly number[]): Promise<UnitRow[]> {
    return settled(this.#list<UnitRow>('SELECT json_group_array(json_array(id, entry, json(data))) AS list FROM units WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)))
  }

  unitsAfter(id: number, limit: number, entry?: number): Promise<UnitRow[]> {
    const where = entry === undefined ? '' : 'entry = ? AND '
    return settled(this.#list<UnitRow>(`SELECT json_group_array(json_array(id, entry, json(data))) AS list FROM (SELECT id, entry, data FROM units WHERE ${where}id > ? ORDER BY id LIMIT ?)`, ...given(entry), id, limit))
  }

  uses(texts: readonly number[], most: number): Promise<Array<[text: number, unit: number, entry: number]>> {
    return settled(this.#list<[number, number, number]>(
      'SELECT json_group_array(json_array(uses.text, uses.unit, units.entry)) AS list FROM json_each(?) AS asked JOIN uses ON uses.text = asked.value AND uses.unit IN (SELECT unit FROM uses WHERE text = asked.value ORDER BY unit DESC LIMIT ?) JOIN units ON units.id = uses.unit',
      JSON.stringify(texts), most
    ))
  }

  conflicts(first: string, second: string, entries: readonly number[]): Promise<number> {
    const row = this.#row<{ conflicts: number }>(
      `SELECT count(*) AS conflicts FROM (SELECT a.id FROM texts AS a JOIN uses AS ua ON ua.text = a.id JOIN units ON units.id = ua.unit
JOIN json_each(?) AS seen ON seen.value = units.entry JOIN json_each(units.data, '$.versions') AS b ON b.key = ?
WHERE a.language = ? AND a.id IN (SELECT text FROM uses GROUP BY text HAVING count(*) > 1) GROUP BY a.id HAVING count(DISTINCT b.value ->> 'text') > 1)`,
      JSON.stringify(entries), second, first
    )
    return settled(row?.conflicts ?? 0)
  }

  runs(): Promise<RunHead[]> {
    return settled(this.#rows<RunHead & Row>('SELECT id, language, first, last, count, first_block AS firstBlock, word_blocks AS wordBlocks, hash_blocks AS hashBlocks FROM runs ORDER BY first'))
  }

  runParts<Part extends RunPart>(id: number, parts: readonly Part[]): Promise<Pick<RunParts, Part>> {
    const row = this.#row<Record<string, Value>>(`SELECT ${parts.join(', ')} FROM runs WHERE id = ?`, id)
    return settled(Object.fromEntries(parts.map((part) => [part, bytesOf(row?.[part])])) as Pick<RunParts, Part>)
  }

  insertRun({ id, language, first, last, count, firstBlock, wordBlocks, hashBlocks }: RunHead, { texts, lengths, words, hashes, filter }: RunParts): Promise<void> {
    return this.#run('INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', id, language, first, last, count, firstBlock, wordBlocks, hashBlocks, texts, lengths, words, hashes, filter)
  }

  async deleteRun(id: number): Promise<void> {
    const run = this.#row<{ from: number; blocks: number }>('SELECT first_block AS "from", word_blocks + hash_blocks AS blocks FROM runs WHERE id = ?', id)
    if (run) await this.deleteBlocks(run.from, run.from + run.blocks)
    await this.#run('DELETE FROM runs WHERE id = ?', id)
  }

  lastBlock(): Promise<number> {
    return settled(this.#last('blocks'))
  }

  insertBlocks(first: number, blocks: readonly Uint8Array[]): Promise<void> {
    // The first byte is number 1 in SQL.
    let start = 1
    const rows = blocks.map((block, at): [number, number, number] => [first + at, (start += block.length) - block.length, block.length])
    return this.#run('INSERT INTO blocks SELECT value ->> 0, substr(?, value ->> 1, value ->> 2) FROM json_each(?)', Buffer.concat(blocks), rowsToJson(rows))
  }

  deleteBlocks(first: number, below: number): Promise<void> {
    return this.#run('DELETE FROM blocks WHERE id >= ? AND id < ?', first, below)
  }

  blocks(ids: readonly number[]): Promise<Map<number, Uint8Array>> {
    const rows = this.#rows<{ id: number; data: Value }>('SELECT id, data FROM blocks WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
    return settled(new Map(rows.map(({ id, data }) => [id, bytesOf(data)])))
  }

  #last(table: 'blocks' | 'texts' | 'units'): number {
    return this.#row<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)?.id ?? 0
  }

  #rows<Columns extends Row>(sql: string, ...values: Value[]): Columns[] {
    return rowsOf<Columns>(this.#database.prepare(sql), ...values)
  }

  #row<Columns extends Row>(sql: string, ...values: Value[]): Columns | undefined {
    return rowOf<Columns>(this.#database.prepare(sql), ...values)
  }

  #list<Columns extends readonly unknown[]>(sql: string, ...values: Value[]): Columns[] {
    return rowsFromJson<Columns>(this.#database.prepare(sql), ...values)
  }

  #run(sql: string, ...values: Value[]): Promise<void> {
    this.#database.prepare(sql).run(...values)
    return done
  }

}

const done = Promise.resolve()

function settled<Value>(value: Value): Promise<Value> {
  return Promise.resolve(value)
}

function whereEntry(which: number | string | undefined): string {
  return which === undefined ? '' : typeof which === 'number' ? 'WHERE entries.id = ?' : 'WHERE document = ?'
}

function given(which: number | string | undefined): Array<number | string> {
  return which === undefined ? [] : [which]
}
