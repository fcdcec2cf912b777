/** Each format against its fixture: what it looks like is agreed on, and nothing of it changes by accident. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixtureText } from '../evaluation/fixture.ts'
import { treeFormats, unitFormats, writeTrees, writeUnits } from '../src/write/index.ts'
import { filesOf, sampleDocument } from './write-support.ts'
import { resolutionTree } from './write-tree-support.ts'

const folder = new URL('../fixtures/write/', import.meta.url)

/** The style sheet is looked at in a browser, not here. */
const withoutStyle = (text: string): string => text.replace(/<style>[^<]*<\/style>/u, '<style></style>')

function fixture(format: string, file: string, found: string): string {
  return fixtureText(fileURLToPath(new URL(`${format}/${file}`, folder)), found)
}

describe.each(Object.entries(unitFormats))('format %s', (name, format) => {
  it('writes the files of its fixture, and no other', async () => {
    const files = await filesOf(writeUnits(format, [sampleDocument()], { name: 'note', source: 'fr', languages: ['fr', 'ar', 'en'], date: '2019-05-22' }))
    for (const [file, text] of files) expect(withoutStyle(text), file).toBe(fixture(name, file, withoutStyle(text)))
    expect([...files.keys()].sort()).toEqual(readdirSync(new URL(name, folder)).sort())
  })
})

describe.each(Object.entries(treeFormats))('format %s', (name, format) => {
  it('writes the file of its fixture, with labels and without', async () => {
    for (const numbering of ['keep', 'strip'] as const) {
      const files = await filesOf(writeTrees(format, [resolutionTree()], { name: numbering, numbering, date: '2019-05-22' }))
      for (const [file, text] of files) expect(text, file).toBe(fixture(name, file, text))
    }
  })

  it('writes versions in one language beside each other', async () => {
    const files = await filesOf(writeTrees(format, [resolutionTree(), resolutionTree()], { name: 'note' }))
    expect([...files.keys()]).toEqual([`note.en.${format.extension}`, `note.en.2.${format.extension}`])
  })
})
