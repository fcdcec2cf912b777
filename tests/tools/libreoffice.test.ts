/** LibreOffice opens a workbook and saves it in two formats of its own making; what is read back is what went out. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readMemory } from '../../src/pipeline/convert.ts'
import { unitFormats, writeUnits } from '../../src/write/index.ts'
import type { Unit } from '../../src/tree/unit.ts'
import { sampleDocument } from '../write-support.ts'
import { languageCodes } from '../../src/language/code.ts'
import { describeWith, inFolder, run } from './tool-support.ts'

async function unitsOf(bytes: Uint8Array): Promise<Unit[]> {
  const units: Unit[] = []
  for await (const piece of readMemory({ file: 'a.xlsx', format: 'xlsx', open: () => [bytes] })) units.push(...piece.units)
  return units
}

describeWith(['soffice'], 'LibreOffice Calc', () => {
  it('takes a workbook and gives it back, in six languages', { timeout: 240_000 }, async () => {
    await inFolder(async (folder) => {
      const document = { ...sampleDocument(), units: sampleDocument().units.filter(({ granularity }) => granularity === 'sentence') }
      const pieces: Uint8Array[] = []
      for await (const { bytes } of writeUnits(unitFormats.xlsx, [document], { languages: languageCodes })) if (bytes) pieces.push(bytes)
      const workbook = Buffer.concat(pieces)
      await writeFile(join(folder, 'a.xlsx'), workbook)
      const convert = (file: string, to: string): Promise<string> => run('soffice', ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', to, '--outdir', folder, join(folder, file)])
      await convert('a.xlsx', 'ods')
      await convert('a.ods', 'xlsx:Calc MS Excel 2007 XML')
      const saved = await readFile(join(folder, 'a.xlsx'))
      expect(Buffer.compare(saved, workbook)).not.toBe(0)
      expect(await unitsOf(saved)).toEqual(await unitsOf(workbook))
    })
  })
})
