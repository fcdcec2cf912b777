import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { PageFurniture } from '../corpus/read-furniture.ts'
import { readSource, type SourceDocument } from '../corpus/read-source.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'

/** What took the text out of the PDF. */
export const extractors = ['pdftotext', 'layout', 'raw', 'pdfjs'] as const
export type Extractor = (typeof extractors)[number]

/** One extract with the source that it was set from. */
export interface Extract {
  document: string
  language: LanguageCode
  extractor: Extractor
  raw: string
  source: SourceDocument
  /** What its pages print beside the text. */
  furniture: readonly PageFurniture[]
}

const corpus = path.resolve(import.meta.dirname, '../../corpus')

/** All extracts of the corpus, in the order of documents, languages and extractors. */
export function* readExtracts(): Generator<Extract> {
  for (const document of readdirSync(corpus).sort()) {
    for (const language of languageCodes) {
      const at = path.join(corpus, document, `${language}.source`)
      if (!existsSync(at)) continue
      const source = readSource(readFileSync(at, 'utf8'))
      const printed = JSON.parse(readFileSync(path.join(corpus, document, 'extracts', 'furniture.json'), 'utf8')) as Partial<Record<LanguageCode, PageFurniture[]>>
      for (const extractor of extractors) {
        const file = path.join(corpus, document, 'extracts', `${language}.${extractor}.txt`)
        if (existsSync(file)) yield { document, language, extractor, raw: readFileSync(file, 'utf8'), source, furniture: printed[language] ?? [] }
      }
    }
  }
}
