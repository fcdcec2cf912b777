import { hanCounters } from '../../language/figure-word.ts'
import type { CharacterRule } from './rule.ts'

const han = '\\u3005\\u3007\\u4E00-\\u9FFF\\u3400-\\u4DBF\\uF900-\\uFAFF'
/** Marks that nothing parts from what stands in front, be it Latin or a bracket. */
const closing = '，。、；：？！）》」』”’％'
const mark = '，。、；：？！）》」』”’（《「『“‘％'

/** A title stands behind the number of an article, parted from it. */
const article = '^第[0-9〇零一二三四五六七八九十百]{1,7}[章条编节]'

/** A number that begins a line and counts nothing may be that of a note or of a paragraph: what stands behind it is parted from it. */
const marker = '^[0-9]{1,3}'

/** The line of who signs: the space between office and name stays, unless all of it is letter-spaced. */
const signed = /^[(（]签[名字][)）]$/
const between = new RegExp(`^[${han}]{2}[ \\u00A0\\u3000]+[${han}][${han}·‧•]$`)

/**
 * Spaces between Chinese characters, and between them and numbers or marks: `联 合 国`, `2019 年 4 月`, `3 .91`.
 *
 * The space between the groups of a number stays (`65 000人`), and the one round Latin words.
 */
export const closeHanSpaces: CharacterRule = {
  name: 'close-han-spaces',
  pattern: new RegExp(
    `(?<=\\S)[ \\u00A0\\u3000]+(?=[${closing}])|(?<=[${han}${mark}])(?<!${article})[ \\u00A0\\u3000]+(?=[${han}${mark}0-9])|(?<=[0-9％%])(?<!${marker})[ \\u00A0\\u3000]+(?=[${han}${mark}])|(?<=${marker})[ \\u00A0\\u3000]+(?=[${hanCounters}])|(?<=[0-9]) (?=\\.[0-9])|(?<=[(（]) (?=[0-9${han}])|(?<=[0-9${han}]) (?=[)）])`,
    'g'
  ),
  needs: /[ \u00A0\u3000]/,
  replace: ({ 0: space, index, input }) => (signed.test(input.slice(-4)) && between.test(input.slice(index - 2, index + space.length + 2)) ? space : ''),
  languages: ['zh'],
  space: true
}
