import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import { treeFormats } from '../../src/write/index.ts'
import { silent } from '../../src/message/report.ts'
import { readExtracts } from '../../evaluation/structure/extracts.ts'

/** Path of `akomantoso30.xsd` of OASIS, with `xml.xsd` beside it; no package has it, so it is the user's own download. */
const schema = process.env['HEXAPLA_AKN_XSD']

describe('Akoma Ntoso', () => {
  const extracts = [...readExtracts()].filter(({ extractor }) => extractor === 'pdftotext')
  it.runIf(schema !== undefined).each(extracts.map((extract) => [`${extract.document}/${extract.language}`, extract] as const))('%s is valid by the schema of OASIS (HEXAPLA_AKN_XSD)', (_, { raw, language }) => {
    const text = [...treeFormats.akn.write(readVersion(raw, { language }), { name: 'x', numbering: 'keep' }, silent)].join('')
    const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema ?? '', '-'], { input: text, encoding: 'utf8' })
    expect(stderr.trim()).toBe('- validates')
    expect(status).toBe(0)
  })
})
