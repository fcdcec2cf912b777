import type { Block, Note, NoteReference, Root } from '../tree/undast.ts'

/** Tells each reference which note it refers to, and each note where it is first referred to, by address. */
export function tieNotes(root: Root): void {
  const notes: Note[] = []
  const references: Array<{ node: NoteReference; address: string | undefined }> = []
  walk(root.children)
  const waiting = [...notes]
  const tied = new Map<string, Note>()
  for (const { node, address } of references) {
    const at = waiting.findIndex(({ marker }) => bare(marker?.value) === node.value)
    // The next note with this marker; a marker that comes again refers to the note it had.
    const again = tied.get(node.value)
    const note = again && node.value !== '1' ? again : at >= 0 ? waiting.splice(at, 1)[0] : again
    if (!note) continue
    tied.set(node.value, note)
    if (note.data?.address !== undefined) node.data = { note: note.data.address }
    if (address !== undefined && note.data?.reference === undefined) note.data = { ...note.data, reference: address }
  }

  function walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'note') notes.push(block)
      else if (block.type === 'item' || block.type === 'section') walk(block.children)
      else if (block.type !== 'furniture' && block.type !== 'masthead' && block.type !== 'table')
        for (const sentence of block.children)
          for (const child of sentence.children) if (child.type === 'noteReference') references.push({ node: child, address: block.data?.address })
    }
  }
}

function bare(marker: string | undefined): string | undefined {
  return marker?.replace(/[.)]$/, '')
}
