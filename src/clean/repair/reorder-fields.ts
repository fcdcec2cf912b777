import type { CharacterRule } from './rule.ts'

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
    const fields = line.split(/ {3,}/)
    return fields.length > 1 ? fields.reverse().join('   ') : line
  },
  languages: ['ar']
}
