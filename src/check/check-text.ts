/** What is wrong with a text by itself: characters that no segment has, markup that became text. */
import { codePoint } from '../tree/code-point.ts'
import { undoDoubleDecoding } from '../read/undo-double-decoding.ts'

/** Characters that say nothing and may go: controls, halves, byte order marks, soft hyphens, spaces without width. */
const illegal = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u200B\uFEFF]/gu
/** Those of them that part words. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
/** Characters in whose place something else stood: nobody knows what. */
const lost = /[\uFFFD\p{Co}]/u

const tag = /<\/?[A-Za-z][A-Za-z0-9:]{0,15}(?: [a-z:-]{1,20}="[^"<>]{0,200}"){0,9} ?\/?>|<\/?\d{1,3}\/?>/u
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,6}acute|#\d{1,7}|#x[\dA-Fa-f]{1,6});/u

/** What was seen in a text, and the text without it where it is certain what the text should be. */
export interface TextFault {
  evidence: string
  repaired?: string
}

export function findIllegal(text: string): TextFault | undefined {
  const undone = undoDoubleDecoding(text)
  if (undone) return { evidence: `${undone.count} characters were decoded as ${undone.encoding}`, repaired: undone.text }
  const found = new Set([...text.matchAll(illegal), ...text.matchAll(breaks)].map(([each]) => codePoint(each.codePointAt(0) ?? 0)))
  const missing = lost.exec(text)?.[0]
  if (missing !== undefined) return { evidence: `${codePoint(missing.codePointAt(0) ?? 0)}, in place of another` }
  if (found.size === 0) return undefined
  return { evidence: [...found].sort().join(' '), repaired: text.replace(breaks, ' ').replace(illegal, '').replace(/ {2,}/gu, ' ').trim() }
}

export function findMarkup(text: string): TextFault | undefined {
  const found = tag.exec(text)?.[0] ?? entity.exec(text)?.[0]
  return found === undefined ? undefined : { evidence: found.slice(0, 60) }
}
