import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLanguageCode, languageCodes } from '../src/language/code.ts'
import { silent } from '../src/message/report.ts'
import { citation } from '../src/tree/citation.ts'
import { joinSegments, segmentStarts, splitSegments } from '../src/tree/segments.ts'
import { unitFormats, writeUnits, type WriteOptions } from '../src/write/index.ts'
import { tool } from '../src/write/tool.ts'
import { writtenText } from '../src/write/written-text.ts'
import { escapeAttribute, escapeText } from '../src/write/xml.ts'
import { anyCharacter } from './any-character.ts'
import { filesOf, recordOf, segmentArbitrary, unitOf } from './write-support.ts'
import { parseXml, textOf } from './xml-support.ts'

describe('text as it is written', () => {
  it.each([
    ['one\ntwo\r\n three', 'one two three'],
    ['a\u000Bb\u2028c\u0085d\te', 'a b c d e'],
    ['co\u00ADoperation\uFEFF', 'cooperation'],
    [' \u00A0edge\u00A0 ', 'edge'],
    ['l’an\u00A02000 «\u00A0oui\u00A0»', 'l’an\u00A02000 «\u00A0oui\u00A0»'],
    ['e\u0301te\u0301', 'été'],
    ['two  spaces stay', 'two  spaces stay']
  ])('%j becomes %j', (text, expected) => {
    expect(writtenText(text, '1#1', silent)).toBe(expected)
  })

  it('is told of what it leaves out', () => {
    const heard: unknown[] = []
    writtenText('a\u0001b\uD800', '1#1', (id, _, values) => heard.push([id, ...Object.values(values)]))
    expect(heard).toEqual([['write:text-illegal', 'U+0001', '1#1'], ['write:text-illegal', 'U+D800', '1#1']])
  })

  it('comes out of XML as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (value) => {
        const legal = value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
        const element = parseXml(`<a b="${escapeAttribute(value)}">${escapeText(value)}</a>`)
        expect([element.attributes.b, textOf(element)]).toEqual([legal, legal])
      }),
      { seed: 4 }
    )
  })
})

describe('segments', () => {
  it('are joined with a space, but not in Chinese', () => {
    expect(joinSegments(['Un.', 'Deux.'], 'fr')).toBe('Un. Deux.')
    expect(joinSegments(['会议。', '该组织。'], 'zh')).toBe('会议。该组织。')
    expect(joinSegments(['see A.', 'B'], 'zh')).toBe('see A. B')
  })

  it('come apart where they were joined', () => {
    fc.assert(
      fc.property(fc.array(segmentArbitrary, { minLength: 1, maxLength: 4 }), fc.constantFrom(...languageCodes), (segments, code) => {
        const split = splitSegments(joinSegments(segments, code), segmentStarts(segments, code), code)
        if (split !== undefined) expect(joinSegments(split, code)).toBe(joinSegments(segments, code))
        if (segments.every((segment) => !segment.endsWith(' '))) expect(split).toEqual(segments)
      }),
      { seed: 5 }
    )
  })

  it('do not come apart where the text has changed', () => {
    expect(splitSegments('short', [9], 'en')).toBeUndefined()
    expect(splitSegments('short', [3, 2], 'en')).toBeUndefined()
    expect(splitSegments('a😀', [2], 'zh')).toBeUndefined()
  })
})

describe('what a translator cites', () => {
  it.each([
    ['12', undefined, 'A/1, para. 12'],
    ['9/3', undefined, 'A/1, para. 9 (c)'],
    ['9/3', '(ج)', 'A/1, para. 9 (ج)'],
    ['annex1/9/3/4', undefined, 'A/1, annex 1, para. 9 (c) (iv)'],
    ['9/30', undefined, 'A/1, para. 9 (30)'],
    ['part2/p3', undefined, 'A/1, part 2, unnumbered para. 3'],
    ['annex1/t2/3/4', undefined, 'A/1, annex 1, table 2, row 3, cell 4'],
    ['n1', undefined, 'A/1, note 1'],
    ['9~2', undefined, 'A/1, 9~2']
  ])('of the address %s with the label %s is %s', (address, label, expected) => {
    const unit = unitOf(`${address}#1`, { en: 'x' }, { address })
    if (unit.versions.en !== undefined && label !== undefined) unit.versions.en.label = label
    expect(citation(unit, recordOf(['en'], 'A/1'), ['en'])).toBe(expected)
  })
})

