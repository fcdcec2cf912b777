/** A list of thousands of rows of which those in sight are in the page. Heights are guessed first, then measured. */

/** Pixels beyond what is in sight that are made at once, and a little later. */
const near = 120
const far = 700

export class List {
  #scroller
  #holder
  #make
  #renumber
  #items = []
  #tops = new Float64Array(1)
  /** Heights by item at this width: as measured, or as guessed until then. */
  #heights = new WeakMap()
  #guesses = new WeakMap()
  #shown = new Map()
  #kept
  #guess
  #frame = 0
  #rest
  /** On paper there is no sight to be in. */
  #isWhole = false

  /**
   * @param scroller the element that scrolls
   * @param holder where the rows are put
   * @param make an item and its place in the list to an element
   * @param renumber tells an element its place among all
   * @param guess an item to its likely height
   */
  constructor(scroller, holder, make, renumber, guess) {
    this.#scroller = scroller
    this.#holder = holder
    this.#make = make
    this.#renumber = renumber
    this.#guess = guess
    scroller.addEventListener('scroll', () => this.#later(), { passive: true })
    let width = scroller.clientWidth
    new ResizeObserver(() => {
      // Another height changes no row.
      if (scroller.clientWidth === width) this.#later()
      else this.refresh()
      width = scroller.clientWidth
    }).observe(scroller)
    addEventListener('beforeprint', () => this.#print(true))
    addEventListener('afterprint', () => this.#print(false))
  }

  get length() {
    return this.#items.length
  }

  /** Other items; those that are there still keep their elements. */
  set(items) {
    const old = this.#items
    let start = 0
    while (start < items.length && items[start] === old[start]) start++
    let end = 0
    while (end < items.length - start && end < old.length - start && items[items.length - 1 - end] === old[old.length - 1 - end]) end++
    const [last, lastOld, oldTops] = [items.length - end, old.length - end, this.#tops]
    const tops = new Float64Array(items.length + 1)
    tops.set(oldTops.subarray(0, start + 1))
    for (let at = start; at < last; at++) tops[at + 1] = tops[at] + this.#heightOf(items[at])
    // Those at the end are as far from each other as they were.
    const moved = tops[last] - oldTops[lastOld]
    for (let at = 1; at <= end; at++) tops[last + at] = oldTops[lastOld + at] + moved
    this.#items = items
    this.#tops = tops
    this.#holder.style.blockSize = `${tops[items.length]}px`
    this.render()
  }

  /** Makes the element of a row anew. */
  remake(item) {
    this.#shown.get(item)?.element.remove()
    this.#shown.delete(item)
    this.#heights.delete(item)
    this.render()
  }

  /** Makes all elements anew, for another width or other words; the row with the focus stays in sight. */
  refresh() {
    const [at, { scrollTop, clientHeight }] = [this.#kept === undefined ? -1 : this.#items.indexOf(this.#kept), this.#scroller]
    const isSeen = at >= 0 && this.#tops[at + 1] > scrollTop && this.#tops[at] < scrollTop + clientHeight
    this.#heights = new WeakMap()
    this.#guesses = new WeakMap()
    for (const [, shown] of this.#shown) shown.element.remove()
    this.#shown.clear()
    this.#measure()
    this.render()
    if (isSeen) this.reveal(at, 'middle')
  }

  /** The element of an item is kept when it is out of sight, for it has the focus. */
  keep(item) {
    this.#kept = item
  }

  elementOf(item) {
    return this.#shown.get(item)?.element
  }

  /** Another height of a row whose element was changed. */
  remeasure(item) {
    const shown = this.#shown.get(item)
    if (shown === undefined) return
    this.#heights.set(item, shown.element.offsetHeight)
    this.#measure(shown.at, shown.at + 1)
    this.render()
  }

  /** Scrolls so that a row is in sight, with some of its neighbours. */
  reveal(index, place = 'near') {
    const { clientHeight, scrollTop } = this.#scroller
    const top = this.#tops[index]
    const bottom = this.#tops[index + 1]
    const margin = Math.min(120, clientHeight / 5)
    if (place === 'middle' && (top < scrollTop + margin || bottom > scrollTop + clientHeight - margin)) this.#scroller.scrollTop = Math.max(0, top - clientHeight * 0.35)
    else if (top < scrollTop + 8) this.#scroller.scrollTop = Math.max(0, top - margin)
    else if (bottom > scrollTop + clientHeight - this.#head - 8) this.#scroller.scrollTop = Math.min(top - 8, bottom - clientHeight + this.#head + margin)
    this.render()
  }

  /** Rows of a page of the screen. */
  pageFrom(index, direction) {
    const wanted = this.#tops[index] + direction * this.#scroller.clientHeight * 0.85
    return Math.min(this.length - 1, Math.max(0, this.#find(wanted)))
  }

  get #head() {
    return this.#holder.offsetTop
  }

  #print(isWhole) {
    this.#isWhole = isWhole
    this.render()
  }

  #later() {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => { this.#frame = 0; this.render() })
  }

  /** Adds up the heights of items from one up to another; those behind keep their own, and move as one. */
  #measure(from = 0, to = this.#items.length) {
    const tops = this.#tops
    const old = tops[to]
    for (let at = from; at < to; at++) tops[at + 1] = tops[at] + this.#heightOf(this.#items[at])
    const moved = tops[to] - old
    if (moved !== 0) for (let at = to + 1; at < tops.length; at++) tops[at] += moved
    this.#holder.style.blockSize = `${tops[this.#items.length]}px`
  }

  #heightOf(item) {
    const known = this.#heights.get(item) ?? this.#guesses.get(item)
    if (known !== undefined) return known
    const guessed = this.#guess(item)
    this.#guesses.set(item, guessed)
    return guessed
  }

  #find(offset) {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#tops[middle + 1] <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Puts what is in sight into the page, and, once the browser has time, what is near it. */
  render() {
    this.#renderUpTo(near)
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#renderUpTo(far), 40)
  }

  #renderUpTo(overscan) {
    for (let round = 0; round < 4; round++) if (!this.#renderOnce(overscan)) return
  }

  /** Puts new elements among the others in the order of the list: so they are read aloud, selected and printed. */
  #insert() {
    let next = null
    for (const { element } of [...this.#shown.values()].sort((a, b) => b.at - a.at)) {
      if (element.parentNode !== this.#holder) this.#holder.insertBefore(element, next)
      next = element
    }
  }

  /** Puts the rows in sight into the page; whether heights were other than thought. */
  #renderOnce(overscan) {
    const { scrollTop, clientHeight } = this.#scroller
    const anchor = this.#find(scrollTop)
    const first = this.#isWhole ? 0 : this.#find(Math.max(0, scrollTop - overscan))
    const last = this.#isWhole ? this.#items.length : this.#find(scrollTop + clientHeight + overscan)
    const wanted = new Map()
    for (let at = first; at <= last && at < this.#items.length; at++) wanted.set(this.#items[at], at)
    if (this.#kept !== undefined && !wanted.has(this.#kept)) {
      const at = this.#items.indexOf(this.#kept)
      if (at >= 0) wanted.set(this.#kept, at)
    }
    for (const [item, { element, at }] of this.#shown) {
      // What is there already stays as long as it is near.
      if (wanted.has(item) || (this.#items[at] === item && this.#tops[at] > scrollTop - 2 * far && this.#tops[at] < scrollTop + clientHeight + 2 * far)) continue
      element.remove()
      this.#shown.delete(item)
    }
    const fresh = []
    for (const [item, at] of wanted) {
      let shown = this.#shown.get(item)
      if (shown === undefined) {
        shown = { element: this.#make(item, at), at, top: -1 }
        this.#shown.set(item, shown)
        fresh.push([item, shown])
      } else if (shown.at !== at) {
        this.#renumber(shown.element, item)
        shown.at = at
      }
    }
    if (fresh.length > 0) this.#insert()
    for (const [, shown] of this.#shown) {
      if (shown.top === this.#tops[shown.at]) continue
      shown.top = this.#tops[shown.at]
      shown.element.style.transform = `translateY(${shown.top}px)`
    }
    let [lowest, highest] = [Infinity, 0]
    for (const [item, { element, at }] of fresh) {
      const height = element.offsetHeight
      if (this.#heights.get(item) === height) continue
      this.#heights.set(item, height)
      lowest = Math.min(lowest, at)
      highest = Math.max(highest, at)
    }
    if (lowest === Infinity) return false
    const before = this.#tops[anchor]
    this.#measure(lowest, highest + 1)
    // What is in sight stays where it is.
    const shift = this.#tops[anchor] - before
    if (shift !== 0) this.#scroller.scrollTop = scrollTop + shift
    return true
  }
}
