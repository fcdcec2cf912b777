/** Memories that were made to do harm, or by programs that did not know better: a clear word with the line, and no harm. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { convertMemory, type MemoryFormatName } from '../src/pipeline/convert.ts'
import type { Report } from '../src/message/report.ts'
import type { UnitFormatName } from '../src/write/index.ts'
import { run } from './run-command.ts'
import { parseXml } from './xml-support.ts'

interface Converted {
  text: string
  said: Array<[id: string, line: unknown]>
}

/** A memory in another format, with what was said of it. */
async function convert(text: string, from: MemoryFormatName, to: UnitFormatName, lenient = false): Promise<Converted> {
  const said: Converted['said'] = []
  let first = true
  const report: Report = (id, _, values) => {
    if (first) said.push([id, (values as { line?: number }).line])
  }
  const pieces: string[] = []
  const open = (): string[] => {
    first = pieces.length === 0 && said.length === 0
    return [text]
  }
  for await (const piece of convertMemory({ file: 'm', format: from, open, reading: { report, lenient } }, [to], { keepAll: true })) pieces.push(piece.text)
  return { text: pieces.join(''), said }
}

const header = '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext" srclang="en"/>'
const tmx = (units: string, doctype = ''): string => `<?xml version="1.0"?>\n${doctype}<tmx version="1.4">${header}<body>\n${units}\n</body></tmx>`
const tu = (en: string, fr = 'Deuxième.'): string => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`

describe('characters that XML does not allow', () => {
  it.each([
    ['as they are', 'The \u000BCommittee\u0002 met.', 'The Committee met.'],
    ['as references', 'The &#x1F;Committee&#2; met.', 'The Committee met.'],
    ['as half a character', 'The &#xD800;Committee met.', 'The Committee met.'],
    ['as two halves', 'The sign &#xD83D;&#xDE00; and &#55357;&#56832; stay.', 'The sign 😀 and 😀 stay.'],
    ['not in a section of data, where there are no references', '<![CDATA[The &#2; stays.]]> &#2;', 'The &amp;#2; stays.']
  ])('%s are left out and said with their line', async (_, given, wanted) => {
    const { text, said } = await convert(tmx(`${tu(given)}\n${tu('Second.')}`), 'tmx', 'tmx')
    expect(text).toContain(`<seg>${wanted}`)
    expect(text).toContain('<seg>Second.</seg>')
    expect(said.length).toBeGreaterThan(0)
    for (const one of said) expect(one).toEqual(['read:memory-character', 3])
  })

  it('are found wherever the input is cut', async () => {
    const whole = tmx(`${tu('A&#x1F;b &#xD83D;&#xDE00; c\u0002 😀 <![CDATA[&#2;]]> <!-- &#2; --> d &amp;#2; e')}`)
    const wanted = (await convert(whole, 'tmx', 'tmx')).text
    for (let cut = 1; cut < whole.length; cut++) {
      const pieces: string[] = []
      for await (const { text } of convertMemory({ file: 'm', format: 'tmx', open: () => [whole.slice(0, cut), whole.slice(cut)] }, ['tmx'], { keepAll: true })) pieces.push(text)
      expect(pieces.join('')).toBe(wanted)
    }
  })

  it('are said five times, and then counted', async () => {
    const { said } = await convert(tmx(tu('&#2;'.repeat(20))), 'tmx', 'tmx')
    expect(said.map(([id]) => id)).toEqual([...Array.from({ length: 5 }, () => 'read:memory-character'), 'read:memory-more'])
  })
})

describe('TMX that is refused, with its line', () => {
  const entity = (value: string): string => `<!DOCTYPE tmx [<!ENTITY e "${value}">]>\n`
  it.each([
    ['a reference beyond Unicode', tmx(tu('&#x110000;')), /line 3/],
    ['an entity of one', tmx(tu('&e;'), entity('&#x110000;')), /line 4/],
    ['an entity that nobody declared', tmx(tu('&e;')), /line 3/],
    ['an external entity', tmx(tu('&e;'), '<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'), /line 4/],
    ['an entity inside of itself', tmx(tu('&e;'), entity('&e;')), /inside of itself/],
    ['an entity with markup', tmx(tu('&e;'), entity('<hi>x</hi>')), /markup/],
    ['an entity of 50,000 characters, 20,000 times', tmx(tu('&e;'.repeat(20_000)), entity('x'.repeat(50_000))), /more than 10000000 characters/],
    ['entities of entities of entities', tmx(tu('&j;'), `<!DOCTYPE tmx [<!ENTITY a "${'x'.repeat(1000)}">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? ''};`.repeat(10)}">`).join('')}]>\n`), /more than 10000000 characters/],
    ['10,000 elements inside of one another', tmx(tu('<hi>'.repeat(10_000) + '</hi>'.repeat(10_000))), /more than 100 elements/],
    ['more illegal characters than text', tmx(tu('\u0000'.repeat(200_000))), /does not allow/]
  ])('%s', async (_, text, reason) => {
    await expect(convert(text, 'tmx', 'jsonl')).rejects.toMatchObject({ id: 'read:memory-malformed', message: expect.stringMatching(reason) as string })
  })

  it('entities of entities are expanded where they are small', async () => {
    const doctype = '<!DOCTYPE tmx [<!ENTITY org "the &un;"><!ENTITY un "United&#160;Nations &amp; others">]>\n'
    expect((await convert(tmx(tu('Of &org;.'), doctype), 'tmx', 'tmx')).text).toContain('<seg>Of the United\u00A0Nations &amp; others.</seg>')
  })
})

describe('TMX that is not quite TMX', () => {
  it('text without a seg is taken and said', async () => {
    const { text, said } = await convert(tmx('<tu><tuv xml:lang="en">A text.</tuv><tuv xml:lang="fr">Un texte.</tuv></tu>'), 'tmx', 'tmx')
    expect(text).toContain('<seg>A text.</seg>')
    expect(said).toEqual([['read:memory-seg-missing', 3], ['read:memory-seg-missing', 3]])
  })

  it('a unit without any segment is left out and said', async () => {
    const { text, said } = await convert(tmx(`<tu/>\n<tu><tuv xml:lang="en"/></tu>\n${tu('Text.')}`), 'tmx', 'tmx')
    expect(text.match(/<tu>/g)).toHaveLength(1)
    expect(said).toEqual([['read:memory-unit-empty', 3], ['read:memory-unit-empty', 4]])
  })

  it('names that TMX does not have are left out and said, their text stays', async () => {
    const { text, said } = await convert(tmx('<tu x="1"><tuv xml:lang="en" evil="2"><seg>A <b onload="3">bold</b> text.</seg></tuv><tuv xml:lang="fr"><seg>Un texte.</seg></tuv></tu>'), 'tmx', 'tmx')
    expect(text).toContain('<seg>A bold text.</seg>')
    expect(text).not.toMatch(/evil|onload|<b[ >]|x="1"/)
    expect(said.map(([id]) => id)).toEqual(['read:memory-name', 'read:memory-name', 'read:memory-name'])
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('the language %s is none', async (language) => {
    const { text } = await convert(tmx(tu('Text.').replace('"fr"', `"${language}"`)), 'tmx', 'jsonl')
    expect(Object.keys((JSON.parse(text.split('\n')[1] ?? '') as { versions: object }).versions)).toEqual(['en'])
  })
})

const unit = { type: 'unit', id: '1', granularity: 'sentence', block: 'paragraph', address: '1', versions: { en: { segments: ['A.'], addresses: ['1'] }, fr: { segments: ['B.'], addresses: ['1'] } }, score: 1, by: 'memory' }
const variant = { language: 'en', code: 'en' }
const nested = (depth: number): unknown => (depth === 0 ? 'x' : { name: 'hi', attributes: {}, content: [nested(depth - 1)] })

describe('JSON Lines that are refused, with their line', () => {
  it.each([
    ['a label of another type', { versions: { ...unit.versions, en: { ...unit.versions.en, label: 5 } } }],
    ['a status of another type', { status: {} }],
    ['a record of another type', { memory: 5 }],
    ['a version of another type', { versions: { en: null, fr: unit.versions.fr } }],
    ['versions of another type', { versions: [] }],
    ['a memory that is a list', { memory: [] }],
    ['attributes that are a list', { memory: { attributes: [] } }],
    ['content of another type', { memory: { variants: [{ ...variant, content: 'x' }] } }],
    ['half a character in an id', { id: '\uD800' }],
    ['half a character in an address', { address: 'a\uDC00' }],
    ['an id of another type', { id: 5 }],
    ['a score of another type', { score: '1' }],
    ['a score above 1', { score: 2 }],
    ['a page that is none', { versions: { ...unit.versions, en: { ...unit.versions.en, page: 1.5 } } }],
    ['a block that is none', { block: 'x"><script>' }],
    ['fewer addresses than segments', { versions: { ...unit.versions, en: { segments: ['a', 'b'], addresses: ['1'] } } }],
    ['an attribute whose name is markup', { memory: { attributes: { 'a><x y="1" b': 'v' } } }],
    ['an attribute that TMX does not have', { memory: { attributes: { onload: 'v' } } }],
    ['an attribute of another element', { memory: { variants: [{ ...variant, attributes: { segtype: 'block' } }] } }],
    ['an element whose name is markup', { memory: { variants: [{ ...variant, content: [{ name: 'hi><x', attributes: {}, content: [] }] }] } }],
    ['an element that TMX does not have', { memory: { variants: [{ ...variant, content: [{ name: 'script', attributes: {}, content: [] }] }] } }],
    ['a remark of another kind', { memory: { remarks: [{ kind: 'evil', attributes: {}, value: '' }] } }],
    ['5,000 elements inside of one another', { memory: { variants: [{ ...variant, content: [nested(2000)] }] } }]
  ])('%s', async (_, changes) => {
    const text = `${JSON.stringify(unit)}\n${JSON.stringify({ ...unit, ...changes })}\n`
    await expect(convert(text, 'jsonl', 'tmx')).rejects.toMatchObject({ id: 'read:memory-line', values: { line: 2 } })
    const { text: kept, said } = await convert(text, 'jsonl', 'jsonl', true)
    expect(kept.match(/"type":"unit"/g)).toHaveLength(1)
    expect(said).toEqual([['read:memory-skipped', 2]])
  })

  it.each(['__proto__', 'constructor', 'prototype'])('a key %s', async (key) => {
    const text = JSON.stringify(unit).replace('"score":1', `"memory":{"attributes":{"${key}":"x"}},"score":1`)
    await expect(convert(text, 'jsonl', 'tmx')).rejects.toMatchObject({ id: 'read:memory-line' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it.each(['5', 'null', '[]', '"x"', '{', '{"type":"other"}', '{"type":"document"}', '{"type":"document","versions":{"en":5}}', '{"type":"document","versions":{},"memory":5}'])('%s', async (line) => {
    await expect(convert(line, 'jsonl', 'tmx')).rejects.toMatchObject({ id: 'read:memory-line', values: { line: 1 } })
  })

  it('what they hold is escaped in every format of markup', async () => {
    const evil = '"><script>alert(1)</script>&\''
    const text = JSON.stringify({
      ...unit,
      id: evil,
      address: evil,
      by: evil,
      symbol: evil,
      versions: { en: { segments: [evil], addresses: [evil], label: evil }, fr: unit.versions.fr }
    })
    for (const to of ['tmx', 'xliff', 'xliff21', 'ces', 'tei', 'html'] as const) {
      const { text: written } = await convert(text, 'jsonl', to)
      expect(written).not.toContain('<script')
      if (to !== 'html' && to !== 'tei') expect(() => parseXml(written)).not.toThrow()
    }
  })

  it('a line break in a label shifts no line', async () => {
    const text = JSON.stringify({ ...unit, versions: { en: { ...unit.versions.en, label: '(a\n)\u2028' }, fr: unit.versions.fr } })
    const pieces: string[] = []
    for await (const { file, text: piece } of convertMemory({ file: 'm', format: 'jsonl', open: () => [text] }, ['moses'], { numbering: 'keep', scope: 'pair' })) if (file.endsWith('.en')) pieces.push(piece)
    expect(pieces.join('')).toBe('(a ) A.\n')
  })
})

describe('a malformed unit of TMX', () => {
  const units = `${tu('First.')}\n<tu><tuv xml:lang="en"><seg>Never closed.</tuv></tu>\n${tu('Third.')}\n<tu><tuv xml:lang="en"><seg>No end &amp\n${tu('Fifth.')}\n<tu/>`
  it('is an error with its line', async () => {
    await expect(convert(tmx(units), 'tmx', 'tmx')).rejects.toMatchObject({ id: 'read:memory-malformed', values: { line: 4 } })
  })

  it('is skipped and said where the reading is lenient, and the others are the same', async () => {
    const { text, said } = await convert(tmx(units), 'tmx', 'tmx', true)
    expect([...text.matchAll(/<seg>(\w+\.)<\/seg>/g)].map(([, words]) => words).filter((words) => words !== 'Deuxième.')).toEqual(['First.', 'Third.', 'Fifth.'])
    expect(said).toEqual([['read:memory-skipped', 4], ['read:memory-skipped', 7], ['read:memory-unit-empty', 8]])
  })

  it('teaches nothing where a lexicon is learned, and stops it where the reading is strict', async () => {
    const many = Array.from({ length: 30 }, (_, index) => tu(`The lighthouse ${index} stands on the coast.`)).join('\n')
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'hexapla-train-')), 'm.tmx')
    writeFileSync(file, tmx(`${many}\n<tu><tuv xml:lang="en"><seg>Never closed.</tuv></tu>\n${many}`))
    const strict = await run(['train', file, '--json'])
    expect([strict.code, strict.stderr]).toEqual([1, expect.stringContaining('"read:memory-malformed"')])
    const lenient = await run(['train', file, '--lenient', '--json'])
    expect([lenient.code, lenient.stderr]).toEqual([0, expect.stringContaining('"read:memory-skipped"')])
    writeFileSync(file, tmx(`${many}\n${many}`))
    expect(lenient.stdout).toBe((await run(['train', file])).stdout)
    rmSync(path.dirname(file), { recursive: true })
  })

  it('changes nothing in a memory that has none', async () => {
    const whole = tmx(`${tu('First &lt;b&gt;.')}\n${tu('<hi type="x">Second</hi>.')}`)
    expect((await convert(whole, 'tmx', 'tmx', true)).text).toBe((await convert(whole, 'tmx', 'tmx')).text)
  })
})

it('a run says what is wrong once, not once a reading and a format', async () => {
  const { stderr } = await run(['convert', '-', '--from', 'tmx', '--to', 'tsv', '--json'], tmx(tu('A&#2;b')))
  expect(stderr.match(/memory-character/g)).toHaveLength(1)
})

it.each([[['memory', 'add', 'MADE']], [['memory', 'check']], [['terms']], [['review', '--report']]])('%j takes none of them, and leaves nothing behind', async (line) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  const made = path.join(folder, 'made.db')
  const files = {
    'deep.tmx': tmx(tu(`${'<hi>'.repeat(10_000)}a${'</hi>'.repeat(10_000)}`)),
    'entity.tmx': tmx(tu('&e;'), '<!DOCTYPE tmx [<!ENTITY e "&#x110000;">]>\n'),
    'wrong.jsonl': '{"type":"unit","id":5}\n'
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    const { code, stderr } = await run([...line.map((word) => (word === 'MADE' ? made : word)), file])
    expect([name, code]).toEqual([name, 1])
    expect(stderr).toMatch(/\[read:memory-(?:line|malformed)\]/)
    expect(stderr).not.toContain('    at ')
  }
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort())
  rmSync(folder, { recursive: true })
})
