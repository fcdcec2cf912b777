import { findSymbols } from './symbol.ts'

/** Rows of the table that a masthead is set in; longer ones are of the text. */
const mostRows = 8

/**
 * Whether the table that a document begins with is its masthead, laid out: it names the symbol of the document.
 *
 * Templates of the United Nations set the head of the first page so.
 */
export function isLetterhead(rows: number, texts: readonly string[]): boolean {
  return rows <= mostRows && texts.some((text) => findSymbols(text).length > 0)
}
