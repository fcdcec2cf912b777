import type { CharacterRule } from './rule.ts'

const letter = 'A-Za-z\\u00C0-\\u024F'
const latin = `[${letter}](?:[${letter}\\d.,:/%'’–-]*[${letter}\\d%])?`
const number = '\\d(?:[\\d.,:/]*\\d)?%?'
/** Groups of three digits that are seen as one number, `4 820 500`; seen from the right, `500 820 4`, they are none yet. */
const grouped = '(?<!\\d[ \\u00A0])\\d{1,3}(?:[ \\u00A0]\\d{3})+(?![ \\u00A0]?\\d)'
/** Latin words and symbols with what joins them, or a number; the dash of a range of numbers is turned with the rest. */
const leftToRight = new RegExp(`${latin}(?: ${latin})*|${grouped}|${number}`, 'g')

/**
 * pdftotext wraps what is not Arabic in U+202A and U+202C and gives it as it is seen, from left to right: `[ - 1]طلبت` for
 * `1 - طلبت`. Numbers stay, what stands round them is turned; Latin text stays whole.
 */
export const reorderEmbedded: CharacterRule = {
  name: 'reorder-embedded',
  pattern: /\u202A([^\u202A-\u202E\n]{0,400})\u202C/g,
  needs: /\u202A/,
  // Without an Arabic letter on the line the two halves of a job number were not turned.
  replace: ({ 1: inside = '', input }) => (/(?<!\d)\d{2}-\d{5}/.test(inside) && !/[\u0600-\u06FF]/.test(input) ? inside : reorderEmbeddedText(inside)),
  languages: ['ar']
}

/** Neutral signs and numbers from left to right as they are read from right to left. */
export function reorderEmbeddedText(visual: string): string {
  // A mark that ends sentences shows at the left, so the whole is seen from the left.
  if (/[A-Za-z\u00C0-\u024F]/.test(visual) && !/^\s*[.،,:;؛]/.test(visual)) {
    const core = visual.search(/[A-Za-z\u00C0-\u024F\d([“"]/)
    const end = visual.length - [...visual].reverse().join('').search(/[A-Za-z\u00C0-\u024F\d)\]”"*.]/)
    return reverse(visual.slice(end)) + visual.slice(core, end) + reverse(visual.slice(0, core))
  }
  return tokens(visual).reverse().join('')
}

/** Numbers and Latin words whole, anything else sign by sign; put behind the parts that there are. */
export function tokens(text: string, parts: string[] = []): string[] {
  let last = 0
  for (const { 0: word, index } of text.matchAll(leftToRight)) {
    for (const sign of text.slice(last, index)) parts.push(sign)
    parts.push(word)
    last = index + word.length
  }
  for (const sign of text.slice(last)) parts.push(sign)
  return parts
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}
