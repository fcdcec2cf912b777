/** The page of a review in Chromium: without a mouse from start to an exported memory, killed, foreign markup, contrast, speed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import type { Unit } from '../../src/tree/unit.ts'
import { recordOf, unitOf } from '../write-support.ts'
import { describeWith, inFolder, run } from './tool-support.ts'

const command = resolve(import.meta.dirname, '../../dist/cli.js')

const sentences: Readonly<Record<LanguageCode, (number: number) => string>> = {
  ar: (n) => `يحيط المجلس علما بالتقرير رقم ${n} المقدم من الأمين العام عن أعمال المنظمة.`,
  en: (n) => `The Council takes note of report ${n} of the Secretary-General on the work of the Organization.`,
  es: (n) => `El Consejo toma nota del informe ${n} del Secretario General sobre la labor de la Organización.`,
  fr: (n) => `Le Conseil prend note du rapport ${n} du Secrétaire général sur l’activité de l’Organisation.`,
  ru: (n) => `Совет принимает к сведению доклад ${n} Генерального секретаря о работе Организации.`,
  zh: (n) => `理事会注意到秘书长关于本组织工作的第${n}号报告。`
}

/** Rows in six languages: every tenth of a low score, every hundredth without a version. */
function unitsOf(count: number): Unit[] {
  return Array.from({ length: count }, (_, index) => {
    const languages = index % 100 === 50 ? languageCodes.filter((code) => code !== 'es') : languageCodes
    return unitOf(`${index + 1}#1`, Object.fromEntries(languages.map((code) => [code, sentences[code](1000 + index)])), { score: index % 10 === 5 ? 0.5 : 0.98 })
  })
}

async function memoryIn(folder: string, units: readonly Unit[]): Promise<string> {
  const file = join(folder, 'note.jsonl')
  await writeFile(file, [{ type: 'document', ...recordOf(languageCodes) }, ...units.map((unit) => ({ type: 'unit', ...unit }))].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

interface Program {
  child: ChildProcess
  url: string
}

/** The command in a process of its own, once it listens. */
async function start(file: string | readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [command, 'review', ...(typeof file === 'string' ? [file, '--source', 'en'] : file)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString()
      const found = /review (http\S+)/.exec(said)?.[1]
      if (found !== undefined) done(found)
    })
    child.on('exit', () => {
      fail(new Error(said))
    })
  })
  return { child, url }
}

async function withPage(file: string | readonly string[], work: (page: Page, program: Program) => Promise<void>, size = { width: 1440, height: 900 }): Promise<void> {
  const program = await start(file)
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    const page = await browser.newPage({ viewport: size, locale: 'en-GB' })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(program.url)
    await page.waitForSelector('body[data-ready]')
    await work(page, program)
    expect(errors).toEqual([])
  } finally {
    await browser?.close()
    program.child.kill('SIGKILL')
  }
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForSelector('#grid:not([aria-busy="true"])', { state: 'attached' })
    await page.waitForTimeout(40)
  }
}
const textHere = (page: Page): Promise<string> => page.locator('.cell.here').innerText()
const saidOf = (page: Page): Promise<string> => page.locator('#said').innerText()
const countOf = (page: Page): Promise<string> => page.locator('#count').innerText()

