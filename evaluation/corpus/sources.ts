import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LanguageCode } from '../../src/language/code.ts'
import { noteVerbaleSource } from './note-verbale-source.ts'
import { readSource, type SourceDocument } from './read-source.ts'

const corpus = path.resolve(import.meta.dirname, '../../corpus')

/** The documents of the corpus, by the names of their folders. */
export const corpusDocuments: readonly string[] = readdirSync(corpus).sort()

/** The source of a document in one language. */
export function sourceOf(document: string, language: LanguageCode): SourceDocument {
  const file = path.join(corpus, document, `${language}.source`)
  return existsSync(file) ? readSource(readFileSync(file, 'utf8')) : noteVerbaleSource(path.join(corpus, document), language)
}
