/**
 * A memory in a database of Postgres: the tables of the file, and the same blocks. All is in one schema, `hexapla` unless the
 * address names another one: `postgres://host/database?schema=vienna`.
 */
import { withoutPassword } from './address.ts'
import { indexAll } from './build-index.ts'
import { type Client, loadModule, postgresError, readAddress } from './postgres-connection.ts'
import { migrate } from './postgres-schema.ts'
import type { EntryRow, IssueRow, RunHead, RunPart, RunParts, Store, TagRow, TagSelection, UnitRow } from './store.ts'

/**
 * Connects, and makes the tables where that is wanted. Throws a `HexaplaError`: `memory:postgres-missing` without the module
 * `pg`, `memory:unreachable`, `memory:missing`, `memory:newer`.
 */
export async function openPostgres(url: string, create: boolean, load: (name: string) => Promise<unknown> = (name) => import(name)): Promise<Store> {
  const name = withoutPassword(url)
  const { address, schema } = readAddress(url, name)
  const { Client } = await loadModule(load)
  const client = new Client({ connectionString: address, application_name: 'hexapla' })
  // An error between two questions is thrown by the next one.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const isOlder = await migrate(client, schema, create, name)
    const store = new PostgresStore(client, name)
    if (isOlder) await indexAll(store)
    return store
  } catch (error) {
    await client.end().catch(() => undefined)
    throw postgresError(error, name)
  }
}

class PostgresStore implements Store {
  readonly name: string
  readonly #client: Client
  /** Done once the last query has its answer. */
  #turn: Promise<unknown> = Promise.resolve()
  /** What this connection has changed. */
  #changes = 0

  constructor(client: Client, name: string) {
    this.#client = client
    this.name = name
  }

  async state(): Promise<string> {
    const [row] = await this.#rows<{ changes: string }>('SELECT changes FROM about')
    return `${row?.changes ?? ''} ${this.#changes}`
  }

  async begin(): Promise<void> {
    await this.#run('BEGIN')
    // The row is locked until the end: who comes next waits here.
    await this.#run('UPDATE about SET changes = changes + 1')
  }

  commit(): Promise<void> {
    return this.#run('COMMIT')
  }

  rollback(): Promise<void> {
    return this.#run('ROLLBACK')
  }

  close(): Promise<void> {
    return this.#client.end()
  }

  entries(which?: number | string): Promise<EntryRow[]> {
    return this.#rows(`SELECT id, document, granularity, record, units, forgotten FROM entries ${whereEntry(which)} ORDER BY id`, given(which))
  }

  issues(which?: number | string): Promise<IssueRow[]> {
    return this.#rows(`SELECT issues.* FROM issues JOIN entries ON entries.id = issues.entry ${whereEntry(which)} ORDER BY issues.entry, issues.language`, given(which))
  }

  async documentsBetween(from: string, below: string): Promise<string[]> {
    return (await this.#rows<{ document: string }>('SELECT DISTINCT document FROM entries WHERE document >= $1 AND document < $2 ORDER BY document', [from, below])).map(({ document }) => document)
  }

  sameUnits({ document, granularity, id }: Pick<EntryRow, 'document' | 'granularity' | 'id'>, hash: string): Promise<Array<Pick<EntryRow, 'id' | 'record'>>> {
    return this.#rows('SELECT id, record FROM entries WHERE document = $1 AND granularity = $2 AND hash = $3 AND id <> $4 AND forgotten = 0 ORDER BY id', [document, granularity, hash, id])
  }

  async insertEntry({ document, granularity, record }: Pick<EntryRow, 'document' | 'granularity' | 'record'>): Promise<number> {
    this.#changes++
    const [row] = await this.#rows<{ id: number }>("INSERT INTO entries (document, granularity, record, hash, units) VALUES ($1, $2, $3, '', 0) RETURNING id", [document, granularity, record])
    return row?.id ?? 0
  }

  updateEntry(id: number, units: number, hash: string): Promise<void> {
    return this.#run('UPDATE entries SET units = $1, hash = $2 WHERE id = $3', [units, hash, id])
  }

  putIssue(issue: IssueRow): Promise<void> {
    const { entry, language, symbol, base, revision, addendum, corrigendum, stars, reissue, job, date, units, words } = issue
    return this.#run(
      `INSERT INTO issues VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (entry, language) DO UPDATE SET symbol = $3, base = $4, revision = $5, addendum = $6, corrigendum = $7, stars = $8, reissue = $9, job = $10, date = $11, units = $12, words = $13`,
      [entry, language, symbol, base, revision, addendum, corrigendum, stars, reissue, job, date, units, words]
    )
  }

