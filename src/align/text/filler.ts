/** Filler: dots, dashes and underscores in a run, as leaders of contents and blanks of forms. It has no length and no words. */

const marks = [...'.…‥·_-–—=*'].map((mark) => mark.charCodeAt(0))
/** By code unit: 1 for a mark; nothing behind the last of them is one. */
const fillers = new Uint8Array(Math.max(...marks) + 1)
for (const mark of marks) fillers[mark] = 1
const isFiller = (code: number): boolean => code < fillers.length && fillers[code] === 1
/** Marks of one kind in a row that are filler; spaces may stand between them. Three are an ellipsis, which is punctuation of the text. */
const leastRun = 4
const space = 0x20
const isSpace = (code: number): boolean => code <= space || code === 0xa0
/** Tatweel says nothing of length. */
const tatweel = 0x640

/** Letters and marks of a text; a full-width letter of Han says as much as it says in every text, so counts 1. */
export function countLetters(text: string): number {
  let count = 0
  let [filler, run] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isSpace(code) || code === tatweel) continue
    run = code === filler ? run + 1 : 1
    filler = isFiller(code) ? code : 0
    if (filler === 0 || run < leastRun) count++
    // The first marks of a run were counted when it could not be known.
    else if (run === leastRun) count -= leastRun - 1
  }
  return count
}

/** A line of contents without its leader and the page behind, which is another one in every version. */
export function withoutLeader(text: string): string {
  let end = text.length
  while (end > 0 && isPlaceMark(text.charCodeAt(end - 1))) end--
  let [start, marks] = [end, 0]
  while (start > 0 && (isSpace(text.charCodeAt(start - 1)) || isFiller(text.charCodeAt(start - 1)))) {
    if (isFiller(text.charCodeAt(start - 1))) marks++
    start--
  }
  return marks >= leastRun ? text.slice(0, start) : text
}

/** A digit, or a space beside it. */
function isPlaceMark(code: number): boolean {
  return isSpace(code) || (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669)
}
