/** A source as HTML: a flow of blocks and a store of notes that `paginate.browser.js` lays out on pages. */
import { inline, escapeHtml } from './inline.ts'
import { mastheadHtml } from './masthead.ts'
import { factOf, factsOf, sentenceGap, type SourceBlock, type SourceDocument } from '../../evaluation/corpus/read-source.ts'
import { languages } from '../../src/language/code.ts'
import { pageWordings } from '../../evaluation/corpus/page-wording.ts'

/** The whole page, scripts included. */
export function renderHtml(document: SourceDocument, style: string, script: string): string {
  const { language } = document
  const notes = document.blocks.filter((block) => block.kind === 'note').map((block) => noteHtml(block, document))
  const blocks = document.blocks.filter((block) => block.kind !== 'note')
  // The contents stand below the title.
  const titles = blocks.findIndex((block) => block.kind !== 'heading' || (block.depth ?? 1) > 1)
  const flow = blocks.map((block) => blockHtml(block, document))
  flow.splice(titles, 0, contentsHtml(document))
  const layout = factOf(document, 'layout') ?? 'new-york'
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : language}" dir="${languages[language].direction}"><meta charset="utf-8"><style>${style}</style>
<body class="${layout} ${language}"><div id="flow">${mastheadHtml(document)}${flow.join('\n')}</div><div id="notes">${notes.join('\n')}</div>
<script type="application/json" id="page">${JSON.stringify(pageFacts(document))}</script><script>${script}</script></body></html>`
}

/** What the foot and the head of each page print. */
function pageFacts(document: SourceDocument): Record<string, string> {
  const wording = pageWordings[document.language]
  const job = factOf(document, 'job') ?? ''
  return {
    layout: factOf(document, 'layout') ?? 'new-york',
    symbol: factsOf(document, 'symbol').join('–'),
    symbols: factsOf(document, 'symbol').join('\n'),
    job,
    letter: wording.letter,
    dates: factOf(document, 'job-dates') ?? '',
    bar: `*${job.replace(/\D/g, '')}*`,
    language: wording.name,
    page: wording.pageNumber,
    date: factOf(document, 'record-date') ?? ''
  }
}

/** Address of the container of a block, with its slash: `annex1/`. */
function containerOf(address: string): string {
  const match = /^(?:(?:annex|appendix|enclosure|part)\d+\/)+/.exec(address)
  return match?.[0] ?? ''
}

function blockHtml(block: SourceBlock, document: SourceDocument): string {
  const container = containerOf(block.address)
  const plain = block.kind === 'heading' || block.kind === 'dateline'
  const text = inline(clean(block.marked, document), document.language, container, !plain)
  const data = `data-address="${block.address}"`
  switch (block.kind) {
    case 'section':
      return `<div class="b section ${block.role ?? ''}" ${data}></div>`
    case 'heading':
      return `<div class="b heading d${String(block.depth ?? 1)}${block.label === undefined ? ' bare' : ''}" ${data}>${labelHtml(block)}<span class="t">${text}</span></div>`
    case 'item':
      return `<div class="b item i${String(block.address.slice(container.length).split('/').length)}" ${data}>${labelHtml(block)}${text}</div>`
    case 'table':
      return `<table class="b${holdsFigures(block) ? '' : ' words'}" ${data}>${rowsHtml(block, document)}</table>`
    case 'signature':
      return `<div class="b signature" ${data}>${linesOf(block.marked).map((line) => `<div>${inline(line, document.language, container, false)}</div>`).join('')}</div>`
    default:
      return `<div class="b ${block.kind} ${block.role ?? ''}" ${data}>${text}</div>`
  }
}

function noteHtml(block: SourceBlock, document: SourceDocument): string {
  const container = containerOf(block.address)
  const star = block.marker?.startsWith('*') === true
  const mark = block.marker === undefined ? '' : star ? `${block.marker} ` : `<sup>${block.marker}</sup> `
  return `<div class="note ${block.role ?? ''}" data-note="${container}${block.marker ?? ''}">${mark}${inline(clean(block.marked, document), document.language, container)}</div>`
}

function labelHtml(block: SourceBlock): string {
  return block.label === undefined ? '' : `<span class="label">${escapeHtml(block.label)}</span> `
}

/** The marks of sentences and units out. */
function clean(marked: string, document: SourceDocument): string {
  return marked.split(/ [|~] /).filter((unit) => unit !== '∅').join(sentenceGap(document.language))
}

function linesOf(marked: string): string[] {
  return marked.split(/ [|~] /).filter((unit) => unit !== '∅')
}

/** Whether the last column is one of figures, which stand at its end. */
function holdsFigures({ rows }: SourceBlock): boolean {
  return rows.slice(1).every((row) => /^[\d.,\u00A0–-]+$/.test(row.at(-1) ?? ''))
}

function rowsHtml(block: SourceBlock, document: SourceDocument): string {
  return block.rows
    .map((row, r) => {
      const tag = r === 0 ? 'th' : 'td'
      return `<tr>${row.map((cell) => `<${tag}>${inline(cell, document.language, '', false)}</${tag}>`).join('')}</tr>`
    })
    .join('')
}

/** The contents page, where the source asks for one: headings with a label, their paragraphs, dot leaders, pages. */
function contentsHtml(document: SourceDocument): string {
  if (factOf(document, 'contents') === undefined) return ''
  const wording = pageWordings[document.language]
  const headings = document.blocks.filter((block) => block.kind === 'heading' && block.label !== undefined)
  const lines = headings.map((heading) => {
    const range = paragraphsUnder(heading, document)
    return `<div class="b contents-line d${String(heading.depth ?? 1)}" data-target="${heading.address}"><span class="t">${escapeHtml(`${heading.label ?? ''} ${heading.text}`)} </span><span class="dots"></span><span class="range" dir="ltr">${range}</span><span class="at"></span></div>`
  })
  return `<div class="b contents-title">${escapeHtml(wording.contents)}</div><div class="b contents-head"><span></span><span>${escapeHtml(wording.paragraphs)}</span><span>${escapeHtml(wording.page)}</span></div>${lines.join('')}<div class="b page-break"></div>`
}

function paragraphsUnder(heading: SourceBlock, document: SourceDocument): string {
  const start = document.blocks.indexOf(heading)
  const numbers: string[] = []
  for (const block of document.blocks.slice(start + 1)) {
    if (block.kind === 'heading' && (block.depth ?? 1) <= (heading.depth ?? 1)) break
    if (/^\d+$/.test(block.address)) numbers.push(block.address)
  }
  const first = numbers[0] ?? ''
  const last = numbers[numbers.length - 1] ?? ''
  return first === last ? first : `${first}–${last}`
}
