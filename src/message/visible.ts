/** Control characters as signs that can be seen: a name or a text must not command the terminal that shows it. */

/** Controls of both sets, marks of direction that turn a line around, and halves of characters. */
const control = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

function sign(character: string): string {
  const code = character.charCodeAt(0)
  // U+2400 to U+241F are the pictures of the controls: ␛ for ESC, ␊ for a line end.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\uFFFD'
}

/** A name or a piece of text on one line, with all that is not to be seen made visible. */
export function visibleName(name: string): string {
  return name.replace(control, sign)
}

/** Text for a terminal: its line ends and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(control, (character) => (character === '\n' || character === '\t' || /[\u202A-\u202E\u2066-\u2069]/.test(character) ? character : sign(character)))
}
