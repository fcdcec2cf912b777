import { codeUnitTable } from '../../language/code-unit-table.ts'

/**
 * Width of letters, figures and marks in eighths of a usual small letter, as fonts with and without serifs have them in the
 * mean. They differ by a few in a hundred over a line, where a count of characters is wrong by ten.
 */
const widths: ReadonlyArray<readonly [width: number, characters: string]> = [
  [4, " ijl.,'|"],
  [5, 'ftI;:![]/-’‘'],
  [6, 'rJ()"'],
  [7, 'sгз“”°*'],
  [8, 'acekvxyzавекстухьэ?–§ё'],
  [9, 'bdghnopquFLГЗбдийлнопрцчя0123456789«»'],
  [10, 'EPSTYZБЕРТУЬЪЁъ'],
  [11, 'ABCKRVXАВДКЛСХЧЭЯмы'],
  [12, 'wDGHNOQUИЙНОПЦжфю&'],
  [13, 'Фшщ'],
  [14, 'mMМЫ%'],
  [15, 'WЖ—'],
  [16, 'ШЩ'],
  [17, 'Ю']
]

/** Arabic letters in front of another one, and at the end of a word. */
const inside: typeof widths = [[4, 'لإا'], [5, 'ئبتثنيآأ'], [7, 'فقءرز'], [8, 'عغهؤدذو'], [9, 'كم'], [11, 'جحخ'], [12, 'طظ'], [13, 'سش'], [14, 'صض']]
const last: typeof widths = [[4, 'إا،؛'], [5, 'آأ'], [7, 'ءرز'], [8, 'ؤةدذهو'], [9, 'عغم'], [11, 'جحخن'], [12, 'ل'], [13, 'ئقىي'], [14, 'طظك'], [16, 'بتث'], [17, 'ف'], [20, 'سش'], [21, 'صض']]

/** What is in none of the lists: a letter with an accent; marks above letters take no room. */
const usual = 9

function find(character: string, lists: typeof widths): number | undefined {
  return lists.find(([, characters]) => characters.includes(character))?.[0]
}

function baseOf(character: string): string {
  return character.normalize('NFD').charAt(0)
}

/** Width of a character at the end of a word, and 32 times that inside of one. */
const ofCodeUnit = codeUnitTable((character) => {
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return 0
  const alone = find(character, last) ?? find(character, widths) ?? find(baseOf(character), widths) ?? usual
  return alone + 32 * (find(character, inside) ?? alone)
})

/** Whether a code unit is an Arabic letter or a mark on one. */
function isArabic(code: number): boolean {
  return code >= 0x620 && code <= 0x65f
}

/** Width of the first characters of a text as fonts set them, in columns of a usual small letter. */
export function printedWidth(value: string, end: number): number {
  let width = 0
  for (let at = 0; at < end; at++) {
    const found = ofCodeUnit(value.charCodeAt(at))
    width += isArabic(value.charCodeAt(at + 1)) ? found >> 5 : found & 31
  }
  return width / 8
}

/** Width of a space between words. */
export const wordSpace = printedWidth(' ', 1)
