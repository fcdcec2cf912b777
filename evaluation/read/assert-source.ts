import type { Source } from '../../src/source/source.ts'

/** Throws where a source does not keep its contract: lines in order, nothing lost, facts inside of their lines. */
export function assertSource({ text, lines, pages = [] }: Source): void {
  const fail = (what: string): never => {
    throw new Error(`Unexpected source: ${what}`)
  }
  let at = 0
  for (const [index, { start, end, facts = {} }] of lines.entries()) {
    const line = `line ${String(index)} ${JSON.stringify(text.slice(start, end)).slice(0, 60)}`
    if (start < at || end <= start) fail(`${line} is out of order`)
    if (text.slice(at, start).trim() !== '') fail(`${JSON.stringify(text.slice(at, start))} is in no line`)
    if (/^\s|\s$/.test(text.slice(start, end))) fail(`${line} has white space at its ends`)
    const spans = [
      ...(facts.raised ?? []),
      ...(facts.references ?? []).map((each) => [each.start, each.end] as const),
      ...(facts.note?.marker ? [facts.note.marker] : []),
      ...(facts.label ? [[facts.label.start, facts.label.end] as const] : [])
    ]
    for (const [from, to] of spans) if (from < start || to > end || to < from) fail(`a fact of ${line} is outside of it`)
    if (facts.label && /^\s|\s$/.test(text.slice(facts.label.start, facts.label.end))) fail(`the label of ${line} has white space at its ends`)
    at = end
  }
  if (text.slice(at).trim() !== '') fail(`${JSON.stringify(text.slice(at).slice(0, 60))} is in no line`)
  if (pages.some((page, index) => page < (pages[index - 1] ?? 0) || page > text.length)) fail('pages are out of order')
}
