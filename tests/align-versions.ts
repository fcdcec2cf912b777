/** Builds trees from a table of units, so that the aligner is tested apart from the parser. */
import type { Position } from 'unist'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import type { Block, Item, Root, Sentence } from '../src/tree/undast.ts'

/** One row of `units.tsv`: an address and the sentences of each language. */
export interface UnitRow {
  address: string
  sentences: Partial<Record<LanguageCode, string[]>>
}

const position: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

/** Rows of a table `address ar en es fr ru zh`, sentences of a cell parted by ` | `. */
export function parseUnitRows(tsv: string): UnitRow[] {
  const [header = '', ...lines] = tsv.split(/\r?\n/)
  const columns = header.split('\t')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      const sentences: Partial<Record<LanguageCode, string[]>> = {}
      for (const language of languageCodes) {
        const cell = cells[columns.indexOf(language)]?.trim() ?? ''
        if (cell !== '') sentences[language] = cell.split(' | ')
      }
      return { address: cells[0] ?? '', sentences }
    })
}

/** A sentence node. */
export function sentence(value: string): Sentence {
  return { type: 'sentence', children: [{ type: 'text', value, position, data: { runs: [] } }], position }
}

/** A version of a document from rows; `labelled: false` loses every number, as an export with automatic numbering does. */
export function versionOf(rows: readonly UnitRow[], lang: LanguageCode, labelled = true): Root {
  const blocks = new Map<string, string[]>()
  for (const row of rows) {
    const cell = row.sentences[lang]
    if (cell) blocks.set(row.address, [...(blocks.get(row.address) ?? []), ...cell])
  }
  const children = [...blocks].map(([address, sentences]) => blockOf(address, sentences.map(sentence), labelled))
  return { type: 'root', lang, children, position }
}

function blockOf(address: string, children: Sentence[], labelled: boolean): Block {
  const step = address.split('/').at(-1) ?? ''
  const data = { address }
  if (step.startsWith('h')) return { type: 'heading', depth: 1, children, position, data }
  if (step.startsWith('d')) return { type: 'dateline', children, position, data }
  if (step.startsWith('n')) return { type: 'note', kind: 'other', children, position, data }
  if (!labelled || !/^\d+$/.test(step)) return { type: 'paragraph', children, position, data: labelled ? data : {} }
  const label: Item['label'] = { value: `${step}.`, ordinal: Number(step), style: 'decimal', position }
  return { type: 'item', label, children: [{ type: 'paragraph', children, position, data }], position, data }
}
