/** What a text object says of all its characters. */
export interface TextLook {
  /** Points. */
  size: number
  bold: boolean
}

/** Where a character is drawn; one for all of them. */
export type GlyphPlace = Pick<Glyph, 'baseline' | 'left' | 'right'> & { x: number }

/**
 * What one drawn character is, and what is read with it: a ligature, a letter with its marks. Points, from the left and the top of
 * the page as it is looked at.
 *
 * A class, as all that a page has many of: V8 would come to put literals among what lives on, where only a full collection frees
 * them, and hold on to 100 MB of them. For the same reason a page has no second object for each.
 */
export class Glyph {
  text: string
  /** Of its origin, from the left: characters of one ligature share it, and boxes of some fonts are wider than what letters go on by. */
  readonly x: number
  left: number
  right: number
  /** Of the baseline, from the top. */
  baseline: number
  /** Points. */
  readonly size: number
  readonly bold: boolean
  /** Neither seen nor read: hidden, turned, or outside of the page. */
  unseen: boolean
  /** It stands above the baseline of its row: the mark of a note, an ordinal. */
  raised = false

  constructor(text: string, { size, bold }: TextLook, { x, baseline, left, right }: GlyphPlace, unseen = false) {
    this.text = text
    this.x = x
    this.left = left
    this.right = right
    this.baseline = baseline
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
  /** It is a picture of a page, with hidden text behind it that was read from it, or with none. */
  pictured?: 'recognized' | 'unread'
}

/** A mark that is drawn with a letter. */
export const combining = /^\p{Mn}$/u

/** No font has a ligature of alef and lam: in one box the lam comes first, whatever the file says. */
export function joinLigature(before: string, text: string): string {
  return text === 'ل' && /^[اأإآٱ]$/.test(before) ? text + before : before + text
}
