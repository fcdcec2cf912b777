/** The page of `serve` in Chromium: by the keyboard alone, right to left, what is copied, foreign markup, contrast. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { languageCodes } from '../../src/language/code.ts'
import { openMemory } from '../../src/memory/index.ts'
import { madeDocument, sentences } from '../memory-documents.ts'
import { describeWith, inFolder } from './tool-support.ts'

const command = resolve(import.meta.dirname, '../../dist/cli.js')

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}

/** Asks again and again: what the page itself evaluates is forbidden there. */
async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 20_000 }).toBe(true)
}

const directionOf = (page: Page, selector: string): Promise<unknown> => page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`)

async function withPage(work: (page: Page, url: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, 'un.db')
    const memory = await openMemory(file, { create: true })
    const hostile = [{ en: '<script>document.title = "broken"</script> rights & "quotes"', fr: '<img src=x onerror="document.title = 1"> droits' }]
    await memory.add(
      [
        madeDocument({ symbol: 'A/70/1', languages: languageCodes, version: { date: '2015-10-21' } }),
        madeDocument({ symbol: 'A/70/1*', languages: ['en', 'fr'], mark: 'New: ', version: { symbol: 'A/70/1*', date: '2015-11-21' } }),
        madeDocument({ symbol: 'A/9', texts: hostile })
      ],
      { file: 'test' }
    )
    await memory.close()
    const port = await freePort()
    const child = spawn(process.execPath, [command, 'serve', '-m', file, '--port', String(port), '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let browser: Browser | undefined
    try {
      const url = await new Promise<string>((done, fail) => {
        child.stdout.once('data', (piece: Buffer) => {
          done((JSON.parse(piece.toString()) as { url: string }).url)
        })
        child.once('exit', () => {
          fail(new Error('the server has ended'))
        })
      })
      browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
      const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: 'en-GB' })
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined))
      await page.goto(url)
      await until(page, "document.querySelectorAll('#from option').length > 1")
      await work(page, url)
      expect(errors).toEqual([])
    } finally {
      await browser?.close()
      child.kill('SIGKILL')
    }
  })
}

const clipboard = async (page: Page): Promise<string> => String(await page.evaluate('navigator.clipboard.readText()'))
const statusOf = (page: Page): Promise<string> => page.locator('#status').innerText()

describeWith(['chromium'], 'The look-up page in Chromium', () => {
  it('goes by the keyboard alone, from typing to a citation', { timeout: 120_000 }, async () => {
    await withPage(async (page) => {
      // The field has the focus from the start.
      await page.keyboard.type('Decides to remain seized of this matter at its next session.')
      await page.locator('.unit').first().waitFor()
      expect(await page.locator('ins').first().innerText()).toBe('the')
      expect(await page.locator('del').first().innerText()).toBe('this')
      await page.keyboard.press('Alt+ArrowDown')
      expect(await page.evaluate('document.activeElement.className')).toBe('unit')
      await page.keyboard.press('c')
      await until(page, "document.querySelector('#status').textContent === 'copied'")
      expect(await clipboard(page)).toMatch(/\(A\/70\/1\*?, para\. 2 \(2015-1[01]-21\)\)$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => clipboard(page)).toMatch(/[.。]$/)
      expect(await clipboard(page)).toContain(sentences[1]?.fr.slice(0, 20))
      // Back to the field, and on to a phrase.
      await page.keyboard.press('/')
      expect(await page.evaluate('document.activeElement.id')).toBe('text')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('人权')
      await until(page, "document.querySelector('mark')?.textContent === '人权'")
      expect(await statusOf(page)).toContain('with these words')
      const link = page.locator('.where a').first()
      expect(await link.getAttribute('href')).toBe('https://undocs.org/A/70/1')
    })
  })

  it('shows Arabic from right to left, in both places', { timeout: 120_000 }, async () => {
    await withPage(async (page) => {
      await page.keyboard.type(sentences[0]?.ar ?? '')
      await page.locator('.unit').first().waitFor()
      expect(await directionOf(page, '#text')).toBe('rtl')
      expect(await directionOf(page, 'article > p:not(.score)')).toBe('rtl')
      expect(await directionOf(page, '.unit [lang=en]')).toBe('ltr')
      // Until the last letter is looked up, the page shows what is not typed yet.
      await expect.poll(() => page.locator('article [lang=ar]').first().innerText()).toBe(sentences[0]?.ar)
    })
  })

  it('takes texts for texts, and has contrast and names for all', { timeout: 120_000 }, async () => {
    await withPage(async (page, url) => {
      await page.keyboard.type('rights & "quotes"')
      await page.locator('.unit').first().waitFor()
      expect(await page.title()).toBe('Look up')
      expect(await page.locator('#hits').innerText()).toContain('<script>document.title = "broken"</script>')
      expect(await page.locator('#hits img, #hits script').count()).toBe(0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const violations = await page.evaluate(`(async () => { ${axe.source}; return (await axe.run()).violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)).join(' ')) })()`)
        expect(violations).toEqual([])
      }
      // What was asked for stays in the address, on this machine alone.
      expect(new URL(page.url()).hash).toContain('q=rights')
      expect(new URL(page.url()).origin).toBe(new URL(url).origin)
    })
  })
})
