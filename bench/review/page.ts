/**
 * How fast the page of a review is with 10,000 rows in six languages: `npm run bench:review` (needs `npm run build` and Debian's
 * chromium). Times of the page are from the key to the layout behind it; those of edits are two, to the
 * layout in which they are seen and to the answer that they are on the disk.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'

const rows = 10_000
const words: Readonly<Record<LanguageCode, string>> = {
  ar: 'يحيط المجلس علما بالتقرير رقم # المقدم من الأمين العام عن أعمال المنظمة في تلك السنة، ويطلب إليه أن يواصل عمله.',
  en: 'The Council takes note of report # of the Secretary-General on the work of the Organization in that year, and requests him to continue.',
  es: 'El Consejo toma nota del informe # del Secretario General sobre la labor de la Organización en ese año, y le pide que continúe.',
  fr: 'Le Conseil prend note du rapport # du Secrétaire général sur l’activité de l’Organisation cette année-là, et le prie de poursuivre.',
  ru: 'Совет принимает к сведению доклад # Генерального секретаря о работе Организации за этот год и просит его продолжать работу.',
  zh: '理事会注意到秘书长关于本组织该年度工作的第#号报告，并请秘书长继续开展工作。'
}

/** A function of the page: milliseconds from a key to the layout in which its edit is seen, and to the answer that it is saved. */
const timed = `async (key, more = {}) => {
    const [said, grid] = ['said', 'grid'].map((id) => document.getElementById(id))
    said.textContent = ''
    const until = (element, isSo) => new Promise((resolve) => { const watch = new MutationObserver(() => { if (isSo()) { watch.disconnect(); resolve() } }); watch.observe(element, { attributes: true, childList: true, characterData: true, subtree: element === said }) })
    const isSaved = until(grid, () => grid.getAttribute('aria-busy') === 'false')
    const isShown = until(said, () => said.textContent !== '')
    const start = performance.now()
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, ...more, bubbles: true, cancelable: true }))
    await isShown
    document.getElementById('sheet').getBoundingClientRect()
    const shown = performance.now() - start
    await isSaved
    const saved = performance.now() - start
    await new Promise((next) => requestAnimationFrame(next))
    return [shown, saved] }`

/** A function of the page: a key that is not timed. */
const press = "(key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))"

/** Steps of `edits`. */
const oneKey = (key: string): string => `times.push(await timed('${key}'))`
const atCaret = "press('s'); document.activeElement.setSelectionRange(20, 20); times.push(await timed('Enter', { ctrlKey: true }))"
const mergeAndSplit = "times.push(await timed('m')); times.push(await timed('s'))"

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-bench-'))
const memory = path.join(folder, 'bench.jsonl')
const units = Array.from({ length: rows }, (_, index) => ({
  type: 'unit',
  id: `${index + 1}#1`,
  granularity: 'sentence',
  block: 'paragraph',
  address: String(index + 1),
  versions: Object.fromEntries(languageCodes.map((code) => [code, { segments: [words[code].replace('#', String(1000 + index))], addresses: [`${index + 1}#1`] }])),
  score: index % 10 === 5 ? 0.5 : 0.98,
  by: 'sentence'
}))
writeFileSync(memory, [{ type: 'document', versions: Object.fromEntries(languageCodes.map((language) => [language, { language, file: `${language}.txt` }])) }, ...units].map((line) => `${JSON.stringify(line)}\n`).join(''))

