import type { CharacterRule } from './rule.ts'

/** Where a line is set between upright strokes. */
const framed = /^[ \t]*\|[^\n|]*\|/gm

/** A text with so many of them has tables or frames as Markdown sets them. */
const fewest = 2

/** The strokes at the ends of a row, of which there are more where cells are empty; those between cells part them. */
export const dropFrame: CharacterRule = {
  name: 'drop-frame',
  pattern: /^[ \t]*\|(?:[ \t]*\|)*[ \t]*|(?<![ \t|])[ \t]*\|(?:[ \t]*\|)*$/g,
  needs: /\|/,
  replace: () => '',
  appliesTo: (raw) => raw.includes('|') && (raw.match(framed)?.length ?? 0) >= fewest
}
