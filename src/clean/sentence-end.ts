/** Marks that end a sentence in any of the six languages, and what may stand behind them. */
const end = /[.!?…。！？؟](?:[ \u00A0]?[)\]）」』”’"'»])*(?:\d{1,2}|\*{1,3})?$/

/** Marks that end an item or open a list. */
const pause = /[;:；：؛](?:\d{1,2}|\*{1,3})?$/

/** Whether a line ends with the end of a sentence; a note reference behind it does not count. */
export function endsSentence(value: string): boolean {
  return end.test(value.slice(-12))
}

/** Whether a line ends with a semicolon or a colon. */
export function endsClause(value: string): boolean {
  return pause.test(value.slice(-6))
}

/** Whether a line ends in any mark: titles, headings and names do not. */
export function endsInMark(value: string): boolean {
  return /[.;:,!?。；：，؛،]$/.test(value)
}
