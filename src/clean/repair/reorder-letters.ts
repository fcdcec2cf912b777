import { mirror } from './mirror.ts'
import { tokens } from './reorder-embedded.ts'
import type { CharacterRule } from './rule.ts'

/** Shapes of letters, as fonts have them. */
const shapes = '\\uFB50-\\uFDFB\\uFE80-\\uFEFC'
const isShape = new RegExp(`[${shapes}]`)
/** A shape or a stretch of tatweel; plain letters with the marks of Arabic script that stand with them; the rest. */
const piece = new RegExp(`[${shapes}]|\\u0640+|[\\u0621-\\u063F\\u0641-\\u0652،؛؟]+|[^${shapes}\\u0621-\\u0652،؛؟]+`, 'g')
const isPlain = /^[\u0621-\u063F\u0641-\u0652]/

/** Of each group of shapes of a letter the second is the final form, the third the initial, the fourth the medial one. */
const finals = /[\uFE82\uFE84\uFE88\uFE8E\uFE90\uFE94\uFE96\uFE9A\uFE9E\uFEA2\uFEA6\uFEAA\uFEAC\uFEAE\uFEB0\uFEB2\uFEB6\uFEBA\uFEBE\uFEC2\uFEC6\uFECA\uFECE\uFED2\uFED6\uFEDA\uFEDE\uFEE2\uFEE6\uFEEA\uFEEE\uFEF0\uFEF2]/
const initials = /[\uFE8B\uFE91\uFE97\uFE9B\uFE9F\uFEA3\uFEA7\uFEB3\uFEB7\uFEBB\uFEBF\uFEC3\uFEC7\uFECB\uFECF\uFED3\uFED7\uFEDB\uFEDF\uFEE3\uFEE7\uFEEB\uFEF3]/
const medials = /[\uFE8C\uFE92\uFE98\uFE9C\uFEA0\uFEA4\uFEA8\uFEB4\uFEB8\uFEBC\uFEC0\uFEC4\uFEC8\uFECC\uFED0\uFED4\uFED8\uFEDC\uFEE0\uFEE4\uFEE8\uFEEC\uFEF4]/

/**
 * Letters as they are seen, from left to right, in the shapes of a font (pdf.js, old converters). Words and letters are
 * turned round; runs of plain letters, which the extractor had already turned, numbers and Latin words stay as they are.
 * A line without shapes goes with the lines of its document.
 */
export const reorderLetters: CharacterRule = {
  name: 'reorder-letters',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  replace: ([line]) => (isShape.test(line) ? (direction(line) >= 0 ? reorder(line) : line) : withoutShapes(line)),
  languages: ['ar'],
  appliesTo: (raw) => isShape.test(raw) && direction(raw) > 0
}

/**
 * Above 0 where letters stand as they are seen, below where they stand as they are read. A letter in its initial or
 * medial form joins the one that is read after it: to the left, so in front where the line is given as it is seen.
 */
function direction(text: string): number {
  let seen = 0
  for (let index = 1; index < text.length; index++) {
    const [left = '', right = ''] = [text[index - 1], text[index]]
    const [joinsBefore, joinsAfter] = [finals.test(left) || medials.test(left), finals.test(right) || medials.test(right)]
    if (joinsBefore && (initials.test(right) || medials.test(right))) seen++
    if (joinsAfter && (initials.test(left) || medials.test(left))) seen--
  }
  return seen
}

/** Plain letters were in order already; a mark that leads the line and cannot shows that the rest was not. */
function withoutShapes(line: string): string {
  return /[\u0621-\u064A]/.test(line) || /^(?:[.:،؛]\s*\S|[()[\]](?!\w))/.test(line) ? reorder(line) : line
}

/** What stands at two margins comes without a space between: Arabic, then Latin, a number or the leaders of contents. */
const margins = /(?<=[\u0621-\u0652\uFB50-\uFEFC]{2})(?=[A-Z\d]|\. \. )/

function reorder(line: string): string {
  const [first = '', ...others] = line.split(margins)
  return reorderField(first) + others.map((field) => (/[\u0621-\u0652\uFB50-\uFEFC]/.test(field) ? reorderField(field) : field)).join('')
}

function reorderField(field: string): string {
  const parts: string[] = []
  const pieces = field.match(piece) ?? []
  for (const [index, text] of pieces.entries()) {
    if (isShape.test(text) || text.startsWith('\u0640')) parts.push(text)
    else if (isPlain.test(text) || text.length > 1 && /[\u0621-\u0652]/.test(text)) parts.push(partLamAlef(text, pieces[index - 1] ?? ' ', pieces[index + 1] ?? ' '))
    else for (const token of tokens(text)) parts.push(mirror(token))
  }
  return closeLamAlef(parts).reverse().join('')
}

/**
 * The alef of a lam-alef at the left of a run was not turned with the run: `أال` for `الأ`. It is one where a letter stands
 * at its left, which would join a lam that ended the run, and where the run is a lam-alef alone that a letter joins.
 */
function partLamAlef(run: string, left: string, right: string): string {
  if (!/^[اأإآ]/.test(run) || !run.endsWith('ل')) return run
  const inside = isShape.test(left) || left.startsWith('\u0640')
  const joined = run.length === 2 && (initials.test(right) || medials.test(right) || /^\s/.test(right))
  const twice = /^ا[أإآ]/.test(run)
  return inside || (joined && !/\s$/.test(left)) || twice ? run.slice(1) + run.slice(0, 1) : run
}

/** A lam-alef at the end of a word, parted by a space that is none: an alef is no word. */
function closeLamAlef(parts: readonly string[]): string[] {
  const closed: string[] = []
  for (let index = 0; index < parts.length; index++) {
    const [alef = '', space = '', run = ''] = parts.slice(index, index + 3)
    const alone = /^[اأإآ]$/.test(alef) && !/[\u0621-\u0652\uFB50-\uFEFC]$/.test(closed.at(-1) ?? '')
    if (alone && space === ' ' && /ل$/.test(run)) {
      closed.push(run + alef)
      index += 2
    } else closed.push(alef)
  }
  return closed
}
