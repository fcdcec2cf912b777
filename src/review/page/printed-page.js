/** The printed page beside the rows, with the boxes of the segment where the reviewer is. */
import { number, say } from './wording.js'

const at = (id) => document.getElementById(id)

export class PrintedPage {
  #ask
  #languages = []
  #timer
  /** What is shown, and what was asked for last: answers that come late are dropped. */
  #shown = ''
  #wanted

  constructor(ask) {
    this.#ask = ask
  }

  /** The versions that have pages; the button is there only where one has. */
  offer(languages) {
    this.#languages = languages
    at('printed').hidden = languages.length === 0
  }

  get isOpen() {
    return !at('printed-page').hidden
  }

  toggle(isOpen = !this.isOpen) {
    at('printed-page').hidden = !isOpen
    at('desk').classList.toggle('with-page', isOpen)
    at('printed').setAttribute('aria-pressed', String(isOpen))
  }

  /** Goes to the page of a row: of the version where the reviewer is, or else of another one that was printed. */
  follow(row, language, segment) {
    if (!this.isOpen || row === undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#show(row, language, segment), 80)
  }

  async #show(row, language, segment) {
    const tag = [language, ...this.#languages].find((each) => this.#languages.includes(each) && row.cells[each] !== undefined)
    const key = (tag === language ? row.cells[tag]?.[segment] : row.cells[tag]?.[0])?.[0]
    this.#wanted = key
    const found = key === undefined ? {} : await this.#ask(`/api/printed/${encodeURIComponent(key)}`)
    if (this.#wanted !== key) return
    const hasPage = found.page !== undefined
    at('printed-where').textContent = hasPage ? say().printedPage(found.language, number(found.page + 1), number(found.pages)) : say().notPrinted
    at('printed-boxes').replaceChildren(...(found.boxes ?? []).map(boxElement))
    if (!hasPage) return
    const source = `/printed/${found.document}/${encodeURIComponent(found.language)}/${found.page}`
    const picture = at('printed-picture')
    if (this.#shown !== source) {
      this.#shown = source
      picture.src = source
      picture.alt = say().printedPage(found.language, number(found.page + 1), number(found.pages))
      await picture.decode().catch(() => undefined)
    }
    if (this.#wanted === key) at('printed-boxes').firstElementChild?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }
}

function boxElement([x, y, width, height]) {
  const box = document.createElement('div')
  box.className = 'printed-box'
  Object.assign(box.style, { left: `${100 * x}%`, top: `${100 * y}%`, width: `${100 * width}%`, height: `${100 * height}%` })
  return box
}
