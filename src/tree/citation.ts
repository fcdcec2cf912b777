import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, Unit } from './unit.ts'

/** `A/RES/70/1, p. 3, para. 12 (b)`: what a translator cites. The page is the source's. */
export function citation(unit: Unit, document: DocumentRecord, languages: readonly LanguageTag[]): string {
  const pages = languages.flatMap((code) => unit.versions[code]?.page ?? [])
  return [document.symbol, pages[0] === undefined ? undefined : `p. ${pages[0]}`, place(unit, languages)]
    .filter((piece) => piece !== undefined && piece !== '')
    .join(', ')
}

/** What the letters of addresses without a number stand for; `address.ts` gives them. */
const steps: Readonly<Record<string, string>> = {
  annex: 'annex',
  appendix: 'appendix',
  article: 'article',
  enclosure: 'enclosure',
  part: 'part',
  rule: 'rule',
  b: 'bullet',
  d: 'dateline',
  h: 'heading',
  l: 'line',
  n: 'note',
  p: 'unnumbered para.',
  s: 'signature',
  t: 'table'
}

/** What was last said of an address: units of a document come file by file, each in several. */
let last: { address: string; label: string | undefined; place: string } = { address: '', label: undefined, place: '' }

function place({ address, versions }: Unit, languages: readonly LanguageTag[]): string {
  const label = languages.map((code) => versions[code]?.label).find((each) => each !== undefined)
  if (last.address !== address || last.label !== label) last = { address, label, place: placeOf(address, label) }
  return last.place
}

/** `annex 1, para. 9 (c)` for the address `annex1/9/3`; a step that has no such form stays as it is. */
function placeOf(address: string, label: string | undefined): string {
  const path = address.split('/')
  const pieces: string[] = []
  let levels = 0
  let inTable = 0
  for (const [index, step] of path.entries()) {
    const [, letters = '', number = ''] = /^([a-z]*)(\d+)$/u.exec(step) ?? []
    const name = steps[letters]
    if (name !== undefined) {
      pieces.push(`${name} ${number}`)
      if (letters === 't') inTable = 1
      else levels = 0
    } else if (number === '') {
      if (step !== '') pieces.push(step)
    } else if (inTable > 0) {
      pieces.push(`${inTable === 1 ? 'row' : 'cell'} ${number}`)
      inTable += 1
    } else {
      const own = index === path.length - 1 ? label : undefined
      if (levels === 0) pieces.push(`para. ${number}`)
      else pieces.push(`${pieces.pop() ?? ''} ${own ?? itemLabel(number, levels)}`)
      levels += 1
    }
  }
  return pieces.join(', ')
}

/** `(c)` for the third item below a paragraph, `(iii)` below an item. */
function itemLabel(ordinal: string, level: number): string {
  const number = Number(ordinal)
  if (level === 1 && number >= 1 && number <= 26) return `(${String.fromCharCode(96 + number)})`
  if (level === 2 && number >= 1 && number <= 39) return `(${roman(number)})`
  return `(${ordinal})`
}

function roman(number: number): string {
  const tens = 'x'.repeat(Math.floor(number / 10))
  return tens + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]
}
