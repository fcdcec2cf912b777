import { languages, type LanguageCode } from '../language/code.ts'
import { rawOffset, type MappedText } from '../tree/mapped-text.ts'
import { undecidedBlock, type BodyBlock, type CleanBlock, type UndecidedBlock } from './decide/block.ts'
import type { Draft } from './draft.ts'
import { joinTexts } from './lines/join-texts.ts'
import { partsOf, type Line } from './lines/line.ts'

type Collected = Exclude<CleanBlock, BodyBlock> | UndecidedBlock

/** All blocks of a draft, in the order in which they begin in the source. */
export function collectBlocks({ texts, notes, tables, signatures, lines, language }: Draft): Collected[] {
  const blocks: Collected[] = [...texts]
  for (const { marker, text } of notes) blocks.push({ role: 'note', text, ...(marker ? { marker } : {}) })
  /** Signatures side by side begin where the first of them does: they keep the order in which they are read. */
  const together = new Map<Collected, number>()
  for (const side of signatures) {
    const start = Math.min(...side.signatures.map((text) => rawOffset(text, 0)))
    for (const text of side.signatures) {
      const block = undecidedBlock(text)
      together.set(block, start)
      blocks.push(block)
    }
  }
  for (const rows of tables) blocks.push({ role: 'table', rows })
  for (const line of lines) if (line.role === 'furniture') blocks.push({ role: 'furniture', kind: line.furniture ?? 'running-head', text: line.text })
  const masthead = lines.filter(({ role }) => role === 'masthead')
  if (masthead.length > 0) {
    const fields = masthead.flatMap((line) => (languages[language].direction === 'rtl' ? partsOf(line).toReversed() : partsOf(line)))
    blocks.push({ role: 'masthead', lines: joinMasthead(masthead, language), fields })
  }
  const keyed = blocks.map((block): [Collected, number] => [block, together.get(block) ?? startOf(block)])
  return keyed.sort(([, a], [, b]) => a - b).map(([block]) => block)
}

/** The lines of a masthead, those that go on in the next as one. */
function joinMasthead(lines: readonly Line[], language: LanguageCode): MappedText[] {
  const whole: Line[][] = []
  for (const line of lines) {
    if (line.goesOn) whole.at(-1)?.push(line)
    else whole.push([line])
  }
  return whole.map((each) => joinTexts(each.map(({ text }) => text), language))
}

/** Where a block begins in the text of the source. */
export function startOf(block: Collected): number {
  return rawOffset(firstText(block), 0)
}

function firstText(block: Collected): MappedText {
  switch (block.role) {
    case 'masthead':
      return block.lines[0] ?? nothing
    case 'body':
      return block.label && !block.label.apart ? block.label.text : block.text
    case 'note':
      // The number may have come out behind the text.
      return block.marker && (block.text.runs.length === 0 || rawOffset(block.marker, 0) < rawOffset(block.text, 0)) ? block.marker : block.text
    case 'furniture':
      return block.text
    case 'table':
      return block.rows.flat().reduce((first, cell) => (cell.runs.length > 0 && (first === nothing || rawOffset(cell, 0) < rawOffset(first, 0)) ? cell : first), nothing)
  }
}

const nothing: MappedText = { value: '', runs: [] }
