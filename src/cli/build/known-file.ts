/** What is known of a file, in little room: of a collection all files are in memory until they are documents. */
import { sharedName } from '../../collection/file-name.ts'
import type { GroupMember } from '../../collection/group-documents.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { SurveyLine } from './survey-line.ts'

/** A file of a document. */
export interface PlannedFile {
  /** As the user names it. */
  file: string
  language: LanguageCode
  /** Name of what was read of it. */
  key: string
  /** Its language, where the user has said it. */
  given?: LanguageCode
}

/** A file under the name that the user gives it. */
export class KnownFile implements GroupMember {
  readonly file: string
  readonly language: LanguageCode
  readonly symbols: readonly string[]
  readonly reissue?: string
  readonly format: number
  /** Tells equal texts: the beginning of a hash, packed. */
  readonly text?: string
  readonly #key: string
  readonly #given: LanguageCode | undefined

  /** `symbols` are those of `member`; files of one document may have one array. */
  constructor(file: string, { key, given }: SurveyLine, { language, reissue, format = 0, text }: GroupMember, symbols: readonly string[]) {
    // A string of its own: one that was cut keeps what it was cut from.
    this.file = Buffer.from(file).toString()
    this.language = language
    this.symbols = symbols
    if (reissue !== undefined) this.reissue = reissue
    this.format = format
    if (text !== undefined) this.text = packed(text.slice(0, textDigits))
    this.#key = packed(key)
    this.#given = given
  }

  /** Found out again where it is asked for. */
  get name(): string | undefined {
    return sharedName(this.file, this.language)
  }

  /** The file as a part of its document. */
  planned(): PlannedFile {
    const { file, language } = this
    return { file, language, key: Buffer.from(this.#key, 'latin1').toString('hex'), ...(this.#given === undefined ? {} : { given: this.#given }) }
  }
}

/** Of the hash of a text that are kept: no two files of a document have the same by chance. */
const textDigits = 24

/** Half as many characters as hexadecimal has, a byte each. */
function packed(hash: string): string {
  return Buffer.from(hash, 'hex').toString('latin1')
}
