import type { LanguageCode } from '../language/code.ts'
import type { Report } from '../message/report.ts'
import type { Source } from '../source/source.ts'
import type { Locator } from '../tree/place.ts'
import type { CleanBlock, UndecidedBlock } from './decide/block.ts'
import type { Geometry } from './geometry/index.ts'
import type { JoinedLines } from './joints/joined-lines.ts'
import type { LiftedNote } from './notes/lifted-note.ts'
import type { Line } from './lines/line.ts'
import type { CharacterRepair } from './repair/index.ts'
import type { Rows } from './table/found-table.ts'
import type { SignatureColumns } from './table/signature-columns.ts'
import type { Joint } from './joints/weigh-joint.ts'

/** A document on its way from lines to blocks: each pass makes another of it. */
export interface Draft {
  readonly source: Source
  readonly language: LanguageCode
  readonly place: Locator
  readonly report: Report
  readonly characters: CharacterRepair
  readonly geometry: Geometry
  readonly lines: readonly Line[]
  readonly notes: readonly LiftedNote[]
  readonly tables: readonly Rows[]
  readonly signatures: readonly SignatureColumns[]
  /** How far each line is a block by itself, 0 to 1. */
  readonly blockLines: number
  readonly joined: readonly JoinedLines[]
  /** Whether somebody looks on: what was weighed to join lines is kept then. */
  readonly observed: boolean
  /** Called with all that was weighed to join lines. */
  readonly weighed?: (joint: Joint) => void
  readonly texts: readonly UndecidedBlock[]
  readonly blocks: readonly CleanBlock[]
}
