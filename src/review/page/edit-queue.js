/** Edits go one after the other, however fast the keys come: shown at once where they can be foretold, and taken back where the program does not do them. */
import { isSameRow } from './foretold.js'

/** What takes changes back; places are counted before it all, from the first row to the last. */
function inverseOf(changes) {
  let moved = 0
  return changes.map(({ at, removed, inserted }) => {
    const change = { at: at + moved, removed: inserted, inserted: removed }
    moved += inserted.length - removed.length
    return change
  })
}

/** Whether the program did to the same rows what was foretold of it. */
function isAsForetold(changes, guessed) {
  const shape = (change) => [change.at, change.removed.length ?? change.removed, change.inserted.length]
  return JSON.stringify(changes.map(shape)) === JSON.stringify(guessed.map(shape))
}

export class EditQueue {
  #page
  #last = Promise.resolve()
  #waiting = 0
  /** Changes that this page has seen done, and those that it has seen taken back, the last one last. */
  #done = []
  #undone = []

  /**
   * `page` has `rows()` as they are shown, and shows: that work waits (`busy`), changes of rows by an edit or by its correction
   * (`put(changes, op)`), that an edit is shown and not yet saved (`saving`), or that it failed (`failed`), what was done or why
   * it was not (`did(op)`, `refused(why)`), and what the program says can be taken back (`settled({ undo, redo })`).
   */
  constructor(page) {
    this.#page = page
  }

  /** Does work after all that was asked for before; resolves when it is done or has failed. */
  inTurn(work) {
    this.#busy(1)
    this.#last = this.#last.then(work).catch(() => undefined).finally(() => this.#busy(-1))
    return this.#last
  }

  /** What undoing or redoing will change, as far as this page has seen it done. */
  foretold(op) {
    const last = op === 'undo' ? this.#done.at(-1) : this.#undone.at(-1)
    return last && (op === 'undo' ? inverseOf(last) : last)
  }

  /** Does what `request` asks the program for. Where it is foretold it is shown at once, which `shown` is told. */
  async perform(op, guessed, request, shown = () => undefined) {
    const page = this.#page
    if (guessed) {
      page.put(guessed, op)
      page.did(op)
      page.saving()
      shown()
    }
    let answer
    try {
      answer = await request()
    } catch (error) {
      if (guessed) page.put(inverseOf(guessed), 'undo')
      page.failed()
      throw error
    }
    const { changes: parts, refused, undo, redo } = answer
    if (refused !== undefined) {
      if (guessed) page.put(inverseOf(guessed), 'undo')
      return page.refused(refused)
    }
    if (guessed && isAsForetold(parts, guessed)) {
      this.#confirm(op, guessed, parts)
      return page.settled({ undo, redo })
    }
    if (guessed) page.put(inverseOf(guessed), 'undo')
    const rows = page.rows()
    const changes = parts.map(({ at, removed, inserted }) => ({ at, removed: rows.slice(at, at + removed), inserted }))
    this.#remember(changes, op)
    page.put(changes, op)
    page.did(op)
    page.settled({ undo, redo })
  }

  /** Rows that are as foretold stay, with their elements. */
  #confirm(op, guessed, told) {
    const changes = guessed.map((change, index) => {
      const rows = told[index].inserted
      return { ...change, inserted: change.inserted.map((row, place) => (isSameRow(row, rows[place]) ? row : rows[place])) }
    })
    this.#remember(changes, op)
    const isOther = changes.some(({ inserted }, index) => inserted.some((row, place) => row !== guessed[index].inserted[place]))
    // Where the rows of the guess stand now.
    if (isOther) this.#page.put(inverseOf(guessed).map(({ at, removed }, index) => ({ at, removed, inserted: changes[index].inserted })))
  }

  #remember(changes, op) {
    if (op === 'undo') {
      this.#done.pop()
      this.#undone.push(inverseOf(changes))
      return
    }
    if (op === 'redo') this.#undone.pop()
    else this.#undone.length = 0
    this.#done.push(changes)
  }

  #busy(more) {
    this.#waiting += more
    this.#page.busy(this.#waiting > 0)
  }
}
