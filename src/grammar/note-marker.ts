import { codeUnitTable } from '../language/code-unit-table.ts'

/** The marker that a note begins with. */
export interface NoteMarker {
  number: number
  /** Length with the white space behind it. */
  length: number
  /** Whether raised digits, brackets or a stroke set it apart from any number of a text: `1/ See` until 1997. */
  set: boolean
  /** Whether a point or a bracket stands behind it, as behind the number of a paragraph. */
  pointed: boolean
}

const raised = '¹²³⁰⁴⁵⁶⁷⁸⁹'
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `3 Voir`, `3. Voir`, `3`; not `2007年`, not `12 345`, not `16.5`. */
const plain = /^(\d{1,3})(?:[.)]? ?(?=[\p{L}"“«‘《<[(„]|$)| (?=\d{4} ?年))/u
const set = new RegExp(`^(?:(?:\\[(\\d{1,3})\\]|[(（](\\d{1,3})[)）]|([${raised}]{1,3}))[ \\u00A0]*|(\\d{1,3}) ?/[ \\u00A0]{1,8}(?=[\\p{L}"“«‘《<[(„]))`, 'u')

/** Whether a marker begins with a character: most lines begin with a letter and are done with that. */
const begins = codeUnitTable((character) => Number('0123456789[(（'.includes(character) || raised.includes(character)))

/** Reads the marker of a note at the start of a line. */
export function readNoteMarker(line: string): NoteMarker | undefined {
  if (line === '' || begins(line.charCodeAt(0)) === 0) return undefined
  const marked = set.exec(line)
  if (marked) return { number: numberOfMark(marked[0].trim()), length: marked[0].length, set: true, pointed: false }
  const found = plain.exec(line)
  return found?.[1] === undefined ? undefined : { number: Number(found[1]), length: found[0].length, set: false, pointed: /^\d+[.)]/.test(line) }
}

/** The number of a marker or of a mark in the text, raised, in brackets, before a stroke or plain; NaN for stars. */
export function numberOfMark(mark: string): number {
  const bare = mark.replace(/^[[(（]|[\])）.]$/g, '')
  return Number.parseInt(bare.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(raisedDigits.indexOf(digit))), 10)
}
