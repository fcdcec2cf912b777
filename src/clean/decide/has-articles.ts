import { readArticle } from '../../grammar/article-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { CleanBlock } from './block.ts'
import { isMain, type SequencedLabel } from '../labels/sequenced-label.ts'

/** What is looked at of a block. */
export type Labelled = { role: Exclude<CleanBlock['role'], 'body'> } | { role: 'body'; text: { value: string }; label?: SequencedLabel | undefined }

/**
 * Whether a document is one of articles: two and more follow each other, and the paragraphs of each are numbered from 1, if
 * at all. Where numbers run on below them, articles are headings and no parts of an address.
 */
export function hasArticles(blocks: readonly Labelled[], language: LanguageCode): boolean {
  let following = 0
  let restarts = 0
  let runsOn = 0
  let last = 0
  let first = false
  for (const block of blocks) {
    if (block.role !== 'body') continue
    const { label, text } = block
    if (!label) {
      const head = readArticle(text.value, language)
      if (!head) continue
      if (head.ordinal === last + 1 && last > 0) following++
      last = head.ordinal
      first = true
    } else if (first && isMain(label, label.shape)) {
      if (label.ordinal === 1) restarts++
      else runsOn++
      first = false
    }
  }
  return following > 0 && runsOn <= restarts / 4
}
