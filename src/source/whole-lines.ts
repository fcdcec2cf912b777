import type { Source } from './source.ts'

/** A source whose lines are right already: each is a block of its own, joined with no other. */
export function wholeLines(source: Source): Source {
  return { ...source, lines: source.lines.map((line) => ({ ...line, facts: { ...line.facts, ends: true } })) }
}
