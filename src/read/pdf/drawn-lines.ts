import type { Rule, Upright } from './glyph.ts'

/** Points, from the left and the top of the page. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Points: what is thicker is a bar or a picture. */
const thickest = 3

/** Points: what is thinner is not drawn. */
const thinnest = 0.05

/** The straight lines that the paths of a page draw, and how much of it the largest picture takes. */
export class DrawnLines {
  readonly rules: Rule[] = []
  readonly uprights: Upright[] = []
  /** From 0 to 1, more or less: pictures may go over the edge. */
  pictured = 0
  readonly #height: number
  readonly #area: number

  constructor(page: { width: number; height: number }) {
    this.#height = page.height
    this.#area = page.width * page.height
  }

  get count(): number {
    return this.rules.length + this.uprights.length
  }

  /** Adds a picture, by its box. */
  addPicture({ left, right, top, bottom }: Box): void {
    this.pictured = Math.max(this.pictured, ((right - left) * (bottom - top)) / this.#area)
  }

  /** Adds what a path draws, by its box. */
  add({ left, right, top, bottom }: Box): void {
    const [width, height] = [right - left, bottom - top]
    if (height <= thickest && width >= 8) this.rules.push({ left, right, y: (top + bottom) / 2 })
    // A cell draws its side in pieces, of which those at its corners are short.
    else if (width <= thickest && height >= 1) this.uprights.push({ top, bottom, x: (left + right) / 2 })
    // A frame around cells is two lines, and two at its sides.
    else if (width >= 40 && height > 8 && height < this.#height * 0.8) {
      this.rules.push({ left, right, y: top }, { left, right, y: bottom })
      this.uprights.push({ top, bottom, x: left }, { top, bottom, x: right })
    }
  }

  /** Adds what a box draws around another: of its sides those that are thick at all. */
  addBorder(outer: Box, inner: Box): void {
    const sides: Box[] = [
      { ...outer, bottom: inner.top },
      { ...outer, top: inner.bottom },
      { ...outer, right: inner.left },
      { ...outer, left: inner.right }
    ]
    for (const side of sides) if (side.right - side.left > thinnest && side.bottom - side.top > thinnest) this.add(side)
  }
}
