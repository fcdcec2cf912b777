/** The page of a review. The program has the rows and does the edits; the page shows them, and knows where the reviewer is. */
import { openExport, openKeys } from './dialogs.js'
import { EditQueue } from './edit-queue.js'
import { foretold } from './foretold.js'
import { actionOf } from './keys.js'
import { List } from './list.js'
import { PrintedPage } from './printed-page.js'
import { headElement, renumberElement, rowElement } from './row-element.js'
import { openTextField } from './text-field.js'
import { number, say, turnTongue, writeWords } from './wording.js'

const at = (id) => document.getElementById(id)
const [sheet, grid, head, holder] = ['sheet', 'grid', 'head', 'rows'].map(at)

/** What is known of the review, all of its rows, and those that are shown. */
let review
let rows = []
let view = []
/** Where the reviewer is: a row, a column among all languages, a segment. */
let here = { row: undefined, column: 0, segment: 0 }
let isFree = false
const hidden = new Set()
const seen = new Set()
let fresh = []

const keyOf = (row) => Object.values(row.cells)[0]?.[0]?.[0]
const shownLanguages = () => review.languages.filter((_, index) => !hidden.has(index))
const columnLanguage = () => review.languages[here.column].tag
const segmentsHere = () => here.row?.cells[columnLanguage()] ?? []

/** Filters by name. */
const filters = {
  all: () => true,
  doubtful: (row) => row.doubtful,
  oneSided: (row) => row.oneSided,
  numbersDiffer: (row) => row.numbersDiffer,
  edited: (row) => row.edited,
  unseen: (row) => !seen.has(keyOf(row)) || row === here.row,
  rejected: (row) => row.status === 'rejected'
}

const list = new List(
  sheet,
  holder,
  (row) => {
    const element = rowElement(row, places.get(row) ?? 0, shownLanguages())
    if (row === here.row) mark(element)
    return element
  },
  (element, row) => renumberElement(element, places.get(row) ?? 0),
  (row) => {
    const columns = shownLanguages()
    const isNarrow = sheet.clientWidth < 736
    const width = isNarrow ? sheet.clientWidth : (sheet.clientWidth - 116) / columns.length
    const lines = columns.map(({ tag }) => (row.cells[tag] ?? []).reduce((sum, segment) => sum + Math.ceil((segment[1].length * (tag === 'zh' ? 15 : 7.3)) / Math.max(60, width - 24)), 0) || 1)
    return isNarrow ? lines.reduce((sum, count) => sum + count * 23 + 28, 30) : Math.max(66, Math.max(...lines) * 23 + 14)
  }
)
/** The number of each row among all. */
let places = new Map()

async function ask(path, body) {
  try {
    const text = JSON.stringify(body)
    // What was asked for goes on its way when the page is closed; browsers allow that for 64 KB.
    const answer = await fetch(path, text === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: text, keepalive: text.length < 16_000 })
    if (answer.status === 409) location.reload()
    if (!answer.ok) throw new Error(await answer.text())
    // That a row was seen says nothing of an edit that is on its way.
    if (path !== '/api/seen') at('saved').textContent = say().saved
    document.querySelector('.foot').classList.remove('broken')
    return await answer.json()
  } catch (error) {
    document.querySelector('.foot').classList.add('broken')
    at('said').textContent = error instanceof TypeError ? say().offline : String(error.message).trim()
    throw error
  }
}

const printedPage = new PrintedPage(ask)
const followPage = () => printedPage.follow(here.row, columnLanguage(), here.segment)

function tell(text) {
  at('said').textContent = text
}

const queue = new EditQueue({
  rows: () => rows,
  put,
  busy: (isBusy) => grid.setAttribute('aria-busy', String(isBusy)),
  saving: () => { at('saved').textContent = say().saving },
  failed: () => { at('saved').textContent = '' },
  did: (op) => tell(say().did[op] ?? ''),
  refused: (why) => tell(say().refused[why]),
  settled: (can) => { Object.assign(review, can); count() }
})

/** Which of all rows are shown. */
function filter() {
  const wanted = at('search').value.trim().toLocaleLowerCase()
  const passes = filters[at('filter').value] ?? filters.all
  const tags = shownLanguages().map(({ tag }) => tag)
  const has = (row) => row.id.toLowerCase() === wanted || tags.some((tag) => row.cells[tag]?.some((segment) => segment[1].toLocaleLowerCase().includes(wanted)))
  view = rows.filter((row) => passes(row) && (wanted === '' || has(row)))
  at('empty').hidden = view.length > 0
  at('empty').textContent = say().none
}

