/** The style sheet of the side-by-side page: on a screen, in the dark, and on paper. */
import { lookStyle } from './look-style.ts'

export const htmlStyle = `${lookStyle}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 var(--serif);
}
.page-head, .document-head, footer { padding: 0 1.5rem; }
.page-head { padding-top: 1.75rem; }
h1, h2, thead, .legend, .facts, .place, footer { font-family: var(--sans); }
h1 { margin: 0 0 .35rem; font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.1rem; font-weight: 650; }
.legend, .facts, footer { color: var(--muted); font-size: .8rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .45rem; }
.swatch { width: 1.6rem; height: .8rem; border-radius: 2px; border: 1px solid var(--line); }
.swatch.scale { width: 4.5rem; border: 0; background: linear-gradient(90deg, hsl(0 62% 50%), hsl(60 62% 46%), hsl(130 45% 42%)); }
.facts { margin: 0 0 .75rem; }
.facts span + span::before { content: "\\00b7"; margin: 0 .5rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
col.place-column { width: 8.5rem; }
thead th {
  position: sticky; top: 0; z-index: 1; padding: .5rem .75rem; background: var(--head);
  border-block: 1px solid var(--line); font-size: .8rem; font-weight: 600; text-align: start;
}
tbody th, tbody td { padding: .5rem .75rem; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody td { border-left: 1px solid var(--line); overflow-wrap: break-word; hyphens: auto; }
tbody tr {
  --hue: calc(var(--score) * 130);
  background: hsl(var(--hue) 70% 50% / calc((1 - var(--score)) * .28));
}
tbody tr.alone { background: none; --hue: 220; }
tbody tr.alone .place { box-shadow: inset 4px 0 0 var(--line); }
tbody tr:target { outline: 2px solid var(--accent); outline-offset: -2px; }
th:first-child { padding-inline-start: 1.5rem; }
.place { text-align: start; font-weight: 400; font-size: .75rem; line-height: 1.5; box-shadow: inset 4px 0 0 hsl(var(--hue) 55% 45%); }
.place a { display: block; color: var(--accent); text-decoration: none; font-weight: 600; overflow-wrap: anywhere; }
.place a:hover { text-decoration: underline; }
.score, .type, .present { color: var(--muted); font-variant-numeric: tabular-nums; }
.present { margin-inline-start: .4rem; white-space: nowrap; }
.type { margin-inline-start: .4rem; padding: 0 .35rem; border: 1px solid currentColor; border-radius: 999px; white-space: nowrap; }
.corrected .score::after { content: " \\2713"; color: hsl(130 45% 42%); }
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
@media screen and (max-width: 75rem) { .sheet { overflow-x: auto; } table.wide { min-width: 75rem; } thead th { position: static; } }
@page { size: A3 landscape; margin: 11mm; }
@media print {
  body { font-size: 9pt; line-height: 1.4; }
  body, tr, td, th, mark, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page-head, .document-head, footer { padding-inline: 0; }
  .sheet { overflow: visible; } table.wide { min-width: 0; }
  thead { display: table-header-group; } thead th { position: static; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`
