import { ommlText } from '../flow/omml.ts'
import type { XmlElement } from '../xml.ts'

/**
 * A formula of Word in RTF, which has the elements of OMML as groups: `{\mf{\mnum …}{\mden …}}`. The first control word of a group
 * names it; the text of a property is its value.
 */
export class RtfFormula {
  readonly #root: XmlElement = { name: 'm:oMath', attributes: {}, children: [] }
  readonly #open: XmlElement[] = [this.#root]

  open(): void {
    const element: XmlElement = { name: '', attributes: {}, children: [] }
    this.#open.at(-1)?.children.push(element)
    this.#open.push(element)
  }

  /** Ends a group; `true` where it was the formula. */
  close(): boolean {
    this.#open.pop()
    return this.#open.length === 0
  }

  /** A control word; those that set letters name no element. */
  name(word: string): void {
    const element = this.#open.at(-1)
    if (element?.name === '' && /^m[a-z]/i.test(word)) element.name = `m:${word.slice(1)}`
  }

  text(text: string): void {
    const element = this.#open.at(-1)
    if (this.#open.some(({ name }) => name === 'm:r')) {
      element?.children.push({ name: 'm:t', attributes: {}, children: [text] })
      return
    }
    const property = this.#open.findLast(({ name }) => name !== '')
    if (property) property.attributes = { 'm:val': (property.attributes['m:val'] ?? '') + text.trim() }
  }

  toString(): string {
    return ommlText(this.#root)
  }
}
