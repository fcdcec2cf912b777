/** What a text object says of all its characters. */
export interface TextLook {
  /** Points. */
  size: number
  bold: boolean
}

/**
 * What one drawn character is. Points, from the left and the top of the page as it is looked at.
 *
 * A class, as all that a page has many of: V8 would come to put literals among what lives on, where only a full collection frees
 * them, and hold on to 100 MB of them.
 */
export class Glyph {
  readonly text: string
  /** Of its origin, from the left: characters of one ligature share it. */
  readonly x: number
  readonly left: number
  readonly right: number
  /** Of the baseline, from the top. */
  readonly baseline: number
  /** Points. */
  readonly size: number
  readonly bold: boolean
  /** Neither seen nor read: hidden, turned, or outside of the page. */
  readonly unseen: boolean

  constructor(text: string, { left, right }: { left: number; right: number }, { x, y }: { x: number; y: number }, { size, bold }: TextLook, unseen: boolean) {
    this.text = text
    this.x = x
    this.left = left
    this.right = right
    this.baseline = y
    this.size = size
    this.bold = bold
    this.unseen = unseen
  }
}

/** A straight line that is drawn from left to right. */
export interface Rule {
  left: number
  right: number
  y: number
}

/** A straight line that is drawn from the top down. */
export interface Upright {
  top: number
  bottom: number
  x: number
}

/** What a page shows. */
export interface PageContent {
  width: number
  height: number
  /** In the order of the file. */
  glyphs: Glyph[]
  rules: Rule[]
  uprights: Upright[]
}
