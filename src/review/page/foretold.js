/**
 * What an edit will make of the rows, so that it is seen before the program has answered. The program has the last word: where it
 * says otherwise its rows take the place of these. What it would refuse, and what only it can tell, is not foretold.
 */

const settled = new Set(['reviewed', 'corrected', 'rejected'])

/** Versions in the order in which a row is named after the first segment of one; the same as the program's. */
const order = ['en', 'fr', 'es', 'ru', 'zh', 'ar']

/** A score for what nobody has scored; the same as the program's. */
const unscored = 0.5

const ops = {
  mark: ({ row, status, languages }) => !row.locked && row.status !== status && one(row, [judged({ ...row, status, edited: true }, languages)]),
  lock: ({ row, languages }) => !row.locked && one(row, [judged({ ...row, locked: true }, languages)]),
  unlock: ({ row, languages }) => row.locked && one(row, [judged({ ...row, locked: false }, languages)]),
  merge: (edit) => merged(edit, 0),
  'merge-above': (edit) => merged(edit, -1),
  split: (edit) => edit.segments && !edit.row.locked && divided(edit, edit.segments, edit.segment),
  'split-text': (edit) => {
    const own = edit.language !== edit.original && edit.segments && !edit.row.locked && cutAt(edit.segments, edit.segment, edit.caret)
    return own && divided(edit, own, edit.segment + 1)
  },
  'move-up': (edit) => {
    const rows = edit.segments && edit.language !== edit.original && neighbours(edit, -1)
    return rows && moved(edit, rows, -1, [...(rows[0].cells[edit.language] ?? []), ...edit.segments.slice(0, edit.segment + 1)], edit.segments.slice(edit.segment + 1))
  },
  'move-down': (edit) => {
    const rows = edit.segments && edit.language !== edit.original && neighbours(edit, 0)
    return rows && moved(edit, rows, 0, edit.segments.slice(0, edit.segment), [...edit.segments.slice(edit.segment), ...(rows[1].cells[edit.language] ?? [])])
  }
}

/**
 * The change of an edit: `{ at, removed, inserted }`, two lists of rows; `undefined` where it is not foretold.
 *
 * @param edit its `op`, all `rows`, the index `at` of its row, the `language` of its cell, the `key` of its segment, the `original` that
 * is neither split nor merged, if any, the tags of all `languages`, and `status` or `caret` where the edit has one
 */
export function foretold(edit) {
  const row = edit.rows[edit.at]
  const segments = row?.cells[edit.language]
  const segment = segments?.findIndex(([key]) => key === edit.key) ?? -1
  const change = row && ops[edit.op]?.({ ...edit, row, segment, segments: segment < 0 ? undefined : segments })
  return change ? { at: edit.at + (change.offset ?? 0), removed: change.removed, inserted: change.inserted } : undefined
}

/** Whether two rows are shown in the same way. */
export function isSameRow(a, b) {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name]))
}

const one = (row, inserted) => ({ removed: [row], inserted })

function neighbours({ rows, at }, offset) {
  const pair = [rows[at + offset], rows[at + offset + 1]]
  return pair[0] && pair[1] && pair[0].document === pair[1].document && !pair[0].locked && !pair[1].locked ? pair : undefined
}

function merged(edit, offset) {
  const pair = neighbours(edit, offset)
  if (!pair) return undefined
  const [above, below] = pair
  const { language, original } = edit
  if (!above.cells[original] || !below.cells[original]) {
    const tags = [...new Set([...Object.keys(above.cells), ...Object.keys(below.cells)])]
    const cells = Object.fromEntries(tags.map((tag) => [tag, [...(above.cells[tag] ?? []), ...(below.cells[tag] ?? [])]]))
    return { offset, removed: pair, inserted: [made(cells, pair, edit.languages)] }
  }
  const taken = pair[offset + 1].cells[language]
  if (language === original || !taken) return undefined
  const all = [...(above.cells[language] ?? []), ...(below.cells[language] ?? [])]
  return offset === 0 ? moved(edit, pair, offset, all, []) : moved(edit, pair, offset, [], all)
}

/** A row in two in front of a segment; other versions at the same place, near it, or not at all. */
function divided({ row, language, languages }, own, cut) {
  if (cut < 1 || cut >= own.length) return undefined
  const [above, below] = [{}, {}]
  for (const [tag, cell] of Object.entries(row.cells)) {
    const all = tag === language ? own : cell
    const near = Math.min(all.length - 1, Math.max(1, Math.round((cut / own.length) * all.length)))
    const at = tag === language || all.length === own.length ? cut : all.length < 2 ? all.length : near
    above[tag] = all.slice(0, at)
    if (at < all.length) below[tag] = all.slice(at)
  }
  return one(row, [made(above, [row], languages), made(below, [row], languages)])
}

/** Two rows with other segments in a language; a row without any segment is gone. */
function moved({ language, languages }, pair, offset, above, below) {
  const inserted = [above, below].flatMap((segments, index) => {
    const all = { ...pair[index].cells, [language]: segments }
    const cells = Object.fromEntries(Object.entries(all).filter(([, each]) => each.length > 0))
    return Object.keys(cells).length === 0 ? [] : [made(cells, index === 0 ? pair : pair.toReversed(), languages)]
  })
  return { offset, removed: pair, inserted }
}

function cutAt(segments, index, caret) {
  const [key, text, figures, label, page] = segments[index]
  const left = text.slice(0, caret).trimEnd()
  const right = text.slice(caret).trimStart()
  if (left === '' || right === '') return undefined
  const from = text.length - right.length
  const [before, after] = [figures.filter((place) => place <= left.length), figures.filter((place) => place >= from).map((place) => place - from)]
  return [...segments.slice(0, index), [key, left, before, label, page], [`${key}+${caret}`, right, after, '', 0], ...segments.slice(index + 1)]
}

/** The address in the key of a segment. */
const addressOf = ([key], language) => key.slice(key.lastIndexOf(`${language}:`) + language.length + 1).split('+', 1)[0]

/** A row of the segments of others: named after its first segment, as sure as the least sure of them. */
function made(cells, from, languages) {
  const opening = [...order, ...Object.keys(cells)].find((tag) => cells[tag])
  const first = cells[opening][0]
  const address = addressOf(first, opening)
  const parent = from.find((row) => row.cells[opening]?.some((segment) => addressOf(segment, opening) === address)) ?? from[0]
  const isPair = Object.keys(cells).length > 1
  const scores = from.flatMap((row) => row.score ?? [])
  const statuses = new Set(from.map(({ status }) => status))
  return judged(
    {
      ...parent,
      id: parent.id.includes('#') ? address : address.split('#', 1)[0],
      cells,
      score: isPair ? Math.min(...(scores.length === 0 ? [unscored] : scores)) : undefined,
      low: isPair && (scores.length === 0 || from.some(({ low }) => low)),
      status: statuses.size === 1 ? parent.status : 'machine',
      locked: false,
      edited: true
    },
    languages
  )
}

/** A row with what there is to doubt. Which numbers differ the program will tell. */
function judged(row, languages) {
  const oneSided = languages.some((tag) => !row.cells[tag])
  const numbersDiffer = Object.values(row.cells).some((segments) => segments.some((segment) => segment[2].length > 0))
  const isDoubted = !settled.has(row.status) && (oneSided || numbersDiffer || row.low)
  return { ...row, oneSided, numbersDiffer, doubtful: row.status === 'doubtful' || (isDoubted && !row.locked) }
}
