/** The page of what was found: a table by kind, the gravest first; no script, nothing from elsewhere. */
import { traitsOf } from '../language/tag.ts'
import { lookStyle } from '../write/look-style.ts'
import { escapeText, startTag, textElement } from '../write/xml.ts'
import { isRepaired } from './amend-unit.ts'
import { isDoubting } from './check-memory.ts'
import { countKinds, placeOf, textOf, type CheckReport } from './report.ts'

/** Faults of a kind that the page shows; the table as TSV has all. */
const mostShown = 500

const style = `${lookStyle}
* { box-sizing: border-box; }
body { margin: 0; padding: 1.25rem 1.5rem 3rem; background: var(--paper); color: var(--ink); font: 15px/1.55 var(--serif); }
h1, h2, thead, nav, .facts, .place { font-family: var(--sans); }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; font-weight: 650; } h2 { margin: 2rem 0 .25rem; font-size: 1.1rem; font-weight: 650; }
.facts { margin: 0 0 .75rem; color: var(--muted); font-size: .85rem; }
nav ul { margin: .4rem 0; padding: 0; list-style: none; columns: 16rem; font-size: .85rem; } nav a { color: var(--accent); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .4rem .75rem; vertical-align: top; text-align: start; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { background: var(--head); font-size: .8rem; font-weight: 600; } col.place-column { width: 11rem; } col.seen-column { width: 13rem; }
.place { font-size: .75rem; font-weight: 400; color: var(--muted); } .seen { font-size: .85rem; }
td { hyphens: auto; } td.fault { box-shadow: inset 3px 0 0 var(--doubt); } td[dir=rtl].fault { box-shadow: inset -3px 0 0 var(--doubt); }
[lang|=ar] { font-family: var(--arabic); font-size: 1.06em; } [lang|=zh] { font-family: var(--chinese); }
@media screen and (max-width: 62rem) {
  table, tbody, tr, td, tbody th { display: block; } thead, colgroup { display: none; }
  tr { padding-block: .4rem; border-bottom: 1px solid var(--line); } th, td { padding-block: .2rem; border: 0; } td:empty { display: none; }
  td[data-name]::before { display: block; content: attr(data-name); font: 600 .7rem/1.6 var(--sans); color: var(--muted); }
}
`

export function checkPage(report: CheckReport): string {
  const { name, check } = report
  const kinds = countKinds(check).filter(({ units }) => units.length > 0)
  const doubtful = new Set(check.faults.filter(isDoubting).map(({ unit }) => unit)).size
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="hexapla">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    `<title>${escapeText(name)}: what is wrong</title>\n<style>${style}</style>\n</head>\n<body>\n`,
    `<header>\n${textElement('h1', {}, name)}\n${textElement('p', { class: 'facts' }, `${check.units} units in ${check.languages.map((code) => traitsOf(code).name).join(', ')}; ${doubtful} doubtful`)}\n`,
    kinds.length === 0 ? '<p>Nothing was found.</p>\n' : `<nav aria-label="Kinds of faults"><ul>\n${kinds.map(({ kind, units }) => `<li>${startTag('a', { href: `#${kind.name}` })}${escapeText(kind.title)}</a> ${units.length}</li>\n`).join('')}</ul></nav>\n`,
    '</header>\n<main>\n',
    ...kinds.map(({ kind }) => section(report, kind)),
    '</main>\n</body>\n</html>\n'
  ].join('')
}

function section(report: CheckReport, { name, title, meaning }: ReturnType<typeof countKinds>[number]['kind']): string {
  const { check, units, fix } = report
  const faults = check.faults.filter(({ kind }) => kind === name).toSorted((a, b) => b.sure - a.sure || a.unit - b.unit)
  const rows = faults.slice(0, mostShown).map((fault) => {
    const checked = units[fault.unit]
    const cells = check.languages.map((code) => {
      const text = textOf(checked?.unit, code)
      return textElement('td', { lang: code, dir: traitsOf(code).direction, 'data-name': traitsOf(code).name, ...(fault.languages.includes(code) ? { class: 'fault' } : {}) }, text)
    })
    const seen = `${fault.evidence}${isRepaired(fault, fix) ? ' (repaired)' : ''}`
    return `<tr>${textElement('th', { scope: 'row', class: 'place' }, `${fault.unit + 1}, ${placeOf(checked)}, ${fault.sure}`)}${textElement('td', { class: 'seen' }, seen)}${cells.join('')}</tr>\n`
  })
  const heads = [
    ...['Unit', 'What was seen'].map((head) => textElement('th', { scope: 'col' }, head)),
    ...check.languages.map((code) => textElement('th', { scope: 'col', ...(traitsOf(code).direction === 'rtl' ? { dir: 'rtl' } : {}) }, traitsOf(code).name))
  ].join('')
  const more = faults.length > mostShown ? `${textElement('p', { class: 'facts' }, `${faults.length - mostShown} more are in the table that --report FILE.tsv writes.`)}\n` : ''
  return `${startTag('section', { id: name })}\n${textElement('h2', {}, title)}\n${textElement('p', { class: 'facts' }, `${meaning}; ${faults.length} found`)}\n<table>\n<colgroup><col class="place-column"><col class="seen-column"></colgroup>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n${more}</section>\n`
}
