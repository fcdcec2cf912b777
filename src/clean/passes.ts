import { readWeakLabel } from '../grammar/label.ts'
import { partWords, rawOffset, type MappedText } from '../tree/mapped-text.ts'
import { collectBlocks } from './collect-blocks.ts'
import type { Draft } from './draft.ts'
import { printedLabel, undecidedBlock, type UndecidedBlock } from './decide/block.ts'
import { decideBlocks } from './decide/decide-blocks.ts'
import { openEntries } from './decide/entries.ts'
import { joinLines } from './joints/join-lines.ts'
import { joinTexts } from './lines/join-texts.ts'
import type { Line } from './lines/line.ts'
import { leadLabels } from './labels/lead-labels.ts'
import { pairColumns } from './decide/pair-column.ts'
import { liftNotes } from './notes/lift-notes.ts'
import { liftTableNotes } from './notes/table-notes.ts'
import { liftReferences } from './notes/lift-references.ts'
import { markFurniture } from './page/mark-furniture.ts'
import { markMasthead } from './page/mark-masthead.ts'
import { measureBlockLines } from './page/measure-block-lines.ts'
import { openResolutions } from './joints/open-resolutions.ts'
import { readLines } from './read-lines.ts'
import { sayRepairs } from './say-repairs.ts'
import { endsInHyphen } from './lines/sentence-end.ts'
import { splitLines } from './lines/split-lines.ts'
import { markColumns } from './table/index.ts'
import { mayBeCells } from './table/mark-untold.ts'
import { takeGiven } from './take-given.ts'
import { readVocabulary } from './lines/undo-hyphen.ts'

export type { Draft } from './draft.ts'

/** What passes need and give. */
export type Part = 'block-lines' | 'blocks' | 'furniture' | 'joined' | 'led' | 'lines' | 'masthead' | 'notes' | 'paired' | 'source' | 'split' | 'tables' | 'texts'

export interface Pass {
  /** As its file is called. */
  name: string
  needs: readonly Part[]
  gives: readonly Part[]
  /** Why it stands where it does. */
  why: string
  /** What is new in a draft behind it. */
  run: (draft: Draft) => Partial<Draft>
}

