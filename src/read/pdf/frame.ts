/** The window of the page. */
export class Frame {
  readonly size: { width: number; height: number }
  /** What the page is turned by, radians. */
  readonly angle: number
  readonly #window: { left: number; top: number; right: number; bottom: number }
  readonly #turns: number

  constructor(window: { left: number; top: number; right: number; bottom: number }, turns: number) {
    this.#window = window
    this.#turns = ((turns % 4) + 4) % 4
    this.angle = (-this.#turns * Math.PI) / 2
    const [width, height] = [window.right - window.left, window.top - window.bottom]
    this.size = this.#turns % 2 === 0 ? { width, height } : { width: height, height: width }
  }

  /** Points from the left of the page; no pair is made of them, for every character asks. */
  x(x: number, y: number): number {
    const { left, top, right, bottom } = this.#window
    return this.#turns === 0 ? x - left : this.#turns === 1 ? y - bottom : this.#turns === 2 ? right - x : top - y
  }

  /** Points from the top of the page. */
  y(x: number, y: number): number {
    const { left, top, right, bottom } = this.#window
    return this.#turns === 0 ? top - y : this.#turns === 1 ? x - left : this.#turns === 2 ? y - bottom : right - x
  }

  box(left: number, top: number, right: number, bottom: number): { left: number; right: number; top: number; bottom: number } {
    const [x, y, otherX, otherY] = [this.x(left, top), this.y(left, top), this.x(right, bottom), this.y(right, bottom)]
    return { left: Math.min(x, otherX), right: Math.max(x, otherX), top: Math.min(y, otherY), bottom: Math.max(y, otherY) }
  }
}