const program = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../dist/cli.js'), 'review', memory, '--source', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] })
const url = await new Promise<string>((done) => {
  let said = ''
  program.stderr.on('data', (piece: Buffer) => {
    said += piece.toString()
    const found = /review (http\S+)/.exec(said)?.[1]
    if (found !== undefined) done(found)
  })
})
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page.waitForSelector('body[data-ready]')
  const first = await page.evaluate<number>("performance.getEntriesByName('first-rows')[0].startTime")
  say('first rows', [first])
  for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'n', 'ArrowRight', 'End', 'Home']) say(`key ${key}`, await keys(page, key, 60))
  for (const key of ['m', 'z', 'a', 'd', 'z', 'l']) sayEdits(`edit ${key}`, await edits(page, 30, oneKey(key)))
  sayEdits('split at a caret', await edits(page, 30, atCaret))
  // With the original unlocked all versions are merged, and parted again.
  await page.keyboard.press('o')
  const both = await edits(page, 30, mergeAndSplit)
  sayEdits('merge in all', both.filter((_, index) => index % 2 === 0))
  sayEdits('split in all', both.filter((_, index) => index % 2 === 1))
  await page.keyboard.press('o')
  for (const place of [4000, 6001]) {
    await go(page, place)
    await edits(page, 1, oneKey('l'))
  }
  const realignments: number[] = []
  for (let round = 0; round < 10; round++) {
    for (const place of [4200, 4900, 5100, 5600, 5900]) {
      await go(page, place + 7 * round)
      await page.keyboard.press('ArrowRight')
      await edits(page, 1, oneKey('d'))
    }
    await go(page, 5000)
    realignments.push(await realign(page, 'G'))
  }
  // The first one waits until the aligner has read the document.
  say('realign, first', realignments.splice(0, 1))
  say('realign 2000', realignments)
  say('search', await page.evaluate<number[]>(`(async () => {
    const field = document.getElementById('search'); const times = []
    for (const text of ['9', '99', '999', '']) { const start = performance.now(); field.value = text; field.dispatchEvent(new Event('input')); await new Promise((done) => setTimeout(done, 400)); times.push(performance.now() - start - 400) }
    return times })()`))
} finally {
  await browser.close()
  program.kill('SIGTERM')
  rmSync(folder, { recursive: true })
}

/** Milliseconds from a key to the layout that comes of it. */
function keys(page: Page, key: string, times: number): Promise<number[]> {
  return page.evaluate<number[]>(`(async () => {
    const times = []
    for (let count = 0; count < ${times}; count++) {
      const start = performance.now()
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))
      document.getElementById('sheet').getBoundingClientRect()
      times.push(performance.now() - start)
      await new Promise((done) => requestAnimationFrame(done))
    }
    return times })()`)
}

/** Times of an edit of another row each time: the page does `steps` with what it gives, a list of `[shown, saved]`. */
function edits(page: Page, times: number, steps: string): Promise<number[][]> {
  return page.evaluate<number[][]>(`(async () => {
    const times = []; const [timed, press] = [${timed}, ${press}]
    for (let count = 0; count < ${times}; count++) { press('ArrowDown'); ${steps} }
    return times })()`)
}

function sayEdits(what: string, times: readonly number[][]): void {
  say(what, times.map(([shown = 0]) => shown))
  say('  saved', times.map(([, saved = 0]) => saved))
}

/** Goes to a row by its id. */
async function go(page: Page, row: number): Promise<void> {
  await page.evaluate(`(async () => { const field = document.getElementById('search'); field.value = '${String(row)}#1'; field.dispatchEvent(new Event('input')); await new Promise((done) => setTimeout(done, 200)); field.value = ''; field.dispatchEvent(new Event('input')); await new Promise((done) => setTimeout(done, 200)) })()`)
  await page.locator('.cell.here').focus()
}

/** Milliseconds from Shift and a key to the layout behind the answer of the aligner. */
function realign(page: Page, key: string): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const said = document.getElementById('said'); said.textContent = ''
    const start = performance.now()
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, shiftKey: true, bubbles: true, cancelable: true }))
    await new Promise((resolve) => { const watch = new MutationObserver(() => { if (!['', 'The aligner is at work…'].includes(said.textContent)) { watch.disconnect(); resolve() } }); watch.observe(said, { childList: true, characterData: true, subtree: true }) })
    document.getElementById('sheet').getBoundingClientRect()
    return performance.now() - start })()`)
}

function say(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
  console.log(`${what.padEnd(16)} p50 ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)} ms`)
}
