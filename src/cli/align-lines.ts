import { VFile } from 'vfile'
import { alignLines, formatBead } from '../align/index.ts'
import { loadText, type LoadOptions } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

/** Options of `hexapla align --lines`. */
export interface AlignLinesCommandOptions extends LoadOptions, MessageOptions {
  source: string
  target: string
}

/** `hexapla align --lines A B`: one segment a line in, one bead a line out, no cleaning. Exit code. */
export async function runAlignLines([source, target]: readonly [string, string], options: AlignLinesCommandOptions, terminal: Terminal): Promise<number> {
  const files = [new VFile({ path: source }), new VFile({ path: target })]
  const sides: string[][] = []
  for (const file of files) {
    const text = await loadText(file, options, terminal)
    if (text !== undefined) sides.push(splitLines(text))
  }
  const [left, right] = sides
  if (left && right) {
    const { beads } = alignLines(left, right, { source: options.source, target: options.target })
    let text = ''
    for (const bead of beads) {
      text += `${formatBead(bead)}\n`
      if (text.length > 65_536) {
        await terminal.stdout(text)
        text = ''
      }
    }
    await terminal.stdout(text)
  }
  showMessages(files, terminal, options)
  return left && right ? 0 : 1
}

/** Lines end in LF or CRLF; an end of line at the end of the file begins no other. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
