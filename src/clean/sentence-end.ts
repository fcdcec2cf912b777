/** Marks that end a sentence in any of the six languages, and what may stand behind them. */
const sentenceEnd = /[.!?…。！？؟](?:[ \u00A0]?[)\]）」』”’"'»])*(?:\d{1,2}|\*{1,3})?$/

/** Marks that end an item or open a list. */
const clauseEnd = /[;:；：؛](?:\d{1,2}|\*{1,3})?$/

/** What the last character of a line can be part of, a bit each; most lines end in a letter and are done with that. */
const [sentence, clause, mark, hyphen, comma] = [1, 2, 4, 8, 16]
const endings = new Uint8Array(0x10000)
for (const [characters, ending] of [
  ['.!?…。！？؟)]）」』”’"\'»0123456789*', sentence],
  [';:；：؛0123456789*', clause],
  ['.;:,!?。；：，؛،', mark],
  ['-\u2010\u00AD\uFFFE', hyphen],
  [',，،、0123456789', comma]
] as const)
  for (const character of characters) endings[character.charCodeAt(0)] = (endings[character.charCodeAt(0)] ?? 0) | ending

function canEnd(value: string, ending: number): boolean {
  return ((endings[value.charCodeAt(value.length - 1)] ?? 0) & ending) !== 0
}

/** Whether a line ends with the end of a sentence; a note reference behind it does not count. */
export function endsSentence(value: string): boolean {
  return canEnd(value, sentence) && sentenceEnd.test(value.slice(-12))
}

/** Whether a line ends with a semicolon or a colon. */
export function endsClause(value: string): boolean {
  return canEnd(value, clause) && clauseEnd.test(value.slice(-6))
}

/** Whether a line ends in a comma; a note reference behind it does not count. */
export function endsInComma(value: string): boolean {
  return canEnd(value, comma) && /[,，،、]\d{0,2}$/.test(value.slice(-3))
}

/** Whether a line ends in any mark: titles, headings and names do not. */
export function endsInMark(value: string): boolean {
  return canEnd(value, mark)
}

/** Whether a line ends in a hyphen, soft or not, or in what extractors give for one. */
export function endsInHyphen(value: string): boolean {
  return canEnd(value, hyphen)
}
