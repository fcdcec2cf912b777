import { numberOfMark } from '../grammar/note-marker.ts'
import type { Note, NoteReference, Root } from '../tree/undast.ts'
import { walkBlocks } from '../tree/walk.ts'

/** Tells each reference which note it refers to, and each note where it is first referred to, by address. */
export function tieNotes(root: Root): void {
  const notes: Note[] = []
  const references: Array<{ node: NoteReference; address: string | undefined }> = []
  for (const block of walkBlocks(root.children)) {
    if (block.type === 'note') notes.push(block)
    else if ('children' in block && block.type !== 'item' && block.type !== 'masthead' && block.type !== 'section' && block.type !== 'table')
      for (const { children } of block.children)
        for (const child of children) if (child.type === 'noteReference') references.push({ node: child, address: block.data?.address })
  }
  /** The notes of each marker that no reference has taken yet, in order. */
  const waiting = new Map<string, Note[]>()
  for (const note of notes.toReversed()) {
    if (note.marker) push(waiting, bare(note.marker.value), note)
  }
  const tied = new Map<string, Note>()
  for (const { node, address } of references) {
    // A marker that comes again refers to the note it had; numbering that begins again is the next note.
    const mark = bare(node.value)
    const again = tied.get(mark)
    const note = again && mark !== '1' ? again : (waiting.get(mark)?.pop() ?? again)
    if (!note) continue
    tied.set(mark, note)
    if (note.data?.address !== undefined) node.data = { note: note.data.address }
    if (address !== undefined && note.data?.reference === undefined) note.data = { ...note.data, reference: address }
  }
}

/** A mark as its number, or its stars: `¹`, `[1]` and `1.` are one. */
function bare(mark: string): string {
  const number = numberOfMark(mark)
  return Number.isNaN(number) ? mark : String(number)
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
