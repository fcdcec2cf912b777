/* global document, getComputedStyle, NodeFilter */
// Runs in the browser: lays the flow out on page boxes, breaks blocks inside sentences, puts notes at the foot.
// Plain script on purpose: it is pasted into the page as it is.
;(() => {
  const facts = JSON.parse(document.getElementById('page').textContent)
  const queue = [...document.querySelectorAll('#flow > *')]
  const notes = new Map([...document.querySelectorAll('#notes > *')].map((note) => [note.dataset.note, note]))
  const pages = []
  const element = (name, className, text = '') => {
    const made = document.createElement(name)
    made.className = className
    made.textContent = text
    return made
  }
  let area
  let body
  let foot
  let used = new Set()

  function addPage() {
    const page = element('div', `page ${pages.length === 0 ? 'first' : ''} ${pages.length % 2 === 0 ? 'odd' : 'even'}`)
    const head = element('div', 'head')
    area = element('div', 'area')
    body = element('div', 'body')
    foot = element('div', 'notes')
    area.append(body, foot)
    page.append(head, area, element('div', 'foot'))
    document.body.append(page)
    pages.push(page)
  }

  function showNotes() {
    foot.replaceChildren()
    const wanted = [...body.querySelectorAll('.ref')].map((ref) => ref.dataset.note)
    // Notes without a reference, and those that hang on the symbol, stand on the first page.
    const all = pages.length === 1 ? [...notes.keys()].filter((key) => wanted.includes(key) || !everReferred.has(key)) : wanted
    for (const key of notes.keys())
      if (all.includes(key) && !used.has(key)) {
        if (foot.childElementCount === 0 && !notes.get(key).classList.contains('record')) foot.append(furniture('rule', '__________________'))
        foot.append(notes.get(key).cloneNode(true))
      }
  }
  const everReferred = new Set(queue.flatMap((block) => [...block.querySelectorAll('.ref')].map((ref) => ref.dataset.note)))

  function fits() {
    showNotes()
    const gap = foot.childElementCount > 0 ? 12 : 0
    return body.offsetHeight + foot.offsetHeight + gap <= area.clientHeight
  }

  function furniture(kind, text) {
    const made = element('div', 'f', text)
    made.dataset.kind = kind
    return made
  }

  /** Places in the text of a block where a page may end: `[node, offset]`. */
  function places(block) {
    const list = []
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const closing = /[，。、；：？！）》”’」]/
    const opening = /[（《“‘「第0-9A-Za-z]/
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement.closest('.label, .ref')) continue
      const text = node.data
      for (let i = 1; i < text.length; i++) {
        const before = text[i - 1]
        const han = /[\u4e00-\u9fff，。、；：]/.test(before) && !closing.test(text[i]) && !opening.test(before) && !/[0-9A-Za-z]/.test(text[i])
        if (before === ' ' || han) list.push([node, i])
      }
    }
    return list
  }

  function cut(block, [node, offset]) {
    const half = (className, set) => {
      const range = document.createRange()
      range.selectNodeContents(block)
      set(range)
      const made = block.cloneNode(false)
      made.classList.add(className)
      made.append(range.cloneContents())
      return made
    }
    return [half('first-half', (range) => range.setEnd(node, offset)), half('second-half', (range) => range.setStart(node, offset))]
  }

  /** Fills the page with as much of a block as fits; what is left, or nothing where too little would fit. */
  function fill(block) {
    if (!block.matches('.item, .paragraph')) return undefined
    const list = places(block)
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      const [first] = cut(block, list[middle])
      body.append(first)
      const ok = fits()
      first.remove()
      if (ok) low = middle + 1
      else high = middle
    }
    const place = list[low - 1]
    if (place === undefined) return undefined
    const [first, second] = cut(block, place)
    body.append(first)
    const line = parseFloat(getComputedStyle(first).lineHeight)
    // No single line at the foot of a page.
    if (first.offsetHeight < 1.5 * line) {
      first.remove()
      return undefined
    }
    return second
  }

  addPage()
  while (queue.length > 0) {
    const block = queue.shift()
    const fresh = body.childElementCount === 0
    if ((block.matches('.section.annex, .section.enclosure, .page-break')) && !fresh) {
      closePage()
      addPage()
    }
    body.append(block)
    if (fits()) continue
    block.remove()
    const rest = fill(block)
    if (rest !== undefined) queue.unshift(rest)
    else {
      if (body.childElementCount === 0) throw new Error(`Unexpected block that no page holds: ${block.textContent}`)
      queue.unshift(block)
      while (body.lastElementChild?.matches('.heading, .section')) {
        const heading = body.lastElementChild
        heading.remove()
        queue.unshift(heading)
      }
    }
    closePage()
    addPage()
  }
  closePage()

  function closePage() {
    showNotes()
    for (const note of foot.querySelectorAll('.note')) used.add(note.dataset.note)
  }

  for (const line of document.querySelectorAll('.contents-line')) {
    const target = document.querySelector(`.heading[data-address="${line.dataset.target}"]`)
    line.querySelector('.at').textContent = String(pages.indexOf(target.closest('.page')) + 1)
    const dots = line.querySelector('.dots')
    let filled = ''
    while (dots.scrollWidth <= dots.clientWidth && filled.length < 300) {
      filled = dots.textContent
      dots.textContent += '. '
    }
    dots.textContent = filled.slice(0, -2).trim()
  }

  pages.forEach((page, index) => {
    const number = index + 1
    const head = page.querySelector('.head')
    const foot = page.querySelector('.foot')
    const first = number === 1
    const pair = (left, right) => (number % 2 === 0 ? [left, right] : [right, left])
    if (!first && facts.layout === 'old') {
      for (const symbol of facts.symbols.split('\n')) head.append(furniture('running-head', symbol))
      head.append(furniture('running-head', facts.language), furniture('page-number', `${facts.page} ${number}`))
    } else if (!first) {
      const line = element('div', facts.date === '' ? 'line single' : 'line')
      const symbol = furniture('running-head', facts.symbol)
      symbol.dir = 'ltr'
      line.append(...(facts.date === '' ? [symbol] : pair(symbol, furniture('running-head', facts.date))))
      head.append(line)
    }
    if (first) {
      const job = furniture('job-number', `${facts.job} (${facts.letter})    ${facts.dates}`.trim())
      job.style.whiteSpace = 'pre'
      const bar = furniture('bar-code', facts.bar)
      bar.classList.add('bar')
      foot.append(job, bar)
    } else if (facts.layout === 'old') {
      if (number < pages.length) foot.append(element('div', ''), furniture('continuation', '/...'))
    } else {
      const text = facts.layout === 'geneva' ? String(number) : `${number}/${pages.length}`
      foot.append(...pair(furniture('page-number', text), furniture('job-number', facts.job)))
    }
  })
  if (facts.layout === 'old' && pages.length > 1) pages[0].querySelector('.foot').append(furniture('continuation', '/...'))
  dropUnusedHyphens()

  /** A soft hyphen that ends no line would be printed as a character without width. */
  function dropUnusedHyphens() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const top = (node, at) => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      // The first letter of a line has an empty box on the line before.
      return [...range.getClientRects()].pop().top
    }
    const nodes = []
    while (walker.nextNode()) if (walker.currentNode.data.includes('\u00AD')) nodes.push(walker.currentNode)
    for (const node of nodes) {
      if (node.parentElement.closest('script, style')) continue
      const unused = []
      for (let i = 1; i < node.data.length - 1; i++)
        if (node.data[i] === '\u00AD' && Math.abs(top(node, i - 1) - top(node, i + 1)) < 2) unused.push(i)
      for (const i of unused.reverse()) node.deleteData(i, 1)
    }
  }

  for (const leftover of document.querySelectorAll('#flow, #notes, script')) leftover.remove()
})()
