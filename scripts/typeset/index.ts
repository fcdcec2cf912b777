/**
 * Typesets the corpus and extracts it again: `npx tsx scripts/typeset/index.ts [document …] [--keep=folder]`.
 *
 * Needs Debian's chromium, poppler-utils, fonts-liberation, fonts-noto-core and fonts-noto-cjk, and pdfjs-dist.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { languageCodes } from '../../src/language/code.ts'
import { extractors, extractText, printPdf, runScripts } from './extract.ts'
import { readFurniture, type PageFurniture } from '../../evaluation/corpus/read-furniture.ts'
import { readSource } from '../../evaluation/corpus/read-source.ts'
import { renderHtml } from './render-html.ts'

const here = import.meta.dirname
const corpus = join(here, '../../corpus')
const options = process.argv.slice(2)
const keep = options.find((option) => option.startsWith('--keep='))?.slice('--keep='.length)
const only = options.filter((option) => !option.startsWith('--'))
const style = readFileSync(join(here, 'page.css'), 'utf8')
const script = readFileSync(join(here, 'paginate.browser.js'), 'utf8')

const folders = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'en.source')) && (only.length === 0 || only.includes(name)))
for (const name of folders) await typeset(join(corpus, name))

async function typeset(folder: string): Promise<void> {
  const target = join(folder, 'extracts')
  mkdirSync(target, { recursive: true })
  const furniture: Record<string, PageFurniture[]> = {}
  for (const language of languageCodes) {
    const path = join(folder, `${language}.source`)
    if (!existsSync(path)) continue
    const pages = runScripts(renderHtml(readSource(readFileSync(path, 'utf8')), style, script))
    furniture[language] = readFurniture(pages)
    const pdf = printPdf(pages)
    if (keep !== undefined) copyFileSync(pdf, join(keep, `${basename(folder)}.${language}.pdf`))
    for (const extractor of extractors) writeFileSync(join(target, `${language}.${extractor}.txt`), await extractText(pdf, extractor))
  }
  writeFileSync(join(target, 'furniture.json'), `${JSON.stringify(furniture, undefined, 1)}\n`)
}
