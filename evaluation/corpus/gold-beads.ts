/** Derives the gold alignment of two languages of a document from their sources. */
import type { SourceBlock, SourceDocument } from './read-source.ts'

/** Sentences that say the same, by address: `9/3#1`. One side is empty where a language leaves something out. */
export interface GoldBead {
  source: string[]
  target: string[]
}

/** Pairs of addresses of every block with text, cells of tables included, in order. */
export function goldBeads(source: SourceDocument, target: SourceDocument): GoldBead[] {
  const others = new Map(target.blocks.map((block) => [block.address, block]))
  const beads: GoldBead[] = []
  for (const block of source.blocks) {
    const other = others.get(block.address)
    if (other === undefined) throw new Error(`Unexpected block ${block.address}, expected it in both languages`)
    if (block.kind === 'table') beads.push(...cellBeads(block))
    else beads.push(...sentenceBeads(block, other))
  }
  return beads
}

function cellBeads(block: SourceBlock): GoldBead[] {
  return block.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const address = `${block.address}/${String(r + 1)}/${String(c + 1)}#1`
      return cell === '' ? [] : [{ source: [address], target: [address] }]
    })
  )
}

/** The smallest groups whose ends are ends of sentences in both languages. */
function sentenceBeads(source: SourceBlock, target: SourceBlock): GoldBead[] {
  const beads: GoldBead[] = []
  let bead: GoldBead = { source: [], target: [] }
  for (let unit = 0; unit < source.units; unit++) {
    const one = step(source, unit, bead.source)
    const two = step(target, unit, bead.target)
    if (!one || !two) continue
    if (bead.source.length > 0 || bead.target.length > 0) beads.push(bead)
    bead = { source: [], target: [] }
  }
  return beads
}

/** Adds the sentence that ends with a unit, if any; says whether no sentence goes on beyond the unit. */
function step(block: SourceBlock, unit: number, into: string[]): boolean {
  const index = block.sentences.findIndex((sentence) => sentence.first <= unit && unit <= sentence.last)
  const sentence = block.sentences[index]
  if (sentence === undefined) return true
  if (sentence.last !== unit) return false
  into.push(`${block.address}#${String(index + 1)}`)
  return true
}
