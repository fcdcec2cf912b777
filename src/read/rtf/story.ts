import type { FlowParagraph, FlowPiece } from '../flow/flow.ts'

/** A text of its own: the body, a note, a header. */
export interface Story {
  paragraphs: FlowParagraph[]
  pieces: FlowPiece[]
  /** The formula that was last put among the pieces. */
  formula?: FlowPiece
  label: string
  /** The mark of the note that the story is. */
  mark?: string
  /** How the open paragraph is set. */
  properties: Properties
  page: boolean
  row: number
  column: number
  table: number
}

interface Properties {
  inTable: boolean
  level: number
  heading: number | undefined
  /** Twips. */
  left: number
  first: number
}

/** How a paragraph is set that says nothing of it. */
export function newProperties(): Properties {
  return { inTable: false, level: 0, heading: undefined, left: 0, first: 0 }
}

export function newStory(): Story {
  return { paragraphs: [], pieces: [], label: '', properties: newProperties(), page: false, row: 0, column: 0, table: -1 }
}

/** Closes the open paragraph of a story. `newTable` gives the number of a table that begins with it. */
export function endParagraph(story: Story, newTable: () => number): void {
  const { pieces, label, properties } = story
  const paragraph: FlowParagraph = { pieces }
  const text = pieces.map((piece) => piece.text).join('')
  if (label.trim() !== '' && text.trim() !== '') paragraph.label = { text: label.trim(), level: properties.level, suffix: label.endsWith('\t') ? '\t' : label.endsWith(' ') ? ' ' : '' }
  else if (properties.left + properties.first >= 60) paragraph.indent = Math.round((properties.left + properties.first) / 120)
  if (properties.heading !== undefined) paragraph.heading = properties.heading
  if (properties.inTable) {
    if (story.table < 0) story.table = newTable()
    paragraph.cell = { table: story.table, row: story.row, column: story.column }
  } else {
    story.table = -1
    story.row = 0
    story.column = 0
  }
  if (story.page && !/\p{L}{3}/u.test(text)) {
    paragraph.furniture = 'page-number'
    // The field may have no result: the number is nothing but a field.
    if (text.trim() === '') paragraph.pieces = []
  }
  story.page = false
  story.pieces = []
  story.label = ''
  story.paragraphs.push(paragraph)
}

/** Tells the mark that was typed into a note from its text. */
export function markFirst({ mark, paragraphs }: Story): void {
  const pieces = paragraphs[0]?.pieces
  if (mark === undefined || mark === '' || pieces === undefined || pieces.some((piece) => piece.mark)) return
  const index = pieces.findIndex(({ text }) => text.trim() !== '')
  const first = pieces[index]
  if (first?.text.trimStart().startsWith(mark) !== true) return
  const rest = first.text.trimStart().slice(mark.length)
  pieces.splice(0, index + 1, { ...first, text: mark, mark: true }, { ...first, text: rest })
}
