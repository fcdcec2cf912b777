/** The edits that a page can ask for by a name of each, and what they make of the rows. */
import * as v from 'valibot'
import { detach, editText, lock, mark, mergeAbove, mergeBelow, moveDown, moveUp, split, swap, type Change, type Original, type Place, type Refused } from './edits.ts'
import type { Row } from './row.ts'

/** What an edit of a page is told beside its name. */
const details = {
  /** A segment of the row that it is done to. */
  key: v.pipe(v.string(), v.maxLength(1000)),
  /** The language that the edit is for, where it is for a cell. */
  language: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** Whether the original may be split and merged. */
  free: v.optional(v.boolean()),
  caret: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  text: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
  status: v.optional(v.picklist(['doubtful', 'machine', 'rejected', 'reviewed']))
}

type Details = v.InferOutput<v.ObjectSchema<typeof details, undefined>>

type Make = (rows: readonly Row[], place: Place, original: Original, details: Details) => Change | Refused

const pageEdits = {
  detach,
  lock: (rows, { row }) => lock(rows, row, true),
  mark: (rows, { row }, _, { status = 'reviewed' }) => mark(rows, row, status),
  merge: mergeBelow,
  'merge-above': mergeAbove,
  'move-down': moveDown,
  'move-up': moveUp,
  split: (rows, place, original) => split(rows, place, original),
  'split-text': (rows, place, original, { caret = 0 }) => split(rows, place, original, caret),
  swap,
  text: (rows, place, _, { text = '' }) => editText(rows, place, text),
  unlock: (rows, { row }) => lock(rows, row, false)
} as const satisfies Readonly<Record<string, Make>>

/** The aligner is asked for these; whether it is all between fixed rows. */
const realignments = { realign: false, 'realign-all': true } as const

type PageEditName = keyof typeof pageEdits
type RealignmentName = keyof typeof realignments

/** What the log calls an edit where it is not the page's name of it. */
const logNames: Readonly<Partial<Record<PageEditName | RealignmentName, string>>> = { 'merge-above': 'merge', 'realign-all': 'realign' }

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table) as Name[]
}

/** An edit, as a page asks for it. */
export const pageEditSchema = v.variant('op', [v.object({ op: v.picklist(namesOf(pageEdits)), ...details }), v.object({ op: v.picklist(namesOf(realignments)), ...details })])

type PageEdit = v.InferOutput<typeof pageEditSchema>

/** What the log calls an edit. */
export function logName({ op }: PageEdit): string {
  return logNames[op] ?? op
}

/** Whether a realignment is of all between fixed rows; `undefined` for any other edit. */
export function realignsAll({ op }: PageEdit): boolean | undefined {
  return op in realignments ? realignments[op as RealignmentName] : undefined
}

/** What an edit that is no realignment makes of the rows. */
export function resultOf(edit: PageEdit, rows: readonly Row[], place: Place, original: Original): Change | Refused {
  const make: Make = pageEdits[edit.op as PageEditName]
  return make(rows, place, original, edit)
}
