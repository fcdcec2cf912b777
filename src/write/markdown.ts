/** Markdown (CommonMark, tables as GitHub has them) of one version. Labels stay as they are printed. */
import { blockLines, type BlockLine } from './block-line.ts'
import type { TreeFormat } from './tree-format.ts'

export const markdown: TreeFormat = {
  name: 'markdown',
  title: 'Markdown of one version',
  extension: 'md',
  sentences: false,
  *write(root, { numbering }, report) {
    let inTable = false
    for (const line of blockLines(root, report)) {
      const isRow = line.cells !== undefined
      if (line.text === '' && (numbering === 'strip' || line.labels.length === 0)) continue
      if (inTable && !isRow) yield '\n'
      yield isRow ? row(line, inTable) : `${block(line, numbering)}\n\n`
      inTable = isRow
    }
  }
}

/** The first row of a table is its head: Markdown knows no table without one. */
function row({ cells = [] }: BlockLine, inTable: boolean): string {
  const rule = inTable ? '' : `${'| --- '.repeat(cells.length)}|\n`
  return `| ${cells.map(escapeMarkdown).join(' | ')} |\n${rule}`
}

function block({ node, labels, depth, text }: BlockLine, numbering: 'keep' | 'strip'): string {
  const shown = numbering === 'keep' ? labels : []
  const words = [...shown, text].filter((piece) => piece !== '').map(escapeMarkdown).join(' ')
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Math.min(node.depth, 6))} ${words}`
    case 'note':
      return `> ${escapeStart(words)}`
    default:
      // Numbered paragraphs stand as they are; what is below them shows as lists whose markers carry no number.
      return depth < 2 || shown.length === 0 ? escapeStart(words) : `${'  '.repeat(depth - 2)}- ${escapeStart(words)}`
  }
}

/** What means something anywhere in a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/gu, '\\$&')
}

/** What means something at the start of a line only: `1.`, `+`, `-`, `#`, `=`. */
function escapeStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/u, '$1\\$2').replace(/^[-+#=]/u, '\\$&')
}
