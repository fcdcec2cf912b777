/** translate-toolkit reads every unit, and fills a PO file from our memory. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lookerOf } from '../../src/look-up/looker.ts'
import { lookUpRoutes } from '../../src/look-up/routes.ts'
import { openMemory } from '../../src/memory/index.ts'
import { serve } from '../../src/server/index.ts'
import { madeDocument } from '../memory-documents.ts'
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

/** An answer of tmserver. */
interface Candidate {
  source: string
  target: string
  context: string
  quality: number
}

/** Asks the application of tmserver; the server around it, which is another package, is not needed for that. */
const tmserver = `
import io, sys, types
from urllib.parse import unquote
for name in ('cheroot', 'cheroot.wsgi'):
    sys.modules.setdefault(name, types.ModuleType(name))
sys.modules['cheroot.wsgi'].Server = None
from translate.services.tmserver import TMServer
server = TMServer(':memory:', [sys.argv[1]], max_candidates=3, min_similarity=75, max_length=1000, prefix='/tmserver', source_lang='en', target_lang='fr')
environ = {'REQUEST_METHOD': 'GET', 'PATH_INFO': unquote(sys.argv[2]), 'SCRIPT_NAME': '', 'QUERY_STRING': '', 'wsgi.input': io.BytesIO()}
print(b''.join(server.rest(environ, lambda status, headers: None)).decode())
`

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

  it('tmserver and hexapla serve answer the same request in the same shape', async () => {
    await inFolder(async (folder) => {
      const documents = [madeDocument({ symbol: 'A/1', languages: ['en', 'fr'] })]
      const tmx = pathOf(await writeInto(folder, 'tmx', documents, { source: 'en' }), 'note.en-fr.sent.tmx')
      const request = `/tmserver/en/fr/unit/${encodeURIComponent('The Committee approved its report without a vote.')}`
      const printed = await run('/usr/bin/python3', ['-c', tmserver, tmx, request])
      const theirs = JSON.parse(printed.slice(printed.indexOf('['), printed.lastIndexOf(']') + 1)) as Candidate[]
      const memory = await openMemory(join(folder, 'un.db'), { create: true })
      await memory.add(documents, { file: 'test' })
      const serving = await serve(lookUpRoutes(lookerOf(memory)))
      try {
        const ours = (await (await fetch(`http://127.0.0.1:${serving.port}${request}`)).json()) as Candidate[]
        const shape = (list: readonly Candidate[]): unknown => list.map((each) => Object.entries(each).map(([name, value]) => [name, typeof value]))
        expect(theirs).toHaveLength(1)
        expect(shape(ours)).toEqual(shape(theirs))
        expect(ours.map(({ source, target }) => [source, target])).toEqual(theirs.map(({ source, target }) => [source, target]))
      } finally {
        await serving.close()
        await memory.close()
      }
    })
  })
})
