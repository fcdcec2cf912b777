import { foldTraditional } from '../language/traditional.ts'
import type { LanguageCode } from '../language/code.ts'
import type { Source } from '../source/source.ts'
import type { MappedText } from '../tree/mapped-text.ts'
import type { CleanBlock } from './decide/block.ts'

/**
 * A source as it is read: Chinese in simplified characters, one for each that is printed, so that places stay what they are. What
 * is told of a document in one way of writing is told of it in the other.
 */
export function foldSource(source: Source, language: LanguageCode): Source {
  if (language !== 'zh') return source
  const text = foldTraditional(source.text)
  return text === source.text ? source : { ...source, text }
}

/** Blocks with the characters of the raw text where they were folded. */
export function unfoldBlocks(blocks: readonly CleanBlock[], raw: string): CleanBlock[] {
  const unfold = (text: MappedText): MappedText => unfoldText(text, raw)
  return blocks.map((block) => {
    switch (block.role) {
      case 'body': {
        const { label } = block
        return { ...block, text: unfold(block.text), ...(label ? { label: { ...label, text: unfold(label.text) } } : {}) }
      }
      case 'note':
        return { ...block, text: unfold(block.text), ...(block.marker ? { marker: unfold(block.marker) } : {}) }
      case 'furniture':
        return { ...block, text: unfold(block.text) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(unfold)) }
      case 'masthead':
        return { ...block, lines: block.lines.map(unfold) }
    }
  })
}

/** Each character of a text as it stands in the raw text; what a repair has put there stays. */
function unfoldText({ value, runs }: MappedText, raw: string): MappedText {
  let unfolded = ''
  runs.forEach(({ at, start, end }, index) => {
    let from = start
    for (const character of value.slice(at, runs[index + 1]?.at ?? value.length)) {
      let to = from
      while (to < end && raw.charAt(to) !== character && foldTraditional(raw.charAt(to)) !== character) to++
      unfolded += to < end ? raw.charAt(to) : character
      if (to < end) from = to + 1
    }
  })
  return { value: value.slice(0, runs[0]?.at ?? value.length) + unfolded, runs }
}
