import { numberOfMark } from '../grammar/note-marker.ts'
import { addToList } from '../tree/add-to-list.ts'
import type { Addressed, Note, NoteReference } from '../tree/undast.ts'

/** A reference to a note, and the block that it stands in. */
export interface PlacedReference {
  node: NoteReference
  block: { readonly data?: Addressed }
}

/** Tells each reference which note it refers to, and each note where it is first referred to, by address; both in the order of the text. */
export function tieNotes(notes: readonly Note[], references: readonly PlacedReference[]): void {
  /** The notes of each marker that no reference has taken yet, in order. */
  const waiting = new Map<string, Note[]>()
  for (const note of notes.toReversed()) {
    if (note.marker) addToList(waiting, bare(note.marker.value), note)
  }
  const tied = new Map<string, Note>()
  for (const { node, block } of references) {
    const address = block.data?.address
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
