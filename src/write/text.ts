/** Clean text of one version: one block a line, labels in front, page furniture left out, cells parted by tabs. */
import { blockLines, labelled } from './block-line.ts'
import type { TreeFormat } from './tree-format.ts'

export const text: TreeFormat = {
  name: 'text',
  title: 'Clean text of one version, a paragraph a line',
  extension: 'txt',
  sentences: false,
  *write(root, { numbering }, report) {
    for (const line of blockLines(root, report)) {
      const written = labelled(numbering === 'keep' ? line.labels : [], line.text)
      if (written !== '') yield `${written}\n`
    }
  }
}
