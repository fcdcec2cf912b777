import type { BodyBlock, CleanBlock } from './block.ts'

/** So many headings are looked through for the one that goes on. */
const farthest = 200

/** No heading is deeper: pages of HTML and Markdown have no more. */
const deepest = 6

/**
 * The blocks with the depths of labelled headings by what stands in what: `I.` heads what `A.` does and that heads `1.`, but
 * where a series goes on behind another that began inside of it, that other one is below it: `1.`, `A.`, `B.`, `2.`
 */
export function nestHeadings(blocks: readonly CleanBlock[]): CleanBlock[] {
  const headings = blocks.flatMap((block, index) => (block.role === 'body' && block.decision.why === 'capital-label' && block.label ? [{ block, index, label: block.label }] : []))
  const depths = new Map<number, number>()
  /** The series that are open, the outermost first. */
  let open: Array<{ style: string; ordinal: number; depth: number }> = []
  let last = 0
  for (const [at, { block, index, label }] of headings.entries()) {
    // A part has its own.
    if (blocks.slice(last, index).some(isPart)) open = []
    last = index
    const { style, ordinal } = label
    const same = open.findLastIndex((series) => series.style === style)
    const above = open.at(-1)
    const below = (): Array<typeof label> => headings.slice(at + 1, at + 1 + farthest).map((heading) => heading.label)
    const isInside = same < 0 && ordinal === 1 && above !== undefined && above.depth >= block.decision.level && goesOn(below(), above)
    const depth = same >= 0 ? (open[same]?.depth ?? block.decision.level) : isInside ? Math.min(deepest, above.depth + 1) : block.decision.level
    open = same >= 0 ? open.slice(0, same) : open.filter((series) => series.depth < depth)
    open.push({ style, ordinal, depth })
    if (depth !== block.decision.level) depths.set(index, depth)
  }
  return blocks.map((block, index) => {
    const level = depths.get(index)
    return level === undefined || block.role !== 'body' ? block : { ...block, decision: { ...block.decision, level } }
  })
}

function isPart(block: CleanBlock): boolean {
  return block.role === 'body' && block.decision.kind === 'section'
}

/** Whether the next label of a style is one more. */
function goesOn(below: ReadonlyArray<NonNullable<BodyBlock['label']>>, { style, ordinal }: { style: string; ordinal: number }): boolean {
  return below.find((label) => label.style === style)?.ordinal === ordinal + 1
}
