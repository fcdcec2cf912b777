import type { SourceBlock, SourceDocument } from '../../scripts/typeset/read-source.ts'
import { repairCharacters } from '../../src/clean/repair/index.ts'
import { mapped } from '../../src/tree/mapped-text.ts'
import { fold } from './fold.ts'

/** A printed line of an extract and the block of the source that it was set from. */
export interface AssignedLine {
  /** Raw offsets `[start, end)` without white space at the ends. */
  start: number
  end: number
  /** Index of the block in the source; `undefined` for what belongs to the page. */
  block: number | undefined
}

/** A block as it is printed: label, words with their marks of reference, no spaces. */
function printedForm({ label, marker, marked, kind, rows }: SourceBlock): string {
  const words = kind === 'table' ? rows.flat().join('') : marked.replace(/\[\^([^\]]{1,3})\]/g, '$1').replace(/\*\*|_| \| | ~ |∅/g, '')
  return fold((label ?? marker ?? '') + words)
}

/**
 * Tells of each printed line which block it was set from, by its words: the block that the last line came from goes on
 * where it can; otherwise the next block that has these words.
 */
export function assignLines(raw: string, source: SourceDocument): AssignedLine[] {
  // A short line is a number or a label: it fits nearly anywhere, so it is taken only where it is due.
  const forms = source.blocks.map(printedForm)
  const labels = source.blocks.map(({ label, marker }) => fold(label ?? marker ?? '').length)
  const used = forms.map(() => 0)
  const facts = source.facts.map(([, value]) => fold(value))
  const lines: AssignedLine[] = []
  let current = 0
  for (const { 0: piece, index } of raw.matchAll(/[^\n\f\r]+/g)) {
    // Marks of direction and spaces at the ends are no part of the line; its order of reading is put right.
    const start = index + (/^[\s\u200E\u200F\u202A-\u202E]*/.exec(piece)?.[0].length ?? 0)
    const end = index + piece.replace(/[\s\u200E\u200F\u202A-\u202E]+$/, '').length
    const words = fold(repairCharacters(mapped(raw, index, index + piece.length), source.language).value)
    if (words === '') continue
    // What the masthead says may begin a paragraph too: at the top of the first page it is the masthead.
    const masthead = lines.length < 25 && current === 0 && facts.some((fact) => fact.includes(words))
    const block = masthead ? undefined : find(words, current)
    lines.push({ start, end, block })
    if (block !== undefined && source.blocks[block]?.kind !== 'note') current = block
  }
  return lines

  function find(words: string, from: number): number | undefined {
    const order = forms.map((_, index) => index).sort((a, b) => distance(a, from) - distance(b, from))
    for (const index of order) {
      const form = forms[index] ?? ''
      const at = used[index] ?? 0
      // The next words of the block; a table may be read in columns.
      // The label may stand on another line, or be lost.
      const behind = at === 0 && !form.startsWith(words) ? (labels[index] ?? 0) : at
      const found = source.blocks[index]?.kind === 'table' ? form.includes(words) : form.startsWith(words, behind)
      if (!found || (words.length < 4 && (index < from || index > from + 4) && !(source.blocks[index]?.kind === 'note' && words === form.slice(0, labels[index]) && Math.abs(index - from) < 25))) continue
      used[index] = behind + words.length
      return index
    }
    return undefined
  }
}

/** Blocks ahead go before blocks behind, near ones before far ones. */
function distance(index: number, from: number): number {
  return index >= from ? index - from : 1000 + from - index
}
