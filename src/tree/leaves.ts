import { offsets } from './place.ts'
import type { Label, UndastNode } from './undast.ts'
import { walkNodes } from './walk.ts'

/** A stretch of the raw text that a leaf of the tree holds. */
export interface LeafSpan {
  /** Raw offsets `[start, end)`, UTF-16 code units. */
  start: number
  end: number
  /** The characters of the leaf for it. */
  value: string
  /** The repair that made one of the other, where there was one. */
  rule: string | undefined
  /** What holds it: `text`, `furniture`, `noteReference`, `label`, `marker`. */
  holder: string
}

/** Every stretch of raw text that a tree holds, in tree order: texts by run, labels, markers, references, furniture. */
export function* leafSpans(top: UndastNode): Generator<LeafSpan> {
  for (const node of walkNodes(top)) {
    if (node.type === 'text' || node.type === 'furniture') {
      const { runs } = node.data
      for (const [index, { at, start, end, rule }] of runs.entries())
        yield { start, end, value: node.value.slice(at, runs[index + 1]?.at ?? node.value.length), rule, holder: node.type }
    } else if (node.type === 'noteReference') yield spanOf(node, 'noteReference')
    else if ('label' in node && node.label) yield spanOf(node.label, 'label')
    else if (node.type === 'note' && node.marker) yield spanOf(node.marker, 'marker')
  }
}

function spanOf(holder: Pick<Label, 'position' | 'value'>, name: string): LeafSpan {
  const [start, end] = offsets(holder.position)
  return { start, end, value: holder.value, rule: undefined, holder: name }
}
