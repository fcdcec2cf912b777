/** Leaders: a run of points, spaced or not, and perhaps of other signs among them. */
const leaders = /\.{5,}|(?:\. ){4,}|…{3,}|(?:… ?){3,}|·{5,}/

/**
 * Whether a line is an entry of a table of contents: words, leaders, and the numbers of paragraphs and page, or leaders
 * at its end (the numbers fell on the next line).
 */
export function isContentsLine(value: string): boolean {
  if (!leaders.test(value)) return false
  const rest = value.slice(value.search(leaders)).replace(/[.…· ]+/g, ' ').trim()
  return rest === '' || /^[\d٠-٩‒–\- ]{1,20}$/.test(rest)
}
