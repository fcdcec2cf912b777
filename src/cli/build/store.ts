/**
 * The state of a build, in a hidden folder of its output. A result is called by the hash of what it was made of, is written
 * beside its place and renamed: it is there as a whole or not at all, whoever wrote it, and however often.
 */
import { randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { LearnedLexicon } from '../../align/index.ts'
import type { AlignedVersions } from '../../pipeline/align-versions.ts'
import { packVersion, unpackVersion } from '../../collection/kept-versions.ts'
import type { Said } from '../../collection/said.ts'
import type { SurveyedVersion } from '../../collection/survey.ts'
import { makeFolderSync } from '../output/make-folder-sync.ts'
import { systemCode, writingError } from '../process/system-error.ts'
import type { Settings } from './settings.ts'
import { linesOf } from './lines-of.ts'
import type { SurveyLine } from './survey-line.ts'

/** What is kept of a document that was aligned. Files in messages are numbers of the files of the document. */
export interface StoredResult extends AlignedVersions {
  messages: Said[]
}

/** A document that could not be done. */
export interface StoredFailure {
  document: string
  files: string[]
  messages: Said[]
}

/** A file of the state that may go to another machine, or come from there. */
export interface StateName {
  kind: 'failed' | 'lexicons' | 'results' | 'settings'
  key: string
}

/** Letters that are written at a time. */
const pieceLength = 1 << 20

/** Name of the folder; hidden, so that it is no input. */
const stateFolder = '.hexapla'

export class Store {
  /** Of the output. */
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The path of something in the folder of the state. */
  place(...names: string[]): string {
    return path.join(this.folder, stateFolder, ...names)
  }

  /** The path of a file of the state. */
  placeOf({ kind, key }: StateName): string {
    return kind === 'results' ? this.#fanned(kind, key) : this.place(kind, `${key}.json`)
  }

  has(name: StateName): boolean {
    return existsSync(this.placeOf(name))
  }

  /** The bytes of a file of the state; `undefined` where there is none. */
  readState(name: StateName): Buffer | undefined {
    return this.#read(this.placeOf(name), (bytes) => bytes)
  }

  writeState(name: StateName, bytes: Uint8Array): void {
    this.#write(this.placeOf(name), bytes, true)
    if (name.kind === 'results') this.dropFailure(name.key)
  }

  /** Has a file of the state in common with another store on the same disk. */
  link(name: StateName, from: Store): void {
    const file = this.placeOf(name)
    this.#writing(file, () => {
      makeFolderSync(path.dirname(file))
      linkSync(from.placeOf(name), file)
    })
  }

  writeResult(key: string, result: StoredResult): void {
    this.writeState({ kind: 'results', key }, gzipSync(JSON.stringify(result), { level: 1 }))
  }

  /** `undefined` where there is none, or none that is whole. */
  readResult(key: string): StoredResult | undefined {
    return this.#read(this.#fanned('results', key), (bytes) => JSON.parse(gunzipSync(bytes).toString()) as StoredResult)
  }

  /** Names of all results. */
  resultKeys(): Set<string> {
    return this.#fannedKeys('results')
  }

  writeVersion(key: string, version: SurveyedVersion): void {
    // No more than a short cut: what is lost of it is read again.
    this.#write(this.#fanned('versions', key), packVersion(version), false)
  }

  readVersion(key: string): SurveyedVersion | undefined {
    return this.#read(this.#fanned('versions', key), unpackVersion)
  }

  dropVersion(key: string): void {
    rmSync(this.#fanned('versions', key), { force: true })
  }

  /** Forgets all versions, and what broken runs have left. */
  dropVersions(): void {
    for (const name of ['versions', 'unfinished']) rmSync(this.place(name), { recursive: true, force: true })
  }

  writeFailure(key: string, failure: StoredFailure): void {
    this.#write(this.place('failed', `${key}.json`), `${JSON.stringify(failure)}\n`, true)
  }

  readFailure(key: string): StoredFailure | undefined {
    return this.#read(this.place('failed', `${key}.json`), (bytes) => JSON.parse(bytes.toString()) as StoredFailure)
  }

  failureKeys(): Set<string> {
    return new Set((this.#names('failed') ?? []).map((name) => path.parse(name).name))
  }

  dropFailure(key: string): void {
    rmSync(this.place('failed', `${key}.json`), { force: true })
  }

  writeSettings(key: string, settings: Settings): void {
    if (this.#names('settings')?.includes(`${key}.json`)) return
    this.#write(this.place('settings', `${key}.json`), JSON.stringify(settings), true)
  }

  readSettings(key: string): Settings | undefined {
    return this.readJson('settings', `${key}.json`) as Settings | undefined
  }

  writeLexicons(key: string, text: string): void {
    this.#write(this.place('lexicons', `${key}.json`), text, true)
  }

  readLexicons(key: string): LearnedLexicon[] | undefined {
    return this.readJson('lexicons', `${key}.json`) as LearnedLexicon[] | undefined
  }

  /** JSON at a place in the state; `undefined` where there is none that is whole. */
  readJson(...names: string[]): unknown {
    return this.#read(this.place(...names), (bytes) => JSON.parse(bytes.toString()) as unknown)
  }

  writeJson(value: unknown, ...names: string[]): void {
    this.#write(this.place(...names), `${JSON.stringify(value)}\n`, true)
  }

  /** Forgets something of the state. */
  drop(...names: string[]): void {
    rmSync(this.place(...names), { force: true })
  }

  /** What is known of files, line by line. A line that was torn off is passed over. */
  *readSurvey(): Generator<SurveyLine> {
    for (const name of (this.#names('surveys') ?? []).sort()) {
      for (const line of linesOf(this.place('surveys', name))) {
        try {
          if (line !== '') yield JSON.parse(line) as SurveyLine
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error
        }
      }
    }
  }

  /** How many lines there are of what is known of files. */
  countSurvey(): number {
    let count = 0
    for (const { size } of this.readSurvey()) count += size < 0 ? 0 : 1
    return count
  }

  /** Adds to what is known of files; `name` is that of the process, so that no two write to one file. */
  appendSurvey(name: string, lines: readonly SurveyLine[]): void {
    const file = this.place('surveys', `${name}.jsonl`)
    this.#writing(file, () => {
      makeFolderSync(path.dirname(file))
      // The empty line before them ends one that an earlier run has left torn.
      appendFileSync(file, `\n${lines.map((line) => `${JSON.stringify(line)}\n`).join('')}`)
    })
  }

  /** Puts one file in the place of all that was known of files, with the lines that are to be kept; `number` is that of a line. */
  rewriteSurvey(isKept: (line: SurveyLine, number: number) => boolean): void {
    const others = (this.#names('surveys') ?? []).filter((name) => name !== '0.jsonl')
    this.#write(this.place('surveys', '0.jsonl'), this.#keptLines(isKept), true)
    for (const name of others) rmSync(this.place('surveys', name), { force: true })
  }

  *#keptLines(isKept: (line: SurveyLine, number: number) => boolean): Generator<string, void, undefined> {
    let [number, text] = [0, '']
    for (const line of this.readSurvey()) {
      if (isKept(line, number++)) text += `${JSON.stringify(line)}\n`
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
    yield text
  }

  /** Whether there is a state of a build. */
  isThere(): boolean {
    return existsSync(this.place())
  }

  /** Removes the state, and the folder of the output where nothing else is in it. */
  remove(): void {
    rmSync(this.place(), { recursive: true, force: true })
    if (readdirSync(this.folder).length === 0) rmdirSync(this.folder)
  }

  /** Makes the folder; throws a `HexaplaError` where that cannot be done. */
  make(): void {
    this.#writing(this.folder, () => {
      makeFolderSync(this.place('results'))
    })
  }

  #fanned(kind: string, key: string): string {
    return this.place(kind, key.slice(0, 2), key.slice(2))
  }

  #fannedKeys(kind: string): Set<string> {
    const keys = new Set<string>()
    for (const first of this.#names(kind) ?? []) for (const rest of this.#names(kind, first) ?? []) keys.add(first + rest)
    return keys
  }

  #names(...names: string[]): string[] | undefined {
    try {
      return readdirSync(this.place(...names))
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  }

  #read<Value>(file: string, parse: (bytes: Buffer) => Value): Value | undefined {
    let bytes: Buffer
    try {
      bytes = readFileSync(file)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    }
    try {
      return parse(bytes)
    } catch {
      // The disk has lost a part of it: it is made again.
      return undefined
    }
  }

  #write(file: string, content: Generator<string> | string | Uint8Array, isDurable: boolean): void {
    const temporary = this.place('unfinished', randomBytes(12).toString('hex'))
    this.#writing(file, () => {
      for (const folder of [path.dirname(temporary), path.dirname(file)]) makeFolderSync(folder)
      const fd = openSync(temporary, 'wx')
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(fd, content)
        else for (const piece of content) writeFileSync(fd, piece)
        if (isDurable) fsyncSync(fd)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      } finally {
        closeSync(fd)
      }
      renameSync(temporary, file)
    })
  }

  #writing(file: string, write: () => void): void {
    try {
      write()
    } catch (error) {
      throw writingError(error, file)
    }
  }
}
