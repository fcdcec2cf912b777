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

  point(x: number, y: number): { x: number; y: number } {
    const { left, top, right, bottom } = this.#window
    switch (this.#turns) {
      case 1:
        return { x: y - bottom, y: x - left }
      case 2:
        return { x: right - x, y: y - bottom }
      case 3:
        return { x: top - y, y: right - x }
      default:
        return { x: x - left, y: top - y }
    }
  }

  box(left: number, top: number, right: number, bottom: number): { left: number; right: number; top: number; bottom: number } {
    const one = this.point(left, top)
    const other = this.point(right, bottom)
    return { left: Math.min(one.x, other.x), right: Math.max(one.x, other.x), top: Math.min(one.y, other.y), bottom: Math.max(one.y, other.y) }
  }
}
