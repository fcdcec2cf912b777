/** Characters that XML 1.0 does not allow, as they are and as references, taken out before the XML is read. */
import { codePoint } from '../../tree/code-point.ts'

/** What is looked for outside of sections of character data; `<!` begins those that have no references. */
const inText = /<!\[CDATA\[|<!--|&#(?:x([\da-f]{1,8})|(\d{1,10}));|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/giu
const inData = /\]\]>|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const inComment = /-->|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Two references that are the halves of one character: not allowed, but it is clear what was meant. */
const halves = /&#(?:x(d[89ab][\da-f]{2})|(5[5-6]\d{3}));&#(?:x(d[c-f][\da-f]{2})|(5[6-7]\d{3}));/iy

/** The beginning of a token at the end of a piece: it waits for the next one. */
const begun = /(?:&(?:#x?[\da-f]{0,10})?|&#x?[\da-f]{4,5};(?:&(?:#x?[\da-f]{0,5})?)?|<(?:!(?:-|\[[CDAT]{0,5})?)?|\]\]?|--?|[\uD800-\uDBFF])$/i

/** No token is longer. */
const mostTokenLength = 40

/** Text without what XML does not allow; `found` hears of each character, with its line. */
export async function* dropIllegal(texts: AsyncIterable<string>, found: (line: number, character: string) => void): AsyncGenerator<string, void, undefined> {
  const scan = new Scan(found)
  for await (const text of texts) yield scan.take(text, false)
  yield scan.take('', true)
}

class Scan {
  readonly #found: (line: number, character: string) => void
  #rest = ''
  #line = 1
  #expression = inText

  constructor(found: (line: number, character: string) => void) {
    this.#found = found
  }

  take(text: string, whole: boolean): string {
    const all = this.#rest + text
    const stop = whole ? all.length : all.length - mostTokenLength + begins(all.slice(-mostTokenLength).padStart(mostTokenLength))
    let done = ''
    let from = 0
    let at = 0
    while (at < stop) {
      const expression = this.#expression
      expression.lastIndex = at
      const match = expression.exec(all)
      if (!match || match.index >= stop) break
      at = match.index + match[0].length
      const next = after(match[0])
      if (next) {
        this.#expression = next
        continue
      }
      const both = match[0].startsWith('&#') ? meant(all, match.index) : undefined
      const code = match[0].startsWith('&#') ? Number.parseInt(match[1] ?? match[2] ?? '', match[1] === undefined ? 10 : 16) : (match[0].codePointAt(0) ?? 0)
      // Above U+10FFFF there is nothing that could have been meant: the parser says so.
      if (isAllowed(code) || code > 0x10ffff) continue
      this.#countLines(all, from, match.index)
      done += all.slice(from, match.index) + (both ?? '')
      if (both !== undefined) at = halves.lastIndex
      this.#found(this.#line, both === undefined ? codePoint(code) : `${codePoint(both.charCodeAt(0))} ${codePoint(both.charCodeAt(1))}`)
      from = at
    }
    const end = Math.max(stop, from)
    this.#countLines(all, from, end)
    this.#rest = all.slice(end)
    return done + all.slice(from, end)
  }

  #countLines(text: string, from: number, to: number): void {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) this.#line++
  }
}

/** How it goes on behind a mark. */
function after(token: string): RegExp | undefined {
  switch (token.toUpperCase()) {
    case '<![CDATA[':
      return inData
    case '<!--':
      return inComment
    case ']]>':
    case '-->':
      return inText
    default:
      return undefined
  }
}

/** The character that two references at an index mean together. */
function meant(text: string, index: number): string | undefined {
  halves.lastIndex = index
  const match = halves.exec(text)
  if (!match) return undefined
  const [high, low] = [match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16), match[3] === undefined ? Number(match[4]) : Number.parseInt(match[3], 16)]
  const character = String.fromCharCode(high, low)
  return /^\p{Cs}/u.test(character) ? undefined : character
}

function isAllowed(code: number): boolean {
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** Index at which a token begins that the end of a text cuts off; its length where there is none. */
function begins(end: string): number {
  return begun.exec(end)?.index ?? end.length
}
