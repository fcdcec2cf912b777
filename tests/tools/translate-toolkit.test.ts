/** translate-toolkit reads every unit, and fills a PO file from our memory. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { memory, pairsOf, unitsOf } from './memories.ts'
import { describeWith, inFolder, pathOf, run, writeInto } from './tool-support.ts'

/** Prints source and target of each unit as JSON. */
const script = `
import json, sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
print(json.dumps([[str(unit.source), str(unit.target)] for unit in store.units if unit.source]))
`

async function readUnits(file: string): Promise<Array<[string, string]>> {
  // Debian's Python is the one that has the toolkit.
  const printed = await run('/usr/bin/python3', ['-c', script, file])
  return JSON.parse(printed.slice(printed.indexOf('['))) as Array<[string, string]>
}

const quoted = (text: string): string => JSON.stringify(text)

describeWith(['pretranslate'], 'translate-toolkit', () => {
  it.each([
    ['tmx', 'note.fr-en.sent.tmx'],
    ['xliff', 'note.fr-en.sent.xlf'],
    ['tmx', 'note.fr-zh.sent.tmx']
  ] as const)('reads every unit of %s %s', async (format, name) => {
    await inFolder(async (folder) => {
      const documents = memory()
      const file = pathOf(await writeInto(folder, format, documents, { source: 'fr', dedupe: true }), name)
      expect(await readUnits(file)).toEqual(pairsOf(unitsOf(documents, 'sentence'), 'fr', name.includes('zh') ? 'zh' : 'en'))
    })
  })

  it('translates a PO file before a person does', async () => {
    await inFolder(async (folder) => {
      const documents = memory()
      const tmx = pathOf(await writeInto(folder, 'tmx', documents, { source: 'fr', dedupe: true }), 'note.fr-en.para.tmx')
      const pairs = pairsOf(unitsOf(documents, 'paragraph'), 'fr', 'en')
      const header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
      const entries = pairs.map(([source]) => `\nmsgid ${quoted(source)}\nmsgstr ""\n`)
      await writeFile(join(folder, 'in.po'), header + entries.join(''))
      await writeFile(join(folder, 'empty.po'), header)
      const files = ['-t', join(folder, 'empty.po'), join(folder, 'in.po'), join(folder, 'out.po')]
      await run('pretranslate', [`--tm=${tmx}`, '--progress=none', ...files])
      const filled = (await readUnits(join(folder, 'out.po'))).filter(([source]) => source !== '')
      expect(filled).toEqual(pairs)
    })
  })
})
