import { isArticleTitle, isPointedTitle, readArticle } from '../../grammar/article-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import { slice, sliceWords } from '../../tree/mapped-text.ts'
import { undecidedBlock, type UndecidedBlock } from './block.ts'

/**
 * The number of an article and the text that stands behind it on one line, `Art. 5 The keeper lights the lamp.`, as two
 * blocks: in another version the number has a line of its own. A title stays with its number.
 */
export function partArticle(block: UndecidedBlock, language: LanguageCode, pointed: boolean): UndecidedBlock[] {
  const { text, references } = block
  const rest = block.label || block.heading !== undefined ? undefined : readArticle(text.value, language)?.rest
  if (rest === undefined || rest === '' || isArticleTitle(text.value, language) || (pointed && isPointedTitle(text.value, language))) return [block]
  const at = text.value.length - rest.length
  const behind = references.filter((reference) => reference.at >= at).map(({ at: place, marker }) => ({ at: place - at, marker }))
  return [undecidedBlock(sliceWords(text, 0, at), references.filter((reference) => reference.at < at), block), undecidedBlock(slice(text, at), behind, block)]
}
