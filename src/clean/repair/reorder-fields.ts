import type { CharacterRule } from './rule.ts'

/** A full line, and its label near to it: each is embedded by itself. */
const nearLabel = /^ *(\u202B[^\u202B ]* [^\u202B]*\u202C) {1,2}(\u202B\u202A?(?:[-–.][0-9٠-٩]{1,3}|[0-9٠-٩]{1,3}[-–.]|[()][0-9٠-٩\u0621-\u064A]{1,3}[()])\u202C+) *$/

/**
 * `pdftotext -layout` puts what stands apart on an Arabic line as it is seen, from left to right: the label, which is
 * read first, comes last. The fields are turned round; each of them is in order.
 */
export const reorderFields: CharacterRule = {
  name: 'reorder-fields',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  needs: /\u202B/,
  replace: ([line]) => {
    if (!line.includes('\u202B')) return line
    const fields = nearLabel.exec(line)?.slice(1) ?? line.split(/ {3,}/)
    return fields.length > 1 ? fields.reverse().join('   ') : line
  },
  languages: ['ar']
}
