/** Reads the values of options; each throws an `InvalidArgumentError` that says what it takes. */
import { InvalidArgumentError, Option } from 'commander'
import { foldLookAlikes } from '../../language/look-alike.ts'
import { canonicalTag, isLanguageTag, type LanguageTag } from '../../language/tag.ts'
import type { MemoryFormatName } from '../../pipeline/convert.ts'
import { leastMin } from '../../memory/least-min.ts'
import { isTagAuthor, isTagName, isTagReason } from '../../tree/unit-tag.ts'
import { isUnitFormatName, unitFormatNames } from '../../write/format-name.ts'
import { readLanguageOption, readTagOption } from '../../collection/language-option.ts'

/** Formats of memories that can be read; their readers are loaded when there is something to read. */
const memoryFormats: readonly MemoryFormatName[] = ['tmx', 'xliff', 'tsv', 'xlsx', 'jsonl']

/** `--from`, the format of memories whose endings do not tell it. */
export function memoryFormatOption(description: string): Option {
  return new Option('--from <format>', description).choices(memoryFormats)
}

/** Largest `--max-bead`: what the aligner tries at most. */
export const longestBead = 6

/** `NaN` where it is no number: what is expected is said by the caller. */
function readNumber(value: string): number {
  const number = value.trim() === '' ? NaN : Number(value)
  return Number.isFinite(number) ? number : NaN
}

export function readSize(value: string): number {
  const size = readNumber(value)
  if (!(size > 0)) throw new InvalidArgumentError('Expected a number above 0, such as 10.')
  return size
}

/** A port that a program may listen on. */
export function readPort(value: string): number {
  const port = readNumber(value)
  if (!Number.isInteger(port) || port < 1024 || port > 65_535) throw new InvalidArgumentError('Expected a port from 1024 to 65535.')
  return port
}

export function readShare(value: string): number {
  const share = readNumber(value)
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError('Expected a number from 0 to 1, such as 0.9.')
  return share
}

/** A symbol of any organ, or of a resolution before 1976: `3363 (XXX)`. */
export function readSymbolOption(value: string): string {
  const shaped = /^[A-Z][\w.()[\] -]*(?:\/[\w.()[\] -]+)+\*{0,3}$|^\d{1,4} ?\([A-Z-]+\)$/.test(foldLookAlikes(value)) && /\d/.test(value)
  if (!shaped) throw new InvalidArgumentError('Expected the symbol of a document, such as A/RES/70/1.')
  return value
}

export function readEncoding(value: string): string {
  try {
    return new TextDecoder(value).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InvalidArgumentError('There is no such encoding; expected utf-8, utf-16le, windows-1251, windows-1252, windows-1256, iso-8859-5, iso-8859-6, koi8-r, gb18030 or another label of the WHATWG standard.')
  }
}

export function readSpan(value: string): number {
  const span = readNumber(value)
  if (!Number.isInteger(span) || span < 1 || span > longestBead) throw new InvalidArgumentError(`Expected a whole number from 1 to ${longestBead}.`)
  return span
}

export function readBoundary(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Expected blank, or the text of the lines that are boundaries.')
  return value.trim()
}

export function readLangMap(value: string): Record<LanguageTag, string> {
  return Object.fromEntries(
    value.split(',').map((pair) => {
      const [code = '', tag = ''] = pair.split('=')
      if (!isLanguageTag(code) || !isLanguageTag(tag)) throw new InvalidArgumentError('Expected xx=tag, such as en=en-US.')
      return [code, tag]
    })
  )
}

export function checkLanguage(value: string, earlier: string[] = []): string[] {
  const wrong = wrongLanguage(value)
  if (wrong !== undefined) throw new InvalidArgumentError(wrong)
  return collect(value, earlier)
}

/** What is wrong with a `--lang` of a document. */
export function wrongLanguage(value: string): string | undefined {
  return wrongOption(() => readLanguageOption(value))
}

export function checkTag(value: string, earlier: string[] = []): string[] {
  const wrong = wrongOption(() => readTagOption(value))
  if (wrong !== undefined) throw new InvalidArgumentError(wrong)
  return collect(value, earlier)
}

function wrongOption(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message
  }
}

export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}

export function readFormats(value: string): string[] {
  const formats = [...new Set(value.split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== ''))]
  const wrong = formats.find((format) => !isUnitFormatName(format) && format !== 'beads')
  if (wrong !== undefined || formats.length === 0) throw new InvalidArgumentError(`${wrong === undefined ? 'It names no format' : `There is no format ${wrong}`}; there are ${unitFormatNames.join(', ')}.`)
  return formats
}

/** Likeness of a match, which is never below that of texts with nothing in common. */
export function readMatchShare(value: string): number {
  const share = readShare(value)
  if (share < leastMin) throw new InvalidArgumentError(`Expected a number from ${leastMin} to 1, such as 0.7.`)
  return share
}

export function readCount(value: string): number {
  const count = readNumber(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Expected a whole number from 1 on.')
  return count
}

export function checkTagOption(value: string): LanguageTag {
  const tag = isLanguageTag(value) ? canonicalTag(value) : undefined
  if (tag === undefined) throw new InvalidArgumentError('Expected the code of a language, such as fr.')
  return tag
}

export function checkTags(value: string): LanguageTag[] {
  return [...new Set(value.split(',').map(checkTagOption))]
}

export function collectTags(value: string, earlier: string[] = []): string[] {
  if (!isTagName(value)) throw new InvalidArgumentError('Expected the name of a tag, such as subject=disarmament.')
  return [...earlier, value]
}

export function checkTagAuthor(value: string): string {
  if (!isTagAuthor(value)) throw new InvalidArgumentError('Expected a name on one line, without : and ;.')
  return value
}

export function checkTagReason(value: string): string {
  if (!isTagReason(value)) throw new InvalidArgumentError('Expected a reason on one line, without ;.')
  return value
}
