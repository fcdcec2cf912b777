/** Leaders: a run of points, spaced or not, and perhaps of other signs among them. */
const leaders = /\.{5,}|(?:\. ){4,}|…{3,}|(?:… ?){3,}|·{5,}/

/** One of these is in all leaders, and quickly found to be in no line of text. */
const pairs = ['..', '. .', '…', '··']

/**
 * Whether a line is an entry of a table of contents: words, leaders, and the numbers of paragraphs and page, or leaders
 * at its end (the numbers fell on the next line).
 */
export function isContentsLine(value: string): boolean {
  if (!pairs.some((pair) => value.includes(pair))) return false
  const start = value.search(leaders)
  if (start < 0) return false
  const rest = value.slice(start).replace(/[.…· ]+/g, ' ').trim()
  return rest === '' || /^[\d٠-٩‒–\- ]{1,20}$/.test(rest)
}

/** Whether a line is leaders and nothing else: the words of the entry are on the line above. */
export function isLeaders(value: string): boolean {
  return isContentsLine(value) && /^[.…· ]+$/.test(value)
}

/** Whether a line is the paragraphs and the page of an entry, or one of them. */
export function isNumberOfEntry(value: string): boolean {
  return /^[\d‒–-]{1,9}(?: [\d‒–-]{1,9}){0,3}$/.test(value)
}
