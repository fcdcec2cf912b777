/** The style sheet of the side-by-side page: on a screen, in the dark, and on paper. */
import type { LanguageTag } from '../language/tag.ts'
import { pageFilters } from './html-lists.ts'
import { lookStyle } from './look-style.ts'

/** Hides what a filter does not show: the page has no script. */
const filterStyle = pageFilters
  .slice(1)
  .map(([name]) => `body:has(#show-${name}:checked) tbody tr:not(.${name}) { display: none; }`)
  .join('\n')

/** Names of languages in front of their texts where a narrow screen stacks them. */
export function narrowNames(languages: ReadonlyArray<readonly [code: LanguageTag, name: string]>): string {
  const rules = languages.map(([code, name]) => `td[lang="${code}"]::before { content: "${name.replace(/["\\\\<]/gu, '')}"; }`)
  return `@media screen and (max-width: 46rem) {\n${rules.join('\n')}\n}\n`
}

export const htmlStyle = `${lookStyle}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body {
  margin: 0; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 15px/1.55 var(--serif);
}
.page-head, .document-head, footer { padding: 0 1.5rem; }
.page-head { padding-top: 1.25rem; order: -3; }
nav.documents { order: -2; } nav.check, .nothing { order: -1; }
h1, h2, thead, nav, .nothing, .filters, .legend, .facts, .place, footer { font-family: var(--sans); }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.1rem; font-weight: 650; }
.legend, .facts, footer { color: var(--muted); font-size: .8rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .45rem; }
.legend .type { margin: 0; }
.facts > span { display: inline-block; }
.swatch { width: 1.6rem; height: .8rem; border-radius: 2px; border: 1px solid var(--line); }
.swatch.scale { width: 2.6rem; height: 3px; border: 0; background: linear-gradient(90deg, var(--good) 80%, var(--line) 0); }
.swatch.check { width: 3px; border: 0; background: var(--doubt); } .swatch.reviewed { width: 3px; border: 0; background: var(--good); }
.filters { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0 0 .6rem; padding: 0; border: 0; font-size: .8rem; }
.filters legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.filters input { position: absolute; opacity: 0; }
.filters span { display: block; padding: .25rem .6rem; border: 1px solid var(--line); border-radius: 4px; background: var(--raised); cursor: pointer; }
.filters input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
.filters input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 1px; }
nav, .nothing { margin: .9rem 1.5rem 0; font-size: .8rem; }
.nothing { color: var(--muted); }
nav summary { font-weight: 650; cursor: pointer; }
nav ul { columns: 18rem; column-gap: 2rem; margin: .4rem 0 0; padding: 0; list-style: none; }
nav li { break-inside: avoid; line-height: 1.65; } nav li span { color: var(--muted); }
nav a { color: var(--accent); }
.facts { margin: 0 0 .75rem; }
.facts span:not(:last-child)::after { content: "\\00b7"; margin: 0 .5rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
col.place-column { width: 8.5rem; }
thead th {
  position: sticky; top: 0; z-index: 1; padding: .5rem .75rem; background: var(--head);
  border-block: 1px solid var(--line); font-size: .8rem; font-weight: 600; text-align: start;
}
tbody th, tbody td { padding: .5rem .75rem; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody td { border-left: 1px solid var(--line); overflow-wrap: break-word; hyphens: auto; }
tbody tr:target { background: var(--focus); outline: 2px solid var(--accent); outline-offset: -2px; }
tbody tr { scroll-margin-top: 3rem; }
th:first-child { padding-inline-start: 1.5rem; }
.place { text-align: start; font-weight: 400; overflow-wrap: anywhere; font-size: .75rem; line-height: 1.5; }
.doubt .place { box-shadow: inset 3px 0 0 var(--doubt); } .reviewed .place { box-shadow: inset 3px 0 0 var(--good); } .rejected .place { box-shadow: inset 3px 0 0 var(--bad); }
tr:not(.alone) .score::after { content: ""; display: inline-block; width: 2.6rem; height: 3px; margin-inline-start: .4rem; border-radius: 2px; vertical-align: middle; background: linear-gradient(90deg, var(--good) calc(var(--score) * 100%), var(--line) 0); }
.low:not(.alone) .score::after { background: linear-gradient(90deg, var(--doubt) calc(var(--score) * 100%), var(--line) 0); }
.rejected td p { text-decoration: line-through; text-decoration-color: var(--bad); color: var(--muted); }
.place a { display: block; color: var(--accent); text-decoration: none; font-weight: 600; overflow-wrap: anywhere; }
.place a:hover { text-decoration: underline; }
.score, .type, .present { color: var(--muted); font-variant-numeric: tabular-nums; }
.present { display: block; white-space: nowrap; }
.type { margin-inline-start: .4rem; padding: 0 .35rem; border: 1px solid currentColor; border-radius: 999px; white-space: nowrap; }
.reviewed .place a::after { content: " \\2713"; color: var(--good); } .rejected .place a::after { content: " \\2715"; color: var(--bad); }
td p { margin: 0; }
td p + p { margin-top: .35rem; padding-top: .35rem; border-top: 1px dashed var(--line); }
.label { color: var(--muted); margin-inline-end: .35em; }
td.null { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--null) 6px 12px); color: var(--muted); text-align: center; }
.heading td { font-weight: 650; }
.note td, .cell td { font-size: .9em; }
[lang|=ar] { font-family: var(--arabic); font-size: 1.06em; line-height: 1.7; }
[lang|=zh] { font-family: var(--chinese); line-height: 1.7; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding: 0 .1em; }
footer { padding-block: 1.25rem 2.5rem; }
@media screen and (max-width: 46rem) {
  .page-head, .document-head, footer { padding-inline: .9rem; } nav, .nothing { margin-inline: .9rem; }
  table, tbody, tr, tbody td, tbody th { display: block; } thead, colgroup { display: none; }
  tr { border-bottom: 1px solid var(--line); padding-block: .4rem; }
  tbody th, tbody td { border: 0; padding: .2rem .9rem; } th:first-child { padding-inline-start: .9rem; }
  td::before { display: block; font: 600 .7rem/1.6 var(--sans); color: var(--muted); }
  td.null { display: none; }
}
@media screen and (min-width: 46.01rem) and (max-width: 75rem) { .sheet { overflow-x: auto; } table.wide { min-width: 75rem; } thead th { position: static; } }
@page { size: A3 landscape; margin: 11mm; }
@media print {
  .filters, nav.check { display: none; }
  body { display: block; font-size: 9pt; line-height: 1.4; }
  body, tr, td, th, mark, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page-head, .document-head, footer { padding-inline: 0; }
  .sheet { overflow: visible; } table.wide { min-width: 0; }
  thead { display: table-header-group; } thead th { position: static; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
${filterStyle}
`
