import { VFile } from 'vfile'
import { alignLines, formatBead } from '../align/index.ts'
import { reportTo, type Report } from '../message/report.ts'
import { loadText, sayFatal, type LoadOptions } from './load-file.ts'
import { readKnowledge, type KnowledgeOptions } from './read-knowledge.ts'
import { showMessages } from './show-messages.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Options of `hexapla align --lines`. */
export interface AlignLinesCommandOptions extends KnowledgeOptions, LoadOptions, MessageOptions {
  source: string
  target: string
}

/** `hexapla align --lines A B`: one segment a line in, one bead a line out, no cleaning. Exit code. */
export async function runAlignLines([source, target]: readonly [string, string], options: AlignLinesCommandOptions, terminal: Terminal): Promise<number> {
  const files = [new VFile({ path: source }), new VFile({ path: target })]
  const whole = new VFile({ path: `${source} ${target}` })
  const sides: string[][] = []
  for (const file of files) {
    const text = await loadText(file, options, terminal)
    if (text !== undefined) sides.push(splitLines(text))
  }
  const [left, right] = sides
  try {
    if (left && right) await writeBeads(left, right, options, reportTo(whole), terminal)
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([...files, whole], terminal, options)
  }
  return left && right ? 0 : 1
}

async function writeBeads(left: readonly string[], right: readonly string[], options: AlignLinesCommandOptions, report: Report, terminal: Terminal): Promise<void> {
  const { source: from, target: to } = options
  const { lexicons, pairs } = await readKnowledge(options, report)
  const { beads } = alignLines(left, right, { source: from, target: to, lexicons, dictionary: pairs(from, to), report })
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

/** Lines end in LF or CRLF; an end of line at the end of the file begins no other. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
