import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldDigits } from '../language/digit.ts'

/** Whole lines that number a page, in any of the six languages: versions carry English page words too. */
const pageNumbers = [
  /^(?:page|p\.) ?\d{1,4} (?:of|sur|de) \d{1,4}$/i,
  /^(?:página|pág\.) ?\d{1,4} de \d{1,4}$/i,
  /^(?:страница|стр\.) ?\d{1,4} из \d{1,4}$/i,
  /^(?:الصفحة|صفحة) ?\d{1,4} من \d{1,4}$/,
  /^第 ?\d{1,4} ?页，?[ (（]?共 ?\d{1,4} ?页[)）]?$/,
  /^\d{1,4} ?\| ?p ?a ?g ?e$/i,
  /^(?:p ?a ?g ?e|página|pág\.|стр\.|страница|الصفحة|صفحة) ?\d{1,4}$/i,
  /^\d{1,4} ?(?:page|страница|الصفحة)$/i,
  /^第 ?\d{1,4} ?页$/,
  /^[-–—] ?\d{1,4} ?[-–—]$/,
  /^\d{1,3} ?\/ ?\d{1,3}$/,
  /^\/\d{1,2}\d{2}-\d{5}$/
]
/** All of them as one: each short line with a figure is asked. */
const pageNumber = new RegExp(pageNumbers.map(({ source }) => source).join('|'), 'i')

/** Whether a whole line numbers a page and cannot be anything else. A bare number needs evidence beyond the line. */
export function isPageNumber(line: string): boolean {
  if (line.length >= 28 || line === '' || ends(line.charCodeAt(line.length - 1)) === 0) return false
  const folded = foldDigits(line)
  return /\d/.test(folded) && pageNumber.test(folded)
}

/** What such a line ends in: a figure, a dash, a bracket, `page` in any of the languages. */
const ends = codeUnitTable((character) => Number(/[\d٠-٩۰-۹０-９–—)）eаة页-]/i.test(character)))

/** `3/12`: a page and how many there are; as well the number of a resolution, `70/1`, for what stands round it to tell. */
export function readPageOfAll(line: string): { page: number; all: number } | undefined {
  if (line.length >= 12 || !line.includes('/')) return undefined
  const [, page, all] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(foldDigits(line)) ?? []
  return page === undefined || all === undefined ? undefined : { page: Number(page), all: Number(all) }
}

/** `/...`, `/. . .` and `...` at the foot of a page before 2000. */
export function isContinuation(line: string): boolean {
  return line.length < 12 && /^\/? ?\.(?: ?\.){2}$|^\/…$/.test(line)
}

/** A rule: a line of underscores, escaped as Markdown has them or not, or of dashes. */
export function isRule(line: string): boolean {
  return /^(?:_[_ ]{2,}|\\_(?:\\_| ){2,}|[-–—─━]{5,})$/.test(line)
}

/** What stands at the foot of the first page, with the sign or without: `Please recycle ♲`. */
const recycling = /^(?:please recycle|merci de recycler|prière de recycler|se ruega reciclar|sírvase reciclar|просьба отправить на вторичную переработку|请回收|请再循环利用|(?:الرجاء|يرجى) إعادة (?:الاستعمال|استعمال الورق|التدوير))? ?[@♲♺-♽]?$/iu

/** Whether a whole line asks to recycle the paper. */
export function asksToRecycle(line: string): boolean {
  return line.length < 52 && line !== '' && line !== '@' && recycling.test(line)
}