describeWith(['chromium'], 'A review in Chromium', () => {
  it('shows the printed page of a row, its boxes marked', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const files = resolve(import.meta.dirname, '../../corpus/decision-tide-gauge-calendar/files')
      await withPage([join(files, 'fr.pdf'), join(files, 'ar.pdf'), '--log', join(folder, 'log.jsonl')], async (page) => {
        await press(page, 'v', 'ArrowDown')
        await page.waitForSelector('.printed-box')
        expect(await page.locator('#printed-where').innerText()).toBe('ar, printed page 1 of 1')
        expect(await page.evaluate('document.querySelector("#printed-picture").naturalWidth')).toBe(1200)
        const first = await page.locator('.printed-box').first().boundingBox()
        await press(page, 'ArrowLeft')
        await page.locator('#printed-where', { hasText: /^fr,/ }).waitFor()
        await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
        await expect.poll(async () => (await page.locator('.printed-box').first().boundingBox())?.y).not.toBe(first?.y)
        await press(page, 'v')
        expect(await page.locator('#printed-page').isVisible()).toBe(false)
      })
      // The folder that an alignment was written to, and the exports elsewhere.
      await run(process.execPath, [command, 'align', join(files, 'fr.pdf'), join(files, 'ar.pdf'), '-o', join(folder, 'out'), '--to', 'jsonl'])
      await withPage([join(folder, 'out'), '--sources', files], async (page) => {
        await press(page, 'v')
        await page.waitForSelector('.printed-box')
      })
    })
  })

  it('goes without a mouse from start to an exported memory', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(30))
      await withPage(file, async (page) => {
        expect(await countOf(page)).toBe('3 to check, of 30 rows')
        await press(page, 'n')
        expect(await textHere(page)).toContain('1005')
        await press(page, 'Enter')
        expect(await countOf(page)).toBe('2 to check, of 30 rows')
        expect(await textHere(page)).toContain('1015')
        // The original stays as it is, the target adapts.
        await press(page, 'm')
        expect(await page.locator('.cell.here .segment').count()).toBe(2)
        await press(page, 'z')
        expect(await page.locator('.cell.here .segment').count()).toBe(1)
        await press(page, 'e')
        // The field covers no row below it.
        const [edited, next] = [await page.locator('.row.here').boundingBox(), await page.locator('.row.here + .row').boundingBox()]
        expect((edited?.y ?? 0) + (edited?.height ?? 0)).toBeLessThanOrEqual((next?.y ?? 0) + 1)
        await page.keyboard.press('Control+a')
        await page.keyboard.type('نص آخر، التقرير 1015.')
        await press(page, 'Enter')
        expect(await textHere(page)).toContain('نص آخر')
        await press(page, 'ArrowDown', 'x', 'ArrowDown', 'l', 'm')
        expect(await saidOf(page)).toContain('locked')
        await press(page, 'n', 'a')
        expect(await countOf(page)).toBe('Nothing left to check, 30 rows')
        await press(page, 'n')
        expect(await saidOf(page)).toBe('No doubtful row is left.')
        await press(page, '?')
        expect(await page.locator('#keys').isVisible()).toBe(true)
        await press(page, 'Escape', 't')
        await page.locator('#export-list button').first().waitFor()
        await press(page, 'Tab', 'Enter')
        await page.locator('#export-files li').first().waitFor()
        const tmx = await readFile(join(folder, 'note.reviewed.en-ar.sent.tmx'), 'utf8')
        expect([tmx.includes('نص آخر'), tmx.includes('report 1016 '), tmx.includes('report 1017 ')]).toEqual([true, false, true])
        expect(tmx.match(/"x-status">reviewed</gu)).toHaveLength(3)
        // Every format, beside the memory; tables and documents have all rows, rejected ones too.
        const formats = await page.locator('#export-list button').allInnerTexts()
        for (const format of formats) {
          await page.locator(`#export-list button[data-format="${format}"]`).focus()
          await press(page, 'Enter')
          const names = await page.locator('#export-files li').allInnerTexts()
          expect([format, names.length > 0]).toEqual([format, true])
          for (const name of names) expect((await readFile(join(folder, basename(name)))).length).toBeGreaterThan(100)
        }
        expect(formats).toEqual(['tmx', 'xliff', 'xliff21', 'moses', 'tsv', 'xlsx', 'jsonl', 'ces', 'tei', 'html'])
        const lines = (await readFile(join(folder, 'note.reviewed.sent.jsonl'), 'utf8')).trim().split('\n')
        expect([lines.length, lines.filter((line) => line.includes('"status":"rejected"')).length]).toEqual([31, 1])
      })
    })
  })

  it('splits at a caret, moves, detaches, exchanges and aligns anew, in the original only when it is unlocked', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(12))
      await withPage(file, async (page) => {
        const rows = async (): Promise<number> => Number(await page.locator('#grid').getAttribute('aria-rowcount')) - 1
        await press(page, 's')
        // Arabic: the caret goes on to the left.
        for (let count = 0; count < 10; count++) await page.keyboard.press('ArrowLeft')
        await press(page, 'Control+Enter')
        await expect.poll(rows).toBe(13)
        await press(page, 'z')
        await expect.poll(rows).toBe(12)
        await press(page, 'd')
        expect(await page.locator('.cell.here .segment').count()).toBe(2)
        await press(page, 'u')
        await press(page, 'i')
        await expect.poll(rows).toBe(13)
        // The first time words are loaded that the aligner knows.
        await press(page, 'g')
        await expect.poll(rows, { timeout: 60_000 }).toBe(12)
        await press(page, 'Home', 'w')
        expect(await saidOf(page)).toBe('Exchanged')
        await press(page, 'ArrowLeft', 'm')
        expect(await saidOf(page)).toContain('neither split nor merged')
        await press(page, 'o', 'm')
        await expect.poll(rows).toBe(11)
      })
    })
  })

  it('keeps the row with the focus in sight where the window gets another width', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const note = (code: string): string => resolve(import.meta.dirname, `../../corpus/cd-note-verbale-belarus-2019/${code}.txt`)
      await withPage([note('en'), note('ar'), note('zh'), '--log', join(folder, 'log.jsonl')], async (page) => {
        await press(page, 'PageDown', 'PageDown', 'PageDown')
        await page.setViewportSize({ width: 760, height: 900 })
        // The rows of the narrow page are higher: until all that are seen are drawn, the row moves.
        await expect
          .poll(async () => {
            const y = (await page.locator('.cell.here').boundingBox())?.y ?? 0
            return y > 0 && y < 900
          })
          .toBe(true)
      })
    })
  })

  it('prints every row, in order, wherever the reviewer is', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(120))
      await withPage(file, async (page) => {
        await press(page, 'End', 'PageUp')
        await page.evaluate("dispatchEvent(new Event('beforeprint'))")
        const numbers = await page.locator('#rows > .row .number').allInnerTexts()
        expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => String(index + 1)))
      })
    })
  })

  it('shows an edit before the program has answered, and takes it back where the program refuses it', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(30))
      await withPage(file, async (page) => {
        const [rows, saved] = [page.locator('#grid'), page.locator('#saved')]
        let release = (): void => undefined
        let refused = false
        await page.route('**/api/*', async (route) => {
          await new Promise<void>((done) => {
            release = done
          })
          await (refused ? route.fulfill({ json: { refused: 'reviewed' } }) : route.continue())
        })
        const shown = async (key: string, count: number): Promise<void> => {
          await page.keyboard.press(key)
          await expect.poll(() => rows.getAttribute('aria-rowcount')).toBe(String(count + 1))
          expect([await saved.innerText(), await rows.getAttribute('aria-busy')]).toEqual(['saving…', 'true'])
          release()
          await page.waitForSelector('#grid[aria-busy="false"]', { state: 'attached' })
          expect(await saved.innerText()).toBe('saved')
        }
        await page.keyboard.press('o')
        await shown('m', 29)
        expect(await saidOf(page)).toBe('Merged')
        await shown('s', 30)
        await shown('z', 29)
        await shown('y', 30)
        refused = true
        await shown('m', 29)
        expect([await rows.getAttribute('aria-rowcount'), await saidOf(page)]).toEqual(['31', expect.stringContaining('right')])
        const numbers = await page.locator('#rows > .row .number').allInnerTexts()
        expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
      })
    })
  })

  it('loses one edit at most when the program is killed', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(100))
      const left = async (page: Page): Promise<number> => Number(/^\d+/u.exec(await countOf(page))?.[0])
      let shown = 11
      for (let round = 0; round < 3; round++) {
        await withPage(file, async (page, { child }) => {
          // What the page showed as done is done.
          expect(await left(page)).toBe(shown)
          for (let count = 0; count < 3; count++) {
            await press(page, 'n', 'a')
            await expect.poll(() => left(page)).toBe(shown - count - 1)
          }
          shown -= 3
          child.kill('SIGKILL')
          await press(page, 'n', 'a')
          await page.locator('.foot.broken').waitFor()
          expect(await saidOf(page)).toContain('not saved')
          // What is not saved is not shown as done.
          expect([await left(page), await page.locator('#saved').innerText()]).toEqual([shown, ''])
        })
      }
    })
  })

  it('shows markup in a segment as text, and runs none of it', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>&amp; 4,711'
      const file = await memoryIn(folder, [unitOf('<b>1</b>#1', { en: nasty, ar: nasty }), ...unitsOf(3)])
      await withPage(file, async (page) => {
        expect(await page.locator('.row').nth(1).locator('.cell').first().innerText()).toContain(nasty)
        expect(await page.locator('#rows img, #rows script, #rows b').count()).toBe(0)
        expect(await page.title()).not.toMatch(/^[12]$/)
      })
    })
  })

  it('has no serious finding of axe, in the light and in the dark, wide and narrow, with its dialogs', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const file = await memoryIn(folder, unitsOf(60).map((unit, index) => ({ ...unit, ...(index === 1 ? { status: 'reviewed' } : index === 2 ? { status: 'rejected' } : index === 3 ? { status: 'doubtful' } : {}) })))
      for (const [width, scheme] of [[1440, 'light'], [1440, 'dark'], [360, 'light']] as const) {
        await withPage(file, async (page) => {
          await page.emulateMedia({ colorScheme: scheme })
          for (const keys of [['n'], ['?'], ['Escape', 't']]) {
            await press(page, ...keys)
            // The policy of the page lets no script of ours in: it goes in by the protocol.
            const violations = await page.evaluate(`(async () => { ${axe.source}; const { violations } = await axe.run(); return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(' ')) })()`)
            expect([width, scheme, keys, violations]).toEqual([width, scheme, keys, []])
          }
        }, { width, height: 800 })
      }
    })
  })
})