describe('options', () => {
  const unit = unitOf('1#1', { en: 'Text.', fr: 'Texte.', zh: '文本。' })
  const labels = { en: '(a)', fr: 'a)', zh: '一、' } as const
  for (const [code, label] of Object.entries(labels)) {
    const version = isLanguageCode(code) ? unit.versions[code] : undefined
    if (version !== undefined) version.label = label
  }
  const document = { document: recordOf(['en', 'fr', 'zh'], 'A/1'), units: [unit] }
  const write = (options: Partial<WriteOptions>): Promise<Map<string, string>> => filesOf(writeUnits(unitFormats.tmx, [document], options))

  it('choose files', async () => {
    expect([...(await write({})).keys()]).toEqual(['hexapla.en-fr.sent.tmx', 'hexapla.en-zh.sent.tmx', 'hexapla.fr-zh.sent.tmx', 'hexapla.all.sent.tmx'])
    expect([...(await write({ source: 'fr' })).keys()]).toEqual(['hexapla.fr-en.sent.tmx', 'hexapla.fr-zh.sent.tmx', 'hexapla.all.sent.tmx'])
    expect([...(await write({ languages: ['zh', 'en'], name: 'x' })).keys()]).toEqual(['x.zh-en.sent.tmx'])
    expect([...(await write({ scope: 'all' })).keys()]).toEqual(['hexapla.sent.tmx'])
  })

  it('put labels in front, with a space where the script has one', async () => {
    const tmx = (await write({ scope: 'all', numbering: 'keep' })).get('hexapla.sent.tmx')
    expect(tmx?.match(/<seg>.*<\/seg>/gu)).toEqual(['<seg>(a) Text.</seg>', '<seg>a) Texte.</seg>', '<seg>一、文本。</seg>'])
  })

  it('map languages, name units, give a date', async () => {
    const tmx = (await write({ source: 'fr', langMap: { en: 'en-GB', fr: 'fr-CH' }, tuid: true, date: '2019-05-22T10:11:12Z' })).get('hexapla.fr-en.sent.tmx')
    expect(tmx).toContain('<tuv xml:lang="fr-CH"><seg>Texte.</seg></tuv>\n<tuv xml:lang="en-GB">')
    expect(tmx).toContain('srclang="fr-CH" creationdate="20190522T101112Z"')
    expect(tmx).toContain('<tu tuid="A/1:1#1">')
  })

  it('want a date that is one', async () => {
    await expect(write({ date: 'yesterday' })).rejects.toMatchObject({ id: 'write:date-invalid' })
    await expect(write({ date: '2019-13-01' })).rejects.toMatchObject({ id: 'write:date-invalid' })
  })

  it('say which later language has no place', async () => {
    const heard: unknown[] = []
    const later = { document: recordOf(['ru', 'en'], 'A/2'), units: [unitOf('1#1', { ru: 'Да.', en: 'Yes.' }), unitOf('2#1', { ru: 'Нет.', en: 'No.' })] }
    await filesOf(writeUnits(unitFormats.tsv, [document, later], {}, { report: (id, _, values) => heard.push([id, Object.values(values)[0]]) }))
    expect(heard).toEqual([['write:language-left-out', 'ru']])
  })

  it('leave no segment empty, and say so', async () => {
    const heard: string[] = []
    const empty = { document: recordOf(['en', 'fr']), units: [unitOf('1#1', { en: ['One.', '\u00AD'], fr: 'Un.' }), unitOf('2#1', { en: ' \u00A0', fr: 'Deux.' })] }
    const files = await filesOf(writeUnits(unitFormats.tmx, [empty], {}, { report: (id) => heard.push(id) }))
    expect([...files.values()].join('').match(/<seg>.*<\/seg>/gu)).toEqual(['<seg>One.</seg>', '<seg>Un.</seg>'])
    expect(heard).toEqual(['write:text-empty', 'write:text-empty'])
  })
})

it('signs with the name and version of the package', () => {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Record<string, string>
  expect(tool).toEqual({ name, version })
})
