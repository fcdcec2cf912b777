import type { Block, Note, NoteReference, Root } from '../tree/undast.ts'

/** Tells each reference which note it refers to, and each note where it is first referred to, by address. */
export function tieNotes(root: Root): void {
  const notes: Note[] = []
  const references: Array<{ node: NoteReference; address: string | undefined }> = []
  walk(root.children)
  /** The notes of each marker that no reference has taken yet, in order. */
  const waiting = new Map<string, Note[]>()
  for (const note of notes.toReversed()) {
    const marker = bare(note.marker?.value)
    if (marker !== undefined) push(waiting, marker, note)
  }
  const tied = new Map<string, Note>()
  for (const { node, address } of references) {
    // A marker that comes again refers to the note it had; numbering that begins again is the next note.
    const again = tied.get(node.value)
    const note = again && node.value !== '1' ? again : (waiting.get(node.value)?.pop() ?? again)
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

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
