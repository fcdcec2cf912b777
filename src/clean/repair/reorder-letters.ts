import { tokens } from './reorder-embedded.ts'
import type { CharacterRule } from './rule.ts'

/** Shapes that begin or continue a word to the left, and shapes that end one: final and isolated forms. */
const form = '\\uFE80-\\uFEFC\\uFB50-\\uFDFB'
const run = new RegExp(`[${form}\\u0640]+|[\\u0621-\\u063F\\u0641-\\u0652]+|[^${form}\\u0621-\\u0652]+`, 'g')

/** Of each group of shapes of a letter the second is the final form, the third the initial one; alef and such have two. */
const finals = /[\uFE82\uFE84\uFE88\uFE8E\uFE90\uFE94\uFE96\uFE9A\uFE9E\uFEA2\uFEA6\uFEAA\uFEAC\uFEAE\uFEB0\uFEB2\uFEB6\uFEBA\uFEBE\uFEC2\uFEC6\uFECA\uFECE\uFED2\uFED6\uFEDA\uFEDE\uFEE2\uFEE6\uFEEA\uFEEE\uFEF0\uFEF2]/
const initials = /[\uFE8B\uFE91\uFE97\uFE9B\uFE9F\uFEA3\uFEA7\uFEB3\uFEB7\uFEBB\uFEBF\uFEC3\uFEC7\uFECB\uFECF\uFED3\uFED7\uFEDB\uFEDF\uFEE3\uFEE7\uFEEB\uFEF3]/

/**
 * Letters as they are seen, from left to right, in the shapes of a font (pdf.js, old converters): final shapes come
 * before initial ones. Words and letters are turned round; runs of plain letters, which the extractor had already
 * turned, numbers and Latin words stay as they are.
 */
export const reorderLetters: CharacterRule = {
  name: 'reorder-visual',
  pattern: /^[^\n]+$/g,
  replace: ([line]) => (seenFromLeft(line) ? reorder(line) : line),
  languages: ['ar']
}

/** Counts pairs of shapes that can only stand so in one of the two directions. */
function seenFromLeft(line: string): boolean {
  if (!/[\uFB50-\uFDFB\uFE80-\uFEFC]/.test(line)) return false
  let visual = 0
  let logical = 0
  for (let index = 1; index < line.length; index++) {
    const [before = '', after = ''] = [line[index - 1], line[index]]
    if (finals.test(before) && initials.test(after)) visual++
    if (initials.test(before) && finals.test(after)) logical++
    if (/\s/.test(before) && finals.test(after)) visual++
    if (/\s/.test(before) && initials.test(after)) logical++
    if (/[\s،.]/.test(after) && initials.test(before)) visual++
    if (/[\s،.]/.test(after) && finals.test(before)) logical++
  }
  return visual > logical
}

function reorder(line: string): string {
  const parts: string[] = []
  for (const [piece] of line.matchAll(run)) {
    if (/[\uFB50-\uFEFC\u0640]/.test(piece)) parts.push([...piece].reverse().join(''))
    // A lam-alef is one shape: what came out of it stands the wrong way round now.
    else if (/^[\u0621-\u0652]/.test(piece)) parts.push(piece.replace(/^([اأإآ])ل$/, 'ل$1'))
    else parts.push(...tokens(piece))
  }
  return parts.reverse().join('')
}
