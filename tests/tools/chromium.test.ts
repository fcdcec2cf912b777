/** Chromium opens the side-by-side page: all columns are there, it asks for nothing, and it can be printed. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { languageCodes } from '../../src/language/code.ts'
import { memory, unitsOf } from './memories.ts'
import { describeWith, inFolder, pathOf, run, writeInto } from './tool-support.ts'

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

describeWith(['chromium'], 'Chromium', () => {
  it('shows six columns, a row for each unit, Arabic from right to left', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const documents = memory()
      const page = pathOf(await writeInto(folder, 'html', documents, { languages: languageCodes }), 'note.para.html')
      const open = (...parameters: string[]): Promise<string> =>
        run('chromium', [...quiet, `--user-data-dir=${join(folder, 'profile')}`, ...parameters, pathToFileURL(page).href])

      const dom = await open('--dump-dom')
      const heads = [...dom.matchAll(/<th scope="col" lang="(\w+)" dir="(\w+)">/gu)].map(([, lang, dir]) => `${lang} ${dir}`)
      const expected = languageCodes.map((code) => `${code} ${code === 'ar' ? 'rtl' : 'ltr'}`)
      expect(heads).toEqual([...expected, ...expected])
      const units = unitsOf(documents, 'paragraph')
      expect(dom.match(/<tr id=/gu)).toHaveLength(units.length)
      expect(dom.match(/<td[ >]/gu)).toHaveLength(units.length * languageCodes.length)
      for (const { versions } of units) {
        const segment = versions.zh?.segments[0]
        if (segment !== undefined) expect(dom).toContain(segment)
      }

      const picture = join(folder, 'page.png')
      await open('--window-size=1800,1200', `--screenshot=${picture}`)
      expect((await stat(picture)).size).toBeGreaterThan(50_000)
      const print = join(folder, 'page.pdf')
      await open('--no-pdf-header-footer', `--print-to-pdf=${print}`)
      expect((await readFile(print)).subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
})
