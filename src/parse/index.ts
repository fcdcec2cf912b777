import type { CleanTextLike } from './input.ts'
import { silent, type Report } from '../message/report.ts'
import { assignAddresses } from '../tree/address.ts'
import type { Root } from '../tree/undast.ts'
import { tieNotes } from './tie-notes.ts'
import { TreeBuilder } from './build-tree.ts'

export type { LabelReading } from '../grammar/label.ts'
export type { BlockInput, BodyInput, CleanTextLike, FurnitureInput, MastheadInput, NoteInput, TableInput } from './input.ts'

/** Options of `parse`. */
export interface ParseOptions {
  /** The symbol, where the text does not say it or the user knows better. */
  symbol?: string
  report?: Report
}

/**
 * Cleaned blocks to the tree: masthead, titles, headings, annexes, numbered paragraphs, items, notes, signatures.
 *
 * Every block has one sentence that holds all its text; the stage `segment` divides them.
 */
export function parse(text: CleanTextLike, { symbol, report = silent }: ParseOptions = {}): Root {
  const builder = new TreeBuilder(text, report)
  for (const block of text.blocks) builder.add(block)
  const root = builder.finish(symbol)
  assignAddresses(root)
  tieNotes(builder.notes, builder.references)
  return root
}
