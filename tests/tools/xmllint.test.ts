/** xmllint validates what has a schema: TMX by the DTD in OmegaT, XLIFF by the schemas in php-symfony-translation. */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../../src/language/code.ts'
import type { UnitFormatName } from '../../src/write/index.ts'
import { memory } from './memories.ts'
import { describeWith, inFolder, isThere, run, writeInto } from './tool-support.ts'

const omegat = '/usr/share/omegat/OmegaT.jar'
const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas'

async function filesOfFormat(folder: string, format: UnitFormatName): Promise<string[]> {
  return [...(await writeInto(folder, format, memory(), { source: 'fr', languages: languageCodes, date: '2019-05-22' })).values()]
}

/** A schema with its import of xml.xsd turned to the copy beside it: nothing is fetched. */
async function localSchema(folder: string, name: string): Promise<string> {
  const text = await readFile(join(schemas, name), 'utf8')
  await copyFile(join(schemas, 'xml.xsd'), join(folder, 'xml.xsd'))
  await writeFile(join(folder, name), text.replace(/schemaLocation="[^"]*xml\.xsd"/u, 'schemaLocation="xml.xsd"'))
  return join(folder, name)
}

function describeWithFile(file: string, name: string, tests: () => void): void {
  if (isThere(file)) describeWith(['unzip', 'xmllint'], name, tests)
  else if (process.env.HEXAPLA_TOOLS === '1') throw new Error(`Unexpected machine without ${file}`)
  else describe.skip(`${name} (needs ${file})`, tests)
}

describeWithFile(omegat, 'xmllint on TMX', () => {
  it('finds every file valid by the DTD', async () => {
    await inFolder(async (folder) => {
      await run('unzip', ['-qo', '-j', omegat, 'schemas/tmx14.dtd', '-d', folder])
      const files = await filesOfFormat(folder, 'tmx')
      expect(files.length).toBeGreaterThan(10)
      expect(await run('xmllint', ['--nonet', '--noout', '--dtdvalid', join(folder, 'tmx14.dtd'), ...files])).toBe('')
    })
  })
})

describeWithFile(join(schemas, 'xliff-core-2.0.xsd'), 'xmllint on XLIFF', () => {
  it.each([
    ['xliff', 'xliff-core-1.2-strict.xsd'],
    ['xliff21', 'xliff-core-2.0.xsd']
  ] as const)('finds every file of %s valid by %s', async (format, schema) => {
    await inFolder(async (folder) => {
      const files = await filesOfFormat(folder, format)
      expect(files.length).toBeGreaterThan(5)
      const printed = await run('xmllint', ['--nonet', '--noout', '--schema', await localSchema(folder, schema), ...files])
      expect(printed.trim().split('\n').sort()).toEqual(files.map((file) => `${file} validates`).sort())
    })
  })
})

describeWith(['xmllint'], 'xmllint', () => {
  it.each(['tei', 'ces'] as const)('finds every file of %s well-formed', async (format) => {
    await inFolder(async (folder) => {
      const files = await filesOfFormat(folder, format)
      expect(files.length).toBeGreaterThan(5)
      expect(await run('xmllint', ['--nonet', '--noout', ...files])).toBe('')
    })
  })

  it('finds the page well-formed as HTML, but for elements that it does not know', async () => {
    await inFolder(async (folder) => {
      for (const file of await filesOfFormat(folder, 'html')) {
        const printed = await run('xmllint', ['--nonet', '--noout', '--html', file])
        const errors = printed.split('\n').filter((line) => line.includes('error :') && !/Tag (?:details|footer|header|main|mark|nav|section|summary) invalid/u.test(line))
        expect(errors).toEqual([])
      }
    })
  })
})
