import type { LanguageCode } from '../../language/code.ts'

/** A repair of characters: each match of `pattern` is replaced and put on record under `name`. */
export interface CharacterRule {
  /** As the file is called. */
  name: string
  /** What it puts in order of reading, where it does: lines, or numbers inside of lines in order. */
  turns?: 'line' | 'number'
  /** Global, linear. */
  pattern: RegExp
  /** A character that is in every match, one of these: a line without one need not be searched. Any, where missing. */
  needs?: RegExp
  replace: (match: RegExpExecArray) => string
  /** Languages it is for; all where missing. */
  languages?: readonly LanguageCode[]
  /** Whether it is for Markdown alone. */
  marked?: true
  /** Whether a document calls for it at all; where missing, each does. */
  appliesTo?: (raw: string) => boolean
  /** Whether it changes white space alone, which needs no record. */
  space?: boolean
}
