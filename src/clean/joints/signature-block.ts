import { isSignature, namesSignatory, opensOffice, opensSignature } from '../../grammar/signature-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'

/** A line of body text, where it stands. */
interface LineOfBody {
  body: readonly Line[]
  index: number
  next: Line
  /** Whether the block above it is a signature. */
  signing: boolean
  language: LanguageCode
}

/** Whether a line begins a signature: by its mark, or as "For the Government of …:" above one. */
export function opensSignatureBlock({ body, index, next, signing, language }: LineOfBody): boolean {
  if (language === 'zh') return (!signing || opensSignature(body[index - 1]?.value ?? '', language)) && leadsToSignature(body, index)
  if (opensOffice(next.value, language) && isOfficeAbove(body, index, language)) return !signing || opensSignature(body[index - 1]?.value ?? '', language)
  return isSignature(next.value, language) || (namesSignatory(next.value, language) && opensSignature(body[index + 1]?.value ?? '', language))
}

/** Lines of an office at most, and of one line, characters. */
const [officeLines, officeLine] = [5, 80]

/** Whether a signature follows below the lines of an office. */
function isOfficeAbove(body: readonly Line[], index: number, language: LanguageCode): boolean {
  const below = body.slice(index + 1, index + 1 + officeLines)
  const signed = below.findIndex(({ value }) => opensSignature(value, language))
  return signed >= 0 && body.slice(index, index + 1 + signed).every(({ value }) => value.length < officeLine && !endsSentence(value))
}

/** Chinese puts the office first and the name with the mark of the signature last. */
function leadsToSignature(body: readonly Line[], index: number): boolean {
  for (const { value } of body.slice(index, index + 4)) {
    if (opensSignature(value, 'zh')) return true
    if (value.length > 24 || (/[。；：，、]/.test(value) && !namesSignatory(value, 'zh'))) return false
  }
  return false
}