/** Shows the rows as they are; those in front of one have the places that they had. */
function show(from = 0) {
  if (from === 0) places = new Map()
  for (let index = from; index < rows.length; index++) places.set(rows[index], index)
  filter()
  list.keep(here.row)
  list.set(view)
  count()
}

function count() {
  const left = rows.reduce((sum, row) => sum + (row.doubtful ? 1 : 0), 0)
  const isAll = view.length === rows.length
  at('count').textContent = [left === 0 ? say().done(number(rows.length)) : say().left(number(left), number(rows.length)), isAll ? '' : say().found(number(view.length))].filter(Boolean).join(' · ')
  at('undo').disabled = !review.undo
  at('redo').disabled = !review.redo
  grid.setAttribute('aria-rowcount', String(rows.length + 1))
  grid.setAttribute('aria-colcount', String(shownLanguages().length + 1))
  const place = places.get(here.row)
  at('where').textContent = place === undefined ? '' : say().row(number(place + 1), number(rows.length))
}

/** Shows in a row's element where the reviewer is. */
function mark(element) {
  element.classList.add('here')
  const column = shownLanguages().indexOf(review.languages[here.column])
  const cell = element.querySelector(`.cell[data-column="${column}"]`)
  if (!cell) return
  cell.classList.add('here')
  cell.tabIndex = 0
  cell.querySelector(`[data-segment="${here.segment}"]`)?.classList.add('here')
}

/** Goes to a row, column and segment, and puts the focus there. */
function go(row, { column = here.column, segment = 0, place = 'near', focus = true } = {}) {
  if (row === undefined) return
  const old = list.elementOf(here.row)
  for (const element of old ? [old, ...old.querySelectorAll('.here')] : []) element.classList.remove('here')
  if (old) for (const cell of old.querySelectorAll('.cell')) cell.tabIndex = -1
  here = { row, column, segment: Math.max(0, Math.min(segment, (row.cells[review.languages[column].tag]?.length ?? 1) - 1)) }
  list.keep(row)
  const index = view.indexOf(row)
  if (index >= 0) list.reveal(index, place)
  const element = list.elementOf(row)
  if (element) {
    mark(element)
    if (focus) element.querySelector('.cell.here')?.focus({ preventScroll: true })
  }
  followPage()
  const key = keyOf(row)
  if (!seen.has(key)) {
    seen.add(key)
    fresh.push(key)
    if (fresh.length === 1) setTimeout(sendSeen, 1500)
  }
  at('where').textContent = say().row(number((places.get(row) ?? 0) + 1), number(rows.length))
}

function sendSeen() {
  const keys = fresh.splice(0, 1000)
  if (keys.length > 0) void ask('/api/seen', { keys }).catch(() => undefined)
}

/** Puts rows in place of others, and stays with the segment. */
function put(changes, op) {
  const key = segmentsHere()[here.segment]?.[0] ?? keyOf(here.row)
  const [oldView, language] = [view.indexOf(here.row), columnLanguage()]
  // Places are counted before it all: the last is changed first.
  for (const { at: from, removed, inserted } of changes.toReversed()) rows.splice(from, removed.length, ...inserted)
  const inserted = changes.flatMap((change) => change.inserted)
  // Who has gone on to a field meanwhile stays there.
  const focus = op !== undefined || holder.contains(document.activeElement)
  const holds = (row) => Object.values(row.cells).some((segments) => segments.some((segment) => segment[0] === key))
  const holdsInColumn = (row) => row.cells[language]?.some((segment) => segment[0] === key)
  const next = inserted.find(holdsInColumn) ?? inserted.find(holds) ?? inserted[0] ?? rows[Math.min(changes[0]?.at ?? 0, rows.length - 1)]
  const gone = changes.flatMap((change) => change.removed)
  const isHereGone = gone.includes(here.row)
  for (const row of gone) places.delete(row)
  if (isHereGone || op === 'undo' || op === 'redo') here = { ...here, row: next }
  show(changes[0]?.at)
  const target = view.includes(here.row) ? here.row : (view[Math.min(Math.max(0, oldView), view.length - 1)] ?? here.row)
  go(target, { focus, segment: (target.cells[language] ?? []).findIndex((segment) => segment[0] === key) })
}

