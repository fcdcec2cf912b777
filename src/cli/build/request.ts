import type { Settings } from './settings.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { UnitFormatName, WriteFormatsOptions } from '../../write/index.ts'

/** What was asked for, as it stands in the folder of the output: `merge` and `status` need no more than that folder. */
export interface BuildRequest {
  /** Absolute paths of folders and files. */
  paths: string[]
  /** What the paths begin with is not said to the user. */
  from: string
  /** `FILE=xx`, as given. */
  lang: string[]
  settings: Settings
  /** Whether words are learned from the collection. */
  learn: boolean
  /** Formats of the files with all documents. */
  whole: UnitFormatName[]
  /** Formats of the files of each document. */
  each: UnitFormatName[]
  write: Partial<WriteFormatsOptions>
  source?: LanguageCode
  /** Absolute path of a memory in one file that takes all units, too. */
  into?: string
}
