import type { GroupMember } from '../../collection/group-documents.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Said } from '../../collection/said.ts'

/** What is known of a file, as a line of JSON. */
export interface SurveyLine {
  /** Name of the settings that it was read with. */
  settings: string
  /** Absolute. */
  path: string
  size: number
  /** When it was changed, in nanoseconds. */
  time: string
  /** Hash of its bytes. */
  bytes: string
  /** Name of what was read of it, by `versionKey`. */
  key: string
  /** Its language, where the user has said it. */
  given?: LanguageCode
  /** What it says of itself; its `file` is the path above. */
  member?: GroupMember
  /** Why it says nothing. */
  messages?: Said[]
}
