import type { LanguageCode } from '../../language/code.ts'

/** What cannot stand first on a printed line: it closes or parts what stands in front of it. */
const closing = /^(?:[,;!?\])»”’、。，；：！？）】》」』〉]|[.:](?=\s|$)(?! ?\.))/u
/** Quotation marks and brackets of Arabic lines look either way. */
const closingArabic = /^(?:[،؛؟,;!?]|[.:](?=\s|$)(?! ?\.))/u

/** Marks that open as well as they close, before a space: they close what the line above has left open. */
const eitherWay: Readonly<Record<'plain' | 'arabic', RegExp>> = { plain: /^(?:["“]|>>)(?=\s|$)/u, arabic: /^(?:["“”«»()[\]]|>>|<<)(?=\s|$)/u }
/** The marks that go together with each of them. */
const families = [/["]/g, /[“”„]/g, /[«»]/g, /[()]/g, /[[\]]/g, /<<|>>/g]

/** What cannot stand last on a printed line: it opens what stands behind it. */
const opening = '([{«“‘（【《「『〈'

/**
 * Whether two lines of an extract are one printed line: some extractors end a line where the font changes, and leave
 * `(` at its end or `, held in 2022` at the start of the next, where no typesetter would.
 */
export function isBrokenLine(line: string, next: string, language: LanguageCode): boolean {
  // Behind the end of a sentence a full stop is what a lost number has left.
  if (next.startsWith('.') && '.!?؟。！？'.includes(line.charAt(line.length - 1))) return false
  if (language === 'ar') return closingArabic.test(next) || isPartedNumber(line, next) || closesOpen(line, next, eitherWay.arabic)
  return closing.test(next) || closesOpen(line, next, eitherWay.plain) || opensAtEnd(line)
}

/** Whether a line ends in a mark that opens what stands behind it; behind a full stop it was to close. */
function opensAtEnd(line: string): boolean {
  return line !== '' && opening.includes(line.charAt(line.length - 1)) && !'.。!！?？…'.includes(line.charAt(line.length - 2))
}

/** Figures of an Arabic line, which runs the other way, come out on a line of their own: `١` above `- ترحب`. */
function isPartedNumber(line: string, next: string): boolean {
  return line.length <= 3 && /^[-–] /.test(next) && figures.test(line)
}

/** The same of the number of an article, below its word. */
export function isPartedArticle(line: string, next: string): boolean {
  return line === 'المادة' && figures.test(next)
}

const figures = /^[0-9٠-٩]{1,3}$/

/** Whether the next line begins with a mark that has a space behind it, of which the line has an odd number. */
function closesOpen(line: string, next: string, marks: RegExp): boolean {
  const [mark] = marks.exec(next) ?? []
  if (mark === undefined) return false
  const family = families.find((expression) => mark.match(expression) !== null)
  return family !== undefined && (line.match(family)?.length ?? 0) % 2 === 1
}

/**
 * Whether a line is the rear part of the printed line that the next one begins: pieces of Arabic that are given from left
 * to right come in this order. A single alef comes from a lam-alef that fell apart.
 */
export function isRearPart(line: string): boolean {
  return closingArabic.test(line) || /^(?:[)\]»](?!\w)|[اأإآ]$|\d[\d/.,]*[.،؛]$)/.test(line)
}
