import type { Values } from './report.ts'

/** `fatal`: no output. `warning`: look at it. `info`: for the record. */
export type Severity = 'fatal' | 'info' | 'warning'

/** One message: how grave, what it says, what to do about it. */
export interface Entry {
  severity: Severity
  /** "Unexpected x, expected y", in one line. */
  text: (values: Values) => string
  /** What the user can do. */
  remedy: string
}
