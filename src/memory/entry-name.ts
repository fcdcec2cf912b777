/** What tells documents, entries and units of a memory from each other, and texts as they can be stored. */
import { hash } from 'node:crypto'
import { readSymbol } from '../grammar/symbol.ts'
import { inOrder } from '../language/tag.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'

/** A text as it can be stored: half a character is none in UTF-8, and NUL ends a text of the engine. */
export function wholeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is what is looked for.
  return /[\u0000\uD800-\uDFFF]/.test(text) ? text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD') : text
}

/** Of a unit as it is stored: the same text has the same id in it. */
export function hashOfUnit(packed: string): bigint {
  return BigInt(`0x${hash('sha256', packed, 'hex').slice(0, 16)}`)
}

/** What names a document in a memory: the key of its symbol, else the name of its files, else that of the input. */
export function documentKey({ symbol, name }: DocumentRecord, file: string): string {
  return symbol === undefined ? (name ?? file) : readSymbol(symbol).key
}

/** What is known of the versions of a document, whatever file it was read from, as one text. */
export function versionFacts({ symbol, versions }: DocumentRecord): string {
  return JSON.stringify(inOrder(Object.keys(versions)).map((language) => {
    const { symbol: own = symbol, jobNumber, date, original, reissue } = versions[language] ?? {}
    return [language, own, jobNumber, date, original, reissue]
  }))
}

/** What tells an entry from the others of one input. */
export function entryName(document: DocumentRecord, granularity: Unit['granularity']): string {
  const versions = inOrder(Object.keys(document.versions)).map((language) => [language, document.versions[language]?.symbol, document.versions[language]?.reissue])
  // Of many documents names as long as these would be much.
  return hash('sha256', JSON.stringify([granularity, document.symbol, document.name, versions]), 'base64')
}
