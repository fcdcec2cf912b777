/** Text printed as pages, with the block that each printed line was set from. */
export interface PrintedText {
  text: string
  /** By the offset at which a printed line begins: the number of its block. */
  owners: ReadonlyMap<number, number>
}

/** How blocks are printed: lines as they are full, a blank line behind each block, or behind each line; a block a line. */
export const prints = ['plain', 'spaced', 'double', 'block'] as const
export type Print = (typeof prints)[number]

/** Prints blocks as lines of so many columns, cut at spaces; Chinese by characters. */
export function printLines(blocks: readonly string[], print: Print, columns: number, spaced: boolean): PrintedText {
  const owners = new Map<number, number>()
  let text = ''
  blocks.forEach((block, owner) => {
    const lines = print === 'block' ? [block] : spaced ? wrapWords(block, columns) : wrapCharacters(block, columns / 2)
    for (const line of lines) {
      owners.set(text.length, owner)
      text += print === 'double' ? `${line}\n\n` : `${line}\n`
    }
    if (print === 'spaced') text += '\n'
  })
  return { text, owners }
}

function wrapWords(block: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of block.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function wrapCharacters(block: string, count: number): string[] {
  const lines: string[] = []
  for (let at = 0, end = count; at < block.length; at = end, end += count) {
    // No line begins with a mark that closes, nor inside of a number.
    while (/[，。、；：？！）》」』”’]/.test(block[end] ?? '') || /^\d\d$/.test(block.slice(end - 1, end + 1))) end++
    lines.push(block.slice(at, end).trim())
  }
  return lines.filter((line) => line !== '')
}
