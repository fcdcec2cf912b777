/** Tables that nobody wrote, with every sign for "none" in their cells: no character is lost, none stands in two places. */
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { toText } from '../src/tree/text.ts'
import { makeTable } from '../evaluation/fuzz/make-table.ts'
import { chanceOf } from '../evaluation/fuzz/chance.ts'

const count = 60

describe.each(languageCodes)('made tables in %s', (language) => {
  const made = Array.from({ length: count }, (_, seed) => makeTable(chanceOf(seed), language)).map((raw) => ({ raw, root: readVersion(raw, { language }) }))

  it('keep every character in one place', () => {
    for (const { raw, root } of made) assertComplete(root, raw)
  })

  it('keep every cell that says that a figure is not available', () => {
    const signs = (text: string): number => text.match(/…/g)?.length ?? 0
    for (const { raw, root } of made) {
      // Points right in front of a cell may be leaders or more of it.
      if (/\.{4}…/.test(raw)) continue
      const text = root.children.map((block) => toText(block)).join('\n')
      expect(signs(text), raw).toBe(signs(raw))
    }
  })
})

it('no repair goes over another cell', () => {
  const raw = 'Total   —   name      …\nname   —   …   …'
  assertComplete(readVersion(raw, { language: 'en' }), raw)
})
