import { isPointedTitle, readArticle } from '../../grammar/article-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Labelled } from './has-articles.ts'

/** So many heads at least, and this share of all that do not stand alone: two may as well be short articles. */
const [fewest, share] = [3, 0.8]

/**
 * Whether articles and chapters have titles that end in a mark: nearly all are as short as a title, and have their text below,
 * where a short article would have the next one: `Artículo 1. Objeto.`
 */
export function hasPointedTitles(blocks: readonly Labelled[], language: LanguageCode): boolean {
  const body = blocks.filter((block) => block.role === 'body')
  const isHead = (value: string): boolean => isPointedTitle(value, language) || (readArticle(value, language)?.rest ?? '') !== ''
  let heads = 0
  let borne = 0
  body.forEach(({ text: { value }, label }, index) => {
    if (label || !isHead(value)) return
    heads++
    const below = body[index + 1]
    if (isPointedTitle(value, language) && below && (below.label !== undefined || !isHead(below.text.value))) borne++
  })
  return borne >= fewest && borne >= share * heads
}