/** Does an edit in its turn; resolves when it is shown. */
function edit(op, more = {}) {
  return new Promise((shown) => {
    void queue.inTurn(async () => {
      const key = more.key ?? segmentsHere()[here.segment]?.[0] ?? keyOf(here.row)
      if (key === undefined) return
      // The aligner reads a document once, which takes a while.
      if (op.startsWith('realign')) tell(say().aligning)
      const language = columnLanguage()
      const languages = review.languages.map(({ tag }) => tag)
      const change = foretold({ op, rows, at: places.get(here.row), key, language, original: isFree ? undefined : review.original, languages, ...more })
      await queue.perform(op, change && [change], () => ask('/api/edit', { op, key, language, free: isFree, ...more }), shown)
    }).then(shown)
  })
}

const step = (op) => queue.inTurn(() => queue.perform(op, queue.foretold(op), () => ask(`/api/${op}`, {})))

/** The next doubtful row below, then from the top; none where no one is left. */
function toDoubtful(direction) {
  const start = places.get(here.row) ?? -1
  for (let offset = 1; offset <= rows.length; offset++) {
    const row = rows[(start + direction * offset + rows.length * 2) % rows.length]
    if (!row.doubtful || row === here.row) continue
    if (!view.includes(row)) {
      at('filter').value = 'all'
      at('search').value = ''
      show()
    }
    return go(row, { place: 'middle' })
  }
  tell(say().noMore)
}

function vertical(direction) {
  const segment = here.segment + direction
  if (segment >= 0 && segment < segmentsHere().length) return go(here.row, { segment })
  const index = view.indexOf(here.row) + direction
  const row = view[index]
  if (row) go(row, { segment: direction < 0 ? (row.cells[columnLanguage()]?.length ?? 1) - 1 : 0 })
}

function horizontal(direction) {
  const shown = review.languages.map((_, index) => index).filter((index) => !hidden.has(index))
  const column = shown[shown.indexOf(here.column) + direction]
  if (column !== undefined) go(here.row, { column })
}

function toggle(status) {
  return edit('mark', { status: here.row.status === status ? 'machine' : status })
}

/** The text of a segment in a field, in its place. */
function editText() {
  const row = here.row
  const segment = segmentsHere()[here.segment]
  const paragraph = list.elementOf(row)?.querySelector('.cell.here .segment.here')
  if (!segment || !paragraph) return
  if (row.locked) return tell(say().refused.locked)
  const { column, segment: index } = here
  openTextField(paragraph, segment[1], {
    name: review.languages[column].name,
    measured: () => list.remeasure(row),
    ended: ({ text, caret }) => {
      list.remake(row)
      go(row, { column, segment: index })
      if (text !== undefined) void edit('text', { text })
      if (caret !== undefined) void edit('split-text', { caret })
    }
  })
}

function splitHere() {
  if (segmentsHere().length === 0) return tell(say().refused.edge)
  if (segmentsHere().length > 1) return edit('split', { key: segmentsHere()[Math.max(1, here.segment)][0] })
  if (columnLanguage() === review.original && !isFree) return tell(say().refused.original)
  editText()
  tell(say().caret)
}

function columns() {
  const shown = shownLanguages()
  grid.style.setProperty('--columns', String(shown.length))
  grid.classList.toggle('six', shown.length > 3)
  head.replaceChildren(headElement(shown, review.original))
}

function hide(column) {
  if (column >= review.languages.length) return
  if (!hidden.delete(column) && hidden.size < review.languages.length - 1) hidden.add(column)
  if (hidden.has(here.column)) here.column = review.languages.findIndex((_, index) => !hidden.has(index))
  columns()
  list.refresh()
  show()
  go(here.row)
}

function togglePrinted() {
  if (review.printed.length === 0) return tell(say().notPrinted)
  printedPage.toggle()
  followPage()
}

async function exportTo(format) {
  let written = []
  await queue.inTurn(async () => { written = (await ask('/api/export', { to: format })).files })
  return written
}

