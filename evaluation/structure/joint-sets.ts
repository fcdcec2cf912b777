import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { languageCodes, languages, type LanguageCode } from '../../src/language/code.ts'
import { assignLines } from './assign-lines.ts'
import { readExtracts } from './extracts.ts'
import { printLines, prints } from './print-lines.ts'

/** A text whose printed lines are known to begin a block or not. */
export interface JointText {
  /** What is held out together: a document in all its languages and prints. */
  document: string
  set: string
  language: LanguageCode
  text: string
  /** By the offset at which a line begins: whether a block begins with it. Lines that nobody knows are missing. */
  begins: ReadonlyMap<number, boolean>
}

/** Widths of the pages that are printed; columns. */
const widths = [72, 92] as const

/** The extracts of the project's corpus. */
export function* corpusTexts(): Generator<JointText> {
  for (const { document, language, raw, source, furniture } of readExtracts()) {
    const kinds = new Map(source.blocks.map(({ address, kind }) => [address, kind]))
    const flow = assignLines(raw, source, furniture).filter(({ owner }) => owner !== 'page' && kinds.get(owner) !== 'table' && kinds.get(owner) !== 'note')
    const begins = new Map<number, boolean>()
    flow.forEach((line, index) => {
      const above = flow[index - 1]
      if (above) begins.set(line.start, above.owner !== line.owner)
    })
    yield { document, set: 'corpus', language, text: raw, begins }
  }
}

/** Documents that the project did not write, in a folder beside it: none where it is missing. */
export function* realTexts(folder: string): Generator<JointText> {
  for (const document of listed(folder, 'documents'))
    for (const language of languageCodes) {
      const file = path.join(folder, 'documents', document, `${language}.txt`)
      if (existsSync(file)) yield* printed('documents', document, language, readFileSync(file, 'utf8').trimEnd().split('\n'))
    }
  for (const file of listed(folder, 'views')) yield* printed('views', file, 'en', rowsOf(path.join(folder, 'views', file)).map(([, ...rest]) => rest.join(' ').trim()))
  for (const file of listed(folder, 'docling-fr')) {
    const rows = rowsOf(path.join(folder, 'docling-fr', file)).filter(([, text = '']) => /\p{L}/u.test(text))
    // What an extractor put on a line of its own is a block where it begins as one, and the one above ends as one.
    const sure = rows.map(([, text = ''], index) => index > 0 && /^(?:\p{Lu}|\d{1,3}\. ?\p{Lu}|[a-z] ?\) \p{Lu})/u.test(text) && /[.;:,]$/.test(rows[index - 1]?.[1] ?? ''))
    yield* printed('docling-fr', file, 'fr', rows.map(([, text = '']) => text), (owner) => sure[owner] === true)
  }
}

function* printed(set: string, document: string, language: LanguageCode, blocks: readonly string[], isSure: (owner: number) => boolean = () => true): Generator<JointText> {
  for (const print of prints)
    for (const width of print === 'block' ? [0] : widths) {
      const { text, owners } = printLines(blocks, print, width, languages[language].spaced)
      const begins = new Map<number, boolean>()
      let above: number | undefined
      for (const [start, owner] of owners) {
        if (above !== undefined && (above === owner || isSure(owner))) begins.set(start, above !== owner)
        above = owner
      }
      yield { document, set, language, text, begins }
    }
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'))
}

function listed(folder: string, name: string): string[] {
  const at = path.join(folder, name)
  return existsSync(at) ? readdirSync(at).sort() : []
}
