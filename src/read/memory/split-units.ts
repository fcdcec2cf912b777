/** A memory cut at its `tu` elements without looking inside: what is malformed in one must not hide the next. */

/** What stands in front of the first `tu`, or one `tu`. */
export interface UnitText {
  kind: 'head' | 'unit'
  text: string
  /** Line on which it begins, from 1. */
  line: number
}

const opening = /<tu[\s/>]/g
const closing = /<\/tu\s*>/g

/** UTF-16 units of one `tu`; what goes on for longer has lost its end. */
const longestUnit = 4 * 2 ** 20

/** The head of a memory, then each `tu` up to its end, or up to the next one where it has no end. */
export async function* splitUnits(texts: AsyncIterable<string>): AsyncGenerator<UnitText, void, undefined> {
  let rest = ''
  let line = 1
  let kind: UnitText['kind'] = 'head'
  /** Takes the text up to an index off the rest. */
  const take = (end: number): UnitText => {
    const text = rest.slice(0, end)
    const unit = { kind, text, line }
    line += text.split('\n').length - 1
    rest = rest.slice(end)
    return unit
  }
  for await (const text of texts) {
    rest += text
    for (;;) {
      const end = kind === 'head' ? indexOf(opening, rest, 0) : endOfUnit(rest)
      if (end === undefined) break
      yield take(end)
      // What stands between two units belongs to none of them.
      const next = indexOf(opening, rest, 0)
      kind = 'unit'
      if (next === undefined) break
      take(next)
    }
    if (rest.length > longestUnit) yield take(rest.length)
  }
  if (kind === 'unit') rest = rest.replace(/<\/body\s*>[^<]*<\/tmx\s*>\s*$/, '')
  if (kind === 'head' || indexOf(opening, rest, 0) === 0) yield take(rest.length)
}

/** Where the unit at the beginning of a text ends; `undefined` where that is not to be seen yet. */
function endOfUnit(text: string): number | undefined {
  const start = indexOf(opening, text, 0)
  if (start === undefined) return undefined
  const next = indexOf(opening, text, start + 3)
  closing.lastIndex = start
  const close = closing.exec(text)
  if (close && (next === undefined || close.index < next)) return close.index + close[0].length
  return next
}

function indexOf(expression: RegExp, text: string, from: number): number | undefined {
  expression.lastIndex = from
  return expression.exec(text)?.index
}