/** From lines to decided blocks, in this order. */
export const passes: readonly Pass[] = [
  {
    name: 'read-lines',
    needs: ['source'],
    gives: ['lines'],
    why: 'rules look at characters that are repaired',
    run: (draft) => {
      const lines = readLines(draft.source, draft.language, draft.characters)
      sayRepairs(lines, draft.characters, draft.report)
      return { lines }
    }
  },
  {
    name: 'take-given',
    needs: ['lines'],
    gives: ['furniture', 'notes', 'tables'],
    why: 'what the format knows needs no guess, and guesses go round it',
    run: ({ lines, language }) => takeGiven(lines, language)
  },
  {
    name: 'mark-masthead',
    needs: ['lines'],
    gives: ['masthead'],
    why: 'its symbol and its job number are furniture elsewhere',
    run: ({ lines, language }) => ({ lines: markMasthead(lines, language) })
  },
  {
    name: 'mark-furniture',
    needs: ['lines', 'masthead'],
    gives: ['furniture'],
    why: 'rules and feet of pages tell where notes begin and end',
    run: ({ lines, language }) => ({ lines: markFurniture(lines, language) })
  },
  {
    name: 'measure-block-lines',
    needs: ['lines', 'masthead', 'furniture'],
    gives: ['block-lines'],
    why: 'lines that belong to the page are no paragraphs',
    run: ({ lines, language }) => {
      const cells = mayBeCells(lines, language)
      return { blockLines: measureBlockLines(lines.filter((line, index) => line.role === 'body' && !cells.has(index) && !isTabbedRow(line)), language) }
    }
  },
  {
    name: 'lift-notes',
    needs: ['lines', 'furniture', 'block-lines'],
    gives: ['notes'],
    why: 'a note stands inside a sentence or a table that a page parts',
    run: ({ lines, notes: given, language, blockLines }) => {
      const { lines: told, notes } = liftNotes(lines, language, blockLines)
      return { lines: told, notes: [...given, ...notes] }
    }
  },
  {
    name: 'find-tables',
    needs: ['lines', 'furniture', 'notes', 'block-lines'],
    gives: ['tables', 'notes'],
    why: 'lines of tables would set the width of the text',
    run: ({ lines, notes, tables: given, language, geometry, blockLines }) => {
      const { lines: told, tables, signatures } = markColumns(openResolutions(lines, language), geometry, blockLines)
      const below = liftTableNotes(told, language, blockLines)
      return { lines: openEntries(below.lines, language), notes: [...notes, ...below.notes], tables: [...given, ...tables], signatures }
    }
  },
  {
    name: 'split-lines',
    needs: ['lines', 'tables'],
    gives: ['split'],
    why: 'a row of a table has numbers in it that begin no paragraph',
    run: ({ lines }) => ({ lines: splitLines(lines) })
  },
  {
    name: 'lead-labels',
    needs: ['lines', 'furniture', 'notes', 'tables', 'split'],
    gives: ['led'],
    why: 'the line above a label is of its page and of its text when furniture, notes and tables are known',
    run: ({ lines, language }) => ({ lines: leadLabels(lines, language) })
  },
  {
    name: 'join-lines',
    needs: ['lines', 'masthead', 'furniture', 'notes', 'tables', 'split', 'led', 'block-lines'],
    gives: ['joined'],
    why: 'lines are joined over all that was taken out between them',
    run: (draft) => ({ joined: joinLines(draft) })
  },
  {
    name: 'pair-labels',
    needs: ['joined'],
    gives: ['paired'],
    why: 'texts below a column of labels are counted when their lines are joined',
    run: ({ joined, language, place, report }) => ({ joined: pairColumns(joined, language, place, report) })
  },
  {
    name: 'lift-references',
    needs: ['joined', 'paired', 'notes'],
    gives: ['texts'],
    why: 'a mark is told from a figure by the notes and by the sentence round it',
    // What is in the texts takes its room but once.
    run: (draft) => ({ texts: textsOf(draft), joined: [], lines: draft.lines.filter(({ role }) => role === 'furniture' || role === 'masthead') })
  },
  {
    name: 'decide-blocks',
    needs: ['texts', 'tables', 'masthead', 'furniture', 'notes'],
    gives: ['blocks'],
    why: 'what a block is shows in its whole text and in the blocks above it',
    run: (draft) => ({ texts: [], blocks: decideBlocks(collectBlocks(draft), draft.language) })
  }
]

/** Whether tabs part a line that begins with no label: a row of a table rather than a paragraph. */
function isTabbedRow({ tabbed, value, label }: Line): boolean {
  return tabbed && (label ?? readWeakLabel(value)) === undefined
}

/** The text of each block: its lines as one, label and marks of notes taken off. */
function textsOf({ joined, lines, notes, language }: Draft): UndecidedBlock[] {
  const hyphens = lines.some(({ value }) => endsInHyphen(value))
  const vocabulary = hyphens ? readVocabulary(lines.map(({ value }) => value), language, jointsOf(joined)) : undefined
  const own: Array<MappedText | undefined> = []
  const blocks = joined.map(({ lines: printed, label, signature }) => {
    const text = joinTexts(printed.map((line) => line.text), language, vocabulary, signature)
    const [front, rest] = label ? partWords(text, label.length) : [undefined, text]
    own.push(front)
    return { text: rest, lines: printed }
  })
  const lifted = liftReferences(blocks, notes, language)
  return joined.map(({ lines: printed, label }, index) => {
    const front = own[index]
    const { text, references } = lifted[index] ?? { text: nothing, references: [] }
    const [first] = printed
    return undecidedBlock(text, references, { label: label && front && printedLabel(label, front, isBehind(front, text)), heading: first?.facts.heading, cell: first?.cell })
  })
}

/** Whether a label stands behind the beginning of its text in the source. */
function isBehind(label: MappedText, text: MappedText): boolean {
  return label.runs.length > 0 && text.runs.length > 0 && rawOffset(label, 0) > rawOffset(text, 0)
}

/** The lines that are joined, each with the next. */
function* jointsOf(joined: Draft['joined']): Generator<readonly [line: string, next: string]> {
  for (const { lines } of joined) for (let index = 1; index < lines.length; index++) yield [lines[index - 1]?.value ?? '', lines[index]?.value ?? '']
}

const nothing: MappedText = { value: '', runs: [] }
