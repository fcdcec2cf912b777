import { HexaplaError } from '../message/report.ts'

/** What one file may ask of the machine. */
export interface ReadLimits {
  /** Bytes of the file. */
  bytes: number
  /** Bytes that its compressed parts may come to, whatever the file declares. */
  inflated: number
  /** Pages of a PDF. */
  pages: number
  /** Seconds for what it says; looked at between its pages or paragraphs. */
  seconds: number
}

/** Larger than any document of the United Nations: the longest reports have 1,500 pages, the largest files 100 MB of images; 1,500 pages take half a minute. */
export const readLimits: Readonly<ReadLimits> = { bytes: 256_000_000, inflated: 512_000_000, pages: 5000, seconds: 600 }

/** Reads `pages=9000`; throws a `RangeError` where it is something else. */
export function readLimitOption(value: string): Partial<ReadLimits> {
  const [name = '', number = '', ...rest] = value.split('=')
  if (rest.length > 0 || !Object.hasOwn(readLimits, name) || !/^[1-9]\d{0,14}$/.test(number)) throw new RangeError(`Expected ${Object.keys(readLimits).join(', ')} with a whole number above 0, such as pages=9000.`)
  return { [name]: Number(number) }
}

/** The error for a file that breaks its own format. `what` says where. */
export function damaged(file: string, what: string): HexaplaError {
  return new HexaplaError('read:damaged', { file, actual: what.slice(0, 160) }, file)
}

/** The error for a file that is over a limit. */
export function tooLarge(file: string, limit: keyof ReadLimits, most: number): HexaplaError {
  return new HexaplaError('read:too-large', { file, limit, most }, file)
}

/** The time that a file may take, from when it is made. */
export class TimeLimit {
  readonly #begun = process.hrtime.bigint()
  readonly #file: string
  readonly #seconds: number

  constructor(file: string, seconds: number) {
    this.#file = file
    this.#seconds = seconds
  }

  /** Throws `read:too-large` where the time is over. */
  check(): void {
    if (Number(process.hrtime.bigint() - this.#begun) > 1e9 * this.#seconds) throw tooLarge(this.#file, 'seconds', this.#seconds)
  }
}
