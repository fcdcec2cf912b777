/** Prints HTML to PDF and takes the text out again with the extractors that people use. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Names of the extractors, as the files are called. */
export const extractors = ['pdftotext', 'layout', 'raw', 'pdfjs'] as const

export type Extractor = (typeof extractors)[number]

const browser = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none']

/** The document as it stands after its scripts have run. */
export function runScripts(html: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'typeset-'))
  const path = join(folder, 'flow.html')
  writeFileSync(path, html)
  return chromium([`--user-data-dir=${folder}`, '--dump-dom', `file://${path}`])
}

/** Prints a document whose pages are laid out; the path of the PDF. */
export function printPdf(html: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'typeset-'))
  const path = join(folder, 'pages.html')
  const pdf = join(folder, 'pages.pdf')
  writeFileSync(path, html)
  chromium([`--user-data-dir=${folder}`, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `file://${path}`])
  return pdf
}

function chromium(options: string[]): string {
  return execFileSync('chromium', [...browser, ...options], { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'ignore'] })
}

/** The text of a PDF, as one extractor gives it. */
export async function extractText(pdf: string, extractor: Extractor): Promise<string> {
  if (extractor === 'pdfjs') return readPdfJs(pdf)
  const options = extractor === 'pdftotext' ? [] : [`-${extractor}`]
  return execFileSync('pdftotext', [...options, '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 })
}

/** pdf.js: items as they come, a line where it says so, a form feed between pages. */
async function readPdfJs(pdf: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await document.destroy()
  return `${pages.join('\n\f')}\n`
}
