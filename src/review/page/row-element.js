/** One row of the sheet as elements. Texts are put in as text, never as markup. */
import { number, say } from './wording.js'

function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

/** The head of the columns. */
export function headElement(languages, original) {
  const row = element('div', 'row head-row')
  row.setAttribute('role', 'row')
  row.setAttribute('aria-rowindex', '1')
  const place = element('div', 'place')
  place.setAttribute('role', 'columnheader')
  place.append(element('span', '', say().number))
  row.append(place)
  languages.forEach(({ tag, name, direction }, index) => {
    const cell = element('div', 'column-head')
    cell.setAttribute('role', 'columnheader')
    cell.dataset.column = String(index)
    cell.dir = direction
    const title = element('span', '', name)
    title.lang = tag
    cell.append(title)
    if (tag === original) cell.append(element('span', 'original', say().original))
    row.append(cell)
  })
  return row
}

/** Quiet signs of what kind of block a row is of. */
const blocks = { heading: 'H', paragraph: '¶', item: '•', note: '†', cell: '⊞', dateline: '◷', signature: '✎' }
const signs = { machine: '', doubtful: '?', reviewed: '✓', corrected: '✓', rejected: '✕' }

/** A row; its cells are found by `data-column`, its segments by `data-segment`. */
export function rowElement(row, index, languages) {
  const made = element('div', classesOf(row))
  made.setAttribute('role', 'row')
  made.setAttribute('aria-rowindex', String(index + 2))
  made.append(placeElement(row, index))
  languages.forEach((language, column) => made.append(cellElement(row, language, column)))
  return made
}

/** Tells a row's element its number among all, from 0. */
export function renumberElement(made, index) {
  made.setAttribute('aria-rowindex', String(index + 2))
  made.querySelector('.number').textContent = number(index + 1)
}

function classesOf(row) {
  return ['row', row.block, row.status, row.doubtful ? 'to-check' : '', row.locked ? 'locked' : '', row.edited ? 'edited' : ''].filter(Boolean).join(' ')
}

function placeElement(row, index) {
  const place = element('div', 'place')
  place.setAttribute('role', 'rowheader')
  const name = element('bdi', 'number', number(index + 1))
  const facts = element('span', 'facts')
  if (row.score !== undefined) {
    const score = element('bdi', 'score', number(Math.floor(row.score * 100 + 1e-9) / 100, 2))
    score.title = say().score
    const meter = element('span', 'meter')
    meter.append(element('span', ''))
    // The width is set by the object model: the policy of the page allows no style in markup.
    meter.firstChild.style.inlineSize = `${Math.round(row.score * 100)}%`
    meter.dataset.low = String(row.low)
    facts.append(score, meter)
  }
  const state = element('span', 'state', `${signs[row.status] ?? row.status}${row.locked ? ' ⚿' : ''}`)
  state.title = [say().status[row.status] ?? row.status, row.locked ? say().locked : ''].filter(Boolean).join(', ')
  const spoken = element('span', 'unseen', ` ${state.title}${row.doubtful ? `, ${say().doubtful}` : ''}`)
  const id = element('span', 'id')
  const kind = element('span', 'kind', blocks[row.block] ?? '')
  kind.title = say().blocks[row.block] ?? row.block
  id.append(kind, element('bdi', '', row.id))
  id.title = row.id
  place.append(name, state, spoken, id, facts)
  return place
}

function cellElement(row, { tag, direction, name }, column) {
  const segments = row.cells[tag]
  const cell = element('div', segments ? 'cell' : 'cell null')
  cell.setAttribute('role', 'gridcell')
  cell.tabIndex = -1
  cell.dataset.column = String(column)
  cell.dataset.name = name
  if (!segments) {
    cell.append(element('span', 'none', '∅'), element('span', 'unseen', say().empty))
    return cell
  }
  cell.lang = tag
  cell.dir = direction
  segments.forEach((segment, index) => cell.append(segmentElement(segment, index, direction)))
  return cell
}

function segmentElement([, text, figures, label, page], index, direction) {
  const paragraph = element('p', 'segment')
  paragraph.dataset.segment = String(index)
  // `1-` and `p. 1` stand as the text around them does: left alone, what has no letters goes from left to right.
  const aside = (name, inside) => Object.assign(element('bdi', name, inside), { dir: direction })
  if (label) paragraph.append(aside('label', label))
  const body = element('span', 'text')
  let from = 0
  for (let at = 0; at < figures.length; at += 2) {
    body.append(text.slice(from, figures[at]))
    const mark = element('mark', '', text.slice(figures[at], figures[at + 1]))
    mark.title = say().lacks
    body.append(mark)
    from = figures[at + 1]
  }
  body.append(text.slice(from))
  paragraph.append(body)
  if (page) paragraph.append(aside('page', `${say().page} ${page}`))
  return paragraph
}