  async dropEntry(id: number): Promise<void> {
    await this.#run(
      `DELETE FROM uses USING (SELECT (version.value ->> 'text')::int AS text, units.id AS unit FROM units, json_each(units.data -> 'versions') AS version WHERE units.entry = $1) AS own
WHERE uses.text = own.text AND uses.unit = own.unit`,
      [id]
    )
    for (const table of ['units', 'issues', 'tags']) await this.#run(`DELETE FROM ${table} WHERE entry = $1`, [id])
    await this.#run('DELETE FROM entries WHERE id = $1', [id])
  }

  setForgotten(ids: readonly number[], forgotten: boolean): Promise<void> {
    return this.#run('UPDATE entries SET forgotten = $1 WHERE id = ANY($2::int[])', [forgotten ? 1 : 0, ids])
  }

  amendments(): Promise<Array<{ entry: number; unit: number; whole: number }>> {
    return this.#rows('SELECT entry, unit, whole FROM amendments ORDER BY unit, entry')
  }

  putAmendments(rows: ReadonlyArray<[entry: number, unit: number, whole: number]>): Promise<void> {
    return this.#run('INSERT INTO amendments SELECT * FROM unnest($1::int[], $2::int[], $3::int[]) ON CONFLICT (entry, unit) DO UPDATE SET whole = excluded.whole', columns(rows, 3))
  }

  tags(which?: number | string): Promise<TagRow[]> {
    return this.#rows(`SELECT tags.* FROM tags JOIN entries ON entries.id = tags.entry ${whereEntry(which)} ORDER BY tags.entry, tags.unit, tags.tag`, given(which))
  }

  putTags(rows: readonly TagRow[]): Promise<void> {
    const lists = (['entry', 'unit', 'tag', 'author', 'reason'] as const).map((column) => rows.map((row) => row[column]))
    return this.#run('INSERT INTO tags SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT (entry, unit, tag) DO UPDATE SET author = excluded.author, reason = excluded.reason', lists)
  }

  async deleteTags({ entries, units = null, tags = null, author = null }: { [Name in keyof TagSelection]: TagSelection[Name] | null }): Promise<number> {
    this.#changes++
    const rows = await this.#rows(
      'DELETE FROM tags WHERE entry = ANY($1::int[]) AND ($2::text[] IS NULL OR unit = ANY($2)) AND ($3::text[] IS NULL OR tag = ANY($3)) AND ($4::text IS NULL OR author = $4) RETURNING entry',
      [entries, units, tags, author]
    )
    return rows.length
  }

  async unitIds(entry: number, ids: readonly string[]): Promise<string[]> {
    return (await this.#rows<{ id: string }>("SELECT DISTINCT data ->> 'id' AS id FROM units WHERE entry = $1 AND data ->> 'id' = ANY($2::text[])", [entry, ids])).map(({ id }) => id)
  }

  lastText(): Promise<number> {
    return this.#last('texts')
  }

  lastUnit(): Promise<number> {
    return this.#last('units')
  }

  insertTexts(first: number, language: string, texts: readonly string[]): Promise<void> {
    return this.#run('INSERT INTO texts SELECT $1::int + place - 1, $2, text FROM unnest($3::text[]) WITH ORDINALITY AS added (text, place)', [first, language, texts])
  }

  insertUnits(first: number, entry: number, units: readonly string[]): Promise<void> {
    return this.#run('INSERT INTO units SELECT $1::int + place - 1, $2::int, unit FROM unnest($3::json[]) WITH ORDINALITY AS added (unit, place)', [first, entry, units])
  }

  insertUses(first: number, texts: ReadonlyArray<number | null>): Promise<void> {
    return this.#run('INSERT INTO uses SELECT text, $1::int + place - 1 FROM unnest($2::int[]) WITH ORDINALITY AS added (text, place) WHERE text IS NOT NULL', [first, texts])
  }

  texts(ids: readonly number[]): Promise<Array<[id: number, text: string]>> {
    return this.#lists('SELECT id, text FROM texts WHERE id = ANY($1::int[])', [ids])
  }

  textsAfter(id: number, limit: number, language?: string): Promise<Array<[id: number, language: string, text: string]>> {
    const where = language === undefined ? '' : 'AND language = $3'
    return this.#lists(`SELECT id, language, text FROM texts WHERE id > $1 ${where} ORDER BY id LIMIT $2`, [id, limit, ...given(language)])
  }

  units(ids: readonly number[]): Promise<UnitRow[]> {
    return this.#lists('SELECT id, entry, data FROM units WHERE id = ANY($1::int[])', [ids])
  }

  unitsAfter(id: number, limit: number, entry?: number): Promise<UnitRow[]> {
    const where = entry === undefined ? '' : 'AND entry = $3'
    return this.#lists(`SELECT id, entry, data FROM units WHERE id > $1 ${where} ORDER BY id LIMIT $2`, [id, limit, ...given(entry)])
  }

  uses(texts: readonly number[], most: number): Promise<Array<[text: number, unit: number, entry: number]>> {
    return this.#lists(
      `SELECT last.text, last.unit, units.entry FROM unnest($1::int[]) AS asked (id)
CROSS JOIN LATERAL (SELECT uses.text, uses.unit FROM uses WHERE uses.text = asked.id ORDER BY uses.unit DESC LIMIT $2) AS last JOIN units ON units.id = last.unit`,
      [texts, most]
    )
  }

  async conflicts(first: string, second: string, entries: readonly number[]): Promise<number> {
    const [row] = await this.#rows<{ conflicts: number }>(
      `SELECT count(*)::int AS conflicts FROM (SELECT texts.id FROM texts JOIN uses ON uses.text = texts.id JOIN units ON units.id = uses.unit
WHERE units.entry = ANY($1::int[]) AND texts.language = $2 AND units.data -> 'versions' -> $3 IS NOT NULL
AND texts.id IN (SELECT uses.text FROM uses GROUP BY uses.text HAVING count(*) > 1)
GROUP BY texts.id HAVING count(DISTINCT units.data -> 'versions' -> $3 ->> 'text') > 1) AS several`,
      [entries, first, second]
    )
    return row?.conflicts ?? 0
  }

  runs(): Promise<RunHead[]> {
    return this.#rows('SELECT id, language, first, last, count, first_block AS "firstBlock", word_blocks AS "wordBlocks", hash_blocks AS "hashBlocks" FROM runs ORDER BY first, language')
  }

  async runParts<Part extends RunPart>(id: number, parts: readonly Part[]): Promise<Pick<RunParts, Part>> {
    const [row] = await this.#rows<Pick<RunParts, Part>>(`SELECT ${parts.join(', ')} FROM runs WHERE id = $1`, [id])
    return row ?? (Object.fromEntries(parts.map((part) => [part, new Uint8Array(0)])) as Pick<RunParts, Part>)
  }

  insertRun({ id, language, first, last, count, firstBlock, wordBlocks, hashBlocks }: RunHead, { texts, lengths, words, hashes, filter }: RunParts): Promise<void> {
    const parts = [texts, lengths, words, hashes, filter].map((bytes) => Buffer.from(bytes))
    return this.#run('INSERT INTO runs VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', [id, language, first, last, count, firstBlock, wordBlocks, hashBlocks, ...parts])
  }

  async deleteRun(id: number): Promise<void> {
    await this.#run('DELETE FROM blocks USING runs WHERE runs.id = $1 AND blocks.id >= runs.first_block AND blocks.id < runs.first_block + runs.word_blocks + runs.hash_blocks', [id])
    await this.#run('DELETE FROM runs WHERE id = $1', [id])
  }

  lastBlock(): Promise<number> {
    return this.#last('blocks')
  }

  insertBlocks(first: number, blocks: readonly Uint8Array[]): Promise<void> {
    return this.#run('INSERT INTO blocks SELECT * FROM unnest($1::int[], $2::bytea[])', [blocks.map((_, at) => first + at), blocks.map((block) => Buffer.from(block))])
  }

  deleteBlocks(first: number, below: number): Promise<void> {
    return this.#run('DELETE FROM blocks WHERE id >= $1 AND id < $2', [first, below])
  }

  async blocks(ids: readonly number[]): Promise<Map<number, Uint8Array>> {
    return new Map(await this.#lists<[id: number, data: Uint8Array]>('SELECT id, data FROM blocks WHERE id = ANY($1::int[])', [ids]))
  }

  async #last(table: 'blocks' | 'texts' | 'units'): Promise<number> {
    return (await this.#rows<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`))[0]?.id ?? 0
  }

  /** Rows by the names of their columns, as what the caller knows them to be. */
  async #rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#query({ text, values })) as Row[]
  }

  async #lists<Row extends readonly unknown[]>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#query({ text, values, rowMode: 'array' })) as Row[]
  }

  async #run(text: string, values: readonly unknown[] = []): Promise<void> {
    this.#changes++
    await this.#query({ text, values })
  }

  /** One after another: a connection of pg that is given a query while it is at another warns, and will refuse it one day. */
  async #query(query: { text: string; values: readonly unknown[]; rowMode?: 'array' }): Promise<unknown[]> {
    const answer = this.#turn.then(() => this.#client.query(query))
    this.#turn = answer.catch(() => undefined)
    try {
      return (await answer).rows
    } catch (error) {
      throw postgresError(error, this.name)
    }
  }
}

/** Rows as a list for each of their columns. */
function columns(rows: ReadonlyArray<ReadonlyArray<number | string>>, width: number): Array<Array<number | string>> {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
}

function whereEntry(which: number | string | undefined): string {
  return which === undefined ? '' : typeof which === 'number' ? 'WHERE entries.id = $1' : 'WHERE document = $1'
}

function given(which: number | string | undefined): Array<number | string> {
  return which === undefined ? [] : [which]
}
