/** What one drawn character is. Points, from the left and the top of the page as it is looked at. */
export interface Glyph {
  text: string
  /** Of its origin, from the left: characters of one ligature share it. */
  x: number
  left: number
  right: number
  top: number
  bottom: number
  /** Of the baseline, from the top. */
  baseline: number
  /** Points. */
  size: number
  bold: boolean
  /** Neither seen nor read: hidden, turned, or outside of the page. */
  unseen: boolean
}

/** A straight line that is drawn from left to right. */
export interface Rule {
  left: number
  right: number
  y: number
}

/** What a page shows. */
export interface PageContent {
  width: number
  height: number
  /** In the order of the file. */
  glyphs: Glyph[]
  rules: Rule[]
}
