import type { LanguageTag } from '../../language/tag.ts'
import type { MessageValues } from '../../message/catalogue.ts'
import type { Unit } from '../../tree/unit.ts'
import { HexaplaError, silent, type Report } from '../../message/report.ts'

/** How a memory is read. */
export interface MemoryReadOptions {
  report?: Report
  /** Whether a unit that is malformed is skipped and said; without it, the first one is an error. */
  lenient?: boolean
  /** Divides an edited text into sentences, so that each keeps its address; without it, an edited text of several is one. */
  divide?: (text: string, language: LanguageTag) => string[]
  /** Hears the sums that the texts of a unit had when they were written, where the memory has them. */
  checked?: (unit: Unit, sums: ReadonlyMap<LanguageTag, string>) => void
}

/** So many messages of a kind are said one by one: a memory of a million units may have a million faults. */
const few = 5

/** What is said of a line. */
type LineMessage =
  | 'read:memory-character'
  | 'read:memory-markup'
  | 'read:memory-name'
  | 'read:memory-row-new'
  | 'read:memory-seg-missing'
  | 'read:memory-skipped'
  | 'read:memory-undivided'
  | 'read:memory-unit-empty'

/** What is said of a memory while it is read. */
export class ReadingLog {
  readonly lenient: boolean
  readonly divide: (text: string, language: LanguageTag) => string[]
  readonly checked: NonNullable<MemoryReadOptions['checked']>
  readonly #file: string
  readonly #report: Report
  readonly #counts = new Map<LineMessage, number>()

  constructor(file: string, { report = silent, lenient = false, divide = () => [], checked = () => undefined }: MemoryReadOptions) {
    this.#file = file
    this.#report = report
    this.lenient = lenient
    this.divide = divide
    this.checked = checked
  }

  /** Says what was found in a line; of the sixth on only the number, in the end. */
  say<Id extends LineMessage>(id: Id, line: number, values: Omit<MessageValues<Id>, 'file' | 'line'>): void {
    const count = (this.#counts.get(id) ?? 0) + 1
    this.#counts.set(id, count)
    if (count <= few) this.#report(id, { line, column: 1 }, { file: this.#file, line, ...values } as unknown as MessageValues<Id>)
  }

  /** A unit that cannot be read: said where the reading is lenient, else thrown. */
  skip(line: number, error: string, id: 'read:memory-line' | 'read:memory-malformed' | 'read:memory-xliff'): void {
    if (!this.lenient) throw new HexaplaError(id, { file: this.#file, line, error }, this.#file)
    this.say('read:memory-skipped', line, { error })
  }

  /** Says how many messages of a kind there were beyond the first ones. */
  end(): void {
    for (const [id, count] of this.#counts) if (count > few) this.#report('read:memory-more', undefined, { file: this.#file, count: count - few, id })
  }
}
