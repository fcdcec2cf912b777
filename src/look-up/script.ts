/**
 * The script of the look-up page, as it is sent: it asks as fast as somebody types, and only the last answer is shown.
 * Texts come in as text, never as markup.
 */
export const lookUpScript = `const $ = (id) => document.getElementById(id)
const [form, text, status, hits] = ['form', 'text', 'status', 'hits'].map($)
let traits = new Map()
let running
let isPartial = false

function make(name, className, ...inside) {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(...inside)
  return element
}

/** A paragraph of a language, in its direction. */
function paragraph(language, inside) {
  const text = make('span', '', ...inside)
  text.lang = language
  text.dir = traits.get(language)?.direction ?? 'auto'
  const whole = make('p', '', make('span', 'code', language), ' ', text)
  whole.dir = text.dir
  return whole
}

/** A text with some of its places marked. */
function markedAt(text, places) {
  const pieces = []
  let from = 0
  for (const [start, end] of places) {
    pieces.push(text.slice(from, start), make('mark', '', text.slice(start, end)))
    from = end
  }
  return [...pieces, text.slice(from)]
}

/** The text of a match with what differs from the text asked for. */
function marked({ text, changes = [], places = [] }, asked) {
  if (places.length > 0) return markedAt(text, places)
  const pieces = []
  let from = 0
  for (const { kind, found, asked: place } of changes) {
    pieces.push(text.slice(from, found[0]))
    if (kind !== 'added') pieces.push(make('del', '', asked.slice(...place)), ' ')
    if (kind !== 'removed') pieces.push(make('ins', '', text.slice(...found)))
    from = found[1]
  }
  return [...pieces, text.slice(from)]
}

async function copy(value) {
  await navigator.clipboard.writeText(value)
  status.textContent = 'copied'
}

function button(label, value) {
  const made = make('button', '', label)
  made.type = 'button'
  made.addEventListener('click', () => copy(value))
  return made
}

/** What replaces a unit; in which languages, where it is not in all. */
function replacements({ replacedBy, texts }) {
  const by = new Map()
  for (const [code, name] of Object.entries(replacedBy)) by.set(name, [...(by.get(name) ?? []), code])
  const isWhole = Object.keys(texts).every((code) => replacedBy[code])
  return [...by].map(([name, codes]) => (isWhole ? '' : codes.join(', ') + ' ') + 'replaced by ' + name)
}

function unitOf(unit, from, to) {
  const targets = Object.entries(unit.texts).filter(([code]) => code !== from && (!to || code === to))
  const target = targets.map(([, value]) => value).join('\\n')
  const [place, date] = [unit.citation || unit.name, unit.date ? ' (' + unit.date + ')' : '']
  const citation = (place + date).trim()
  // A label in Arabic would turn round the date behind it.
  const cited = [make('bdi', '', place), date].filter(Boolean)
  const where = make('p', 'where')
  if (unit.symbol) {
    const link = make('a', '', ...cited)
    link.href = 'https://undocs.org/' + unit.symbol.split('/').map(encodeURIComponent).join('/')
    link.rel = 'noreferrer'
    link.target = '_blank'
    where.append(link)
  } else where.append(...(citation ? cited : [unit.id]))
  const notes = [unit.id, unit.page && !unit.citation && 'p. ' + unit.page, unit.score !== null && 'score ' + Math.floor(unit.score * 100 + 1e-9) / 100, unit.status !== 'machine' && unit.status, ...replacements(unit), ...unit.amendedBy.map((by) => 'amended by ' + by)]
  where.append(' ' + notes.filter(Boolean).join(', '), button('copy', target), button('cite', target + ' (' + citation + ')'))
  const made = make('div', 'unit', ...targets.map(([code, value]) => paragraph(code, markedAt(value, unit.translated[code] ?? []))), where)
  made.tabIndex = 0
  made.addEventListener('keydown', (event) => {
    if (event.target !== made || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') copy(target)
    if (event.key === 'c') copy(target + ' (' + citation + ')')
  })
  return made
}

function show(found, asked, to) {
  hits.replaceChildren(...found.map((match) => {
    const kind = match.kind === 'numbers' ? ', but for numbers or case' : ''
    const score = match.score === undefined ? [] : [make('p', 'score', Math.floor(match.score * 100) + ' %' + kind)]
    return make('article', '', ...score, paragraph(match.language, marked(match, asked)), ...match.units.slice(0, 8).map((unit) => unitOf(unit, match.language, to)))
  }))
}

async function answer(kind, query, signal) {
  const response = await fetch('/api/' + kind + '?' + query, { signal })
  if (!response.ok) throw new Error(await response.text())
  isPartial = response.headers.get('x-partial') === '1'
  return response.json()
}

async function ask() {
  running?.abort()
  const own = (running = new AbortController())
  const data = new FormData(form)
  const asked = String(data.get('q')).trim()
  const kind = data.get('kind')
  data.delete('kind')
  data.set('q', asked)
  history.replaceState(null, '', '#' + new URLSearchParams([...data, ['kind', kind]]))
  if (asked === '') {
    status.textContent = ''
    hits.replaceChildren()
    return
  }
  try {
    const query = new URLSearchParams([...data].filter(([, value]) => value !== ''))
    let found = await answer(kind, query, own.signal)
    // A word or two are like no text: whoever types them wants texts that have them.
    const isFallback = kind === 'find' && found.length === 0
    if (isFallback) found = await answer('concordance', query, own.signal)
    const few = found.length + (found.length === 1 ? ' text' : ' texts')
    status.textContent = found.length === 0 ? 'nothing found' : (isFallback ? 'no text is like it; ' + few + ' with these words' : few) + (isPartial ? ', of the last ones with these words' : '')
    show(found, asked, data.get('to'))
  } catch (error) {
    if (error.name !== 'AbortError') status.textContent = error.message
  }
}

let waiting
function askSoon() {
  clearTimeout(waiting)
  waiting = setTimeout(ask, 80)
}

form.addEventListener('input', askSoon)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask()
})
document.addEventListener('keydown', (event) => {
  const isTyping = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
  if (event.key === '/' && !isTyping) {
    event.preventDefault()
    text.focus()
  }
  if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  event.preventDefault()
  const all = [...document.querySelectorAll('.unit')]
  const at = all.indexOf(document.activeElement)
  all[event.key === 'ArrowDown' ? Math.min(all.length - 1, at + 1) : Math.max(0, at - 1)]?.focus()
})

const languages = await (await fetch('/api/languages')).json()
traits = new Map(languages.map((language) => [language.code, language]))
for (const id of ['from', 'to']) $(id).append(...languages.map(({ code, name }) => new Option(name, code)))
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const field = form.elements[name]
  if (field?.type === 'checkbox') field.checked = value === '1'
  else if (field) field.value = value
}
text.focus()
ask()
`
