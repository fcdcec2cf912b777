/** `fatal`: no output. `warning`: look at it. `info`: for the record. */
export type Severity = 'fatal' | 'info' | 'warning'

/** One message: how grave, what it says, what to do about it. */
export interface Entry<Values = never> {
  severity: Severity
  /** "Unexpected x, expected y", in one line. What it takes fills the message: a figure or word for each name. */
  text: (values: Values) => string
  /** What the user can do. */
  remedy: string
}

/** Messages by id: `stage:what-is-wrong`. */
export type Catalogue = Readonly<Record<string, Entry>>