const actions = {
  next: () => toDoubtful(1), previous: () => toDoubtful(-1),
  accept: async () => { if (here.row.status !== 'reviewed') await edit('mark', { status: 'reviewed' }); toDoubtful(1) },
  up: () => vertical(-1), down: () => vertical(1), left: () => horizontal(-1), right: () => horizontal(1),
  pageUp: () => go(view[list.pageFrom(view.indexOf(here.row), -1)]), pageDown: () => go(view[list.pageFrom(view.indexOf(here.row), 1)]),
  first: () => go(view[0]), last: () => go(view.at(-1)),
  merge: () => edit('merge'), mergeAbove: () => edit('merge-above'), split: splitHere, moveUp: () => edit('move-up'), moveDown: () => edit('move-down'),
  detach: () => edit('detach'), swap: () => edit('swap'), edit: editText, realign: () => edit('realign'), realignAll: () => edit('realign-all'),
  reviewed: () => toggle('reviewed'), doubtful: () => toggle('doubtful'), rejected: () => toggle('rejected'), machine: () => edit('mark', { status: 'machine' }),
  lock: () => edit(here.row.locked ? 'unlock' : 'lock'),
  free: () => { isFree = !isFree; at('free').setAttribute('aria-pressed', String(isFree)); tell(isFree ? say().freed : say().kept) },
  printed: togglePrinted,
  undo: () => step('undo'), redo: () => step('redo'), export: () => openExport(review.formats, exportTo), help: openKeys,
  search: () => at('search').focus(), filter: () => at('filter').focus()
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return
  const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement
  if (inField) {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.target.id !== '')) {
      event.preventDefault()
      go(view.includes(here.row) ? here.row : view[0])
    }
    return
  }
  const found = actionOf(event)
  if (!found || (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' '))) return
  event.preventDefault()
  if (found.action === 'hide') hide(found.column)
  else if (here.row !== undefined) void actions[found.action]()
})

holder.addEventListener('mousedown', (event) => {
  if (event.target instanceof HTMLTextAreaElement) return
  const cell = event.target.closest('.cell')
  const row = [...view].find((each) => list.elementOf(each)?.contains(event.target))
  if (!row) return
  const column = cell ? review.languages.indexOf(shownLanguages()[Number(cell.dataset.column)]) : here.column
  go(row, { column, segment: Number(event.target.closest('.segment')?.dataset.segment ?? 0) })
})
holder.addEventListener('dblclick', () => editText())
for (const name of ['next', 'undo', 'redo', 'free', 'printed', 'export']) at(name).addEventListener('click', () => void actions[name]())
at('help').addEventListener('click', openKeys)
at('tongue').addEventListener('click', () => {
  turnTongue()
  options()
  columns()
  list.refresh()
  show()
})
at('filter').addEventListener('change', () => { show(); go(view.includes(here.row) ? here.row : view[0], { focus: false }) })
let typing
at('search').addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(() => { show(); if (view.length > 0) go(view.includes(here.row) ? here.row : view[0], { focus: false }) }, 120)
})
for (const dialog of document.querySelectorAll('dialog')) dialog.addEventListener('close', () => go(here.row))
addEventListener('pagehide', () => { if (fresh.length > 0) void fetch('/api/seen', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ keys: fresh.slice(0, 1000) }) }) })

function options() {
  const chosen = at('filter').value || 'all'
  at('filter').replaceChildren(...Object.keys(filters).map((name) => Object.assign(document.createElement('option'), { value: name, textContent: say()[name] })))
  at('filter').value = chosen
}

async function start() {
  writeWords()
  options()
  review = await ask('/api/review')
  for (const key of review.seen) seen.add(key)
  printedPage.offer(review.printed)
  document.title = `${review.title} – hexapla`
  at('title').textContent = review.title
  at('title').title = review.title
  grid.setAttribute('aria-label', review.title)
  here.column = Math.max(0, review.languages.findIndex(({ tag }) => tag !== review.original))
  columns()
  // What is seen first is asked for first.
  rows = await ask('/api/rows?from=0&count=80')
  show()
  go(rows[0])
  performance.mark('first-rows')
  const pieces = []
  for (let from = rows.length; from < review.rows; from += 2000) pieces.push(ask(`/api/rows?from=${from}&count=2000`))
  for (const piece of await Promise.all(pieces)) rows.push(...piece)
  if (pieces.length > 0) show()
  document.body.dataset.ready = 'true'
}

void start()
