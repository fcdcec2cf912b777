import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'

const top = path.resolve(import.meta.dirname, '../..')

/** Text of a file of the project. */
export function read(...names: string[]): string {
  return readFileSync(path.join(top, ...names), 'utf8')
}

/** The first document of the corpus. */
export const noteVerbale = 'cd-note-verbale-belarus-2019'

/** The raw exports of a document by language. */
export function versionsOf(document: string): ReadonlyMap<LanguageCode, string> {
  return new Map(languageCodes.map((code) => [code, read('corpus', document, `${code}.txt`)]))
}

/** One row of a gold file: a unit over all languages. */
export interface GoldUnit {
  address: string
  /** Sentences by language; none where the version lacks the unit. */
  sentences: Readonly<Record<LanguageCode, readonly string[]>>
}

/** The gold units of a document, in the order of its file. */
export function goldUnits(document: string): GoldUnit[] {
  const [header = '', ...rows] = read('corpus', document, 'units.tsv').trimEnd().split('\n')
  const [, ...codes] = header.split('\t')
  return rows.map((row) => {
    const [address = '', ...cells] = row.split('\t')
    const entries = codes.map((code, index) => [code, (cells[index] ?? '') === '' ? [] : (cells[index] ?? '').split(' | ')])
    return { address, sentences: Object.fromEntries(entries) as GoldUnit['sentences'] }
  })
}

/** Real raw exports that are not the project's own; they are measured with where they are there, and never committed. */
export function realExports(): Array<[name: string, raw: string]> {
  const folder = path.resolve(top, '../shared/raw')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.raw.txt'))
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8').replace(/^####.*\n/gm, '')])
}
