import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignLines, alignLineVersions, formatBead, type LineVersion } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { unitFormatNames, type UnitFormatName } from '../src/write/format-name.ts'
import { run } from './run-command.ts'
import { someOf } from './some-of.ts'
import { sheetOf } from './write-support.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-lines-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const put = (name: string, lines: readonly string[]): string => {
  const file = path.join(folder, name)
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  return file
}

const made = madeSentences(60, 7)
const linesOf = (code: LanguageCode): string[] => made.map((sentence) => sentence[code])
const version = (language: LanguageCode, lines = linesOf(language)): LineVersion => ({ language, name: language, lines })
/** Each language beside two others. */
const pairs = someOf(languageCodes.map((source, index) => [source, languageCodes[(index + 1) % 6] ?? source] as const), 3)

const german = ['Das Haus hat 3 Türen.', 'Es wurde 1912 gebaut.', 'Im Garten stehen 14 Bäume.', 'Die Miete beträgt 850 Euro.', 'Der Vertrag endet am 30. Juni.']
const portuguese = ['A casa tem 3 portas.', 'Foi construída em 1912.', 'No jardim há 14 árvores.', 'O aluguel é de 850 euros.', 'O contrato termina em 30 de junho.']
const hebrew = ['לבית 3 דלתות.', 'הוא נבנה בשנת 1912.', 'בגן יש 14 עצים.', 'שכר הדירה הוא 850 אירו.', 'החוזה מסתיים ב-30 ביוני.']

/** A blank line behind every third line. */
const spread = (lines: readonly string[]): string[] => lines.flatMap((line, index) => (index % 3 === 2 ? [line, index % 2 === 0 ? '' : ' \t'] : [line]))

describe('two texts of lines', () => {
  it.each(pairs)('%s-%s: units are the beads, with their scores', (source, target) => {
    // A line that one side lacks, and two that are one on the other.
    const [left, right] = [linesOf(source), linesOf(target)]
    right.splice(20, 1)
    left.splice(40, 2, `${left[40]} ${left[41]}`)
    const { beads } = alignLines(left, right, { source, target })
    const { units } = alignLineVersions([version(source, left), version(target, right)])
    const range = (start: number, end: number): string => Array.from({ length: end - start }, (_, at) => `l${start + at + 1}`).join(' ')
    const fromBeads = beads.map((bead) => `${range(bead.sourceStart, bead.sourceEnd)} = ${range(bead.targetStart, bead.targetEnd)}`)
    const fromUnits = units.map(({ versions }) => `${versions[source]?.addresses.join(' ') ?? ''} = ${versions[target]?.addresses.join(' ') ?? ''}`)
    expect(fromUnits.toSorted()).toEqual(fromBeads.toSorted())
    const scores = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd).map(({ score }) => score)
    expect(units.flatMap(({ score }) => score ?? [])).toEqual(scores)
    expect(units.every(({ by }) => by === 'lines')).toBe(true)
  })

  it.each(pairs)('%s-%s: blank lines change no score', (source, target) => {
    const options = { source, target }
    const plain = alignLines(linesOf(source), linesOf(target), options).beads
    const { beads } = alignLines(spread(linesOf(source)), linesOf(target), options)
    const paired = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
    expect(paired.map(({ score }) => score)).toEqual(plain.map(({ score }) => score))
    // Every line is in a bead, the blank ones alone.
    expect(beads.reduce((sum, bead) => sum + bead.sourceEnd - bead.sourceStart, 0)).toBe(spread(linesOf(source)).length)
    expect(beads.filter((bead) => bead.targetStart === bead.targetEnd)).toHaveLength(20)
    const spreadOut = alignLineVersions([version(source, spread(linesOf(source))), version(target, spread(linesOf(target)))]).units
    expect(spreadOut.map(({ score }) => score)).toEqual(plain.map(({ score }) => score))
    expect(spreadOut[3]?.versions[source]?.addresses).toEqual(['l5'])
  })
})

describe('boundaries', () => {
  const cut = (lines: readonly string[], boundary: string): string[] => lines.flatMap((line, index) => (index === 20 || index === 40 ? [boundary, line] : [line]))
  const partOf = (code: LanguageCode, text: string): number => Math.floor(linesOf(code).indexOf(text) / 20)

  it.each([['blank', '', languageCodes], ['<p>', '<p>', ['ar', 'zh']], ['***', ' *** ', ['en', 'ru']]] as const)('%s: nothing is joined across them', (boundaries, line, codes) => {
    const { units } = alignLineVersions(codes.map((code) => version(code, cut(linesOf(code), line))), { boundaries })
    expect(units).toHaveLength(60)
    for (const { versions } of units) {
      const parts = codes.flatMap((code) => versions[code]?.segments.map((segment) => partOf(code, segment)) ?? [])
      expect(new Set(parts).size).toBe(1)
    }
  })

  it.each(pairs)('%s-%s: hold where the texts speak against them', (source, target) => {
    // The boundary stands ten lines later in the target.
    const [left, right] = [linesOf(source).toSpliced(20, 0, '#'), linesOf(target).toSpliced(30, 0, '#')]
    const { beads } = alignLines(left, right, { source, target, boundaries: '#' })
    for (const bead of beads) {
      if (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd) continue
      expect(bead.sourceEnd <= 20).toBe(bead.targetEnd <= 30)
      expect(bead.sourceStart > 20).toBe(bead.targetStart > 30)
    }
    const { units } = alignLineVersions([version(source, left), version(target, right)], { boundaries: '#' })
    for (const { versions } of units) {
      const [one, other] = [source, target].map((code) => versions[code]?.addresses.map((address) => Number(address.slice(1))) ?? [])
      if (one?.length && other?.length) expect(one.every((line) => line <= 20)).toBe(other.every((line) => line <= 30))
    }
    expect(units.reduce((sum, { versions }) => sum + (versions[source]?.segments.length ?? 0), 0)).toBe(60)
  })

  it('must be as many in every text', async () => {
    const [one, other] = [put('parts.en.txt', ['One.', '', 'Two.']), put('parts.fr.txt', ['Un.', 'Deux.'])]
    const { code, stderr } = await run(['align', '--lines', one, other, '--source', 'en', '--target', 'fr', '--boundaries', 'blank', '--to', 'tsv', '--json'])
    expect(code).toBe(1)
    const [message] = (JSON.parse(stderr) as Array<{ messages: Array<{ id: string; reason: string }> }>).flatMap(({ messages }) => messages)
    expect(message?.id).toBe('align:boundaries-differ')
    expect(message?.reason).toContain(`2 in ${one}, 1 in ${other}`)
  })
})

describe('--max-bead', () => {
  it.each(pairs)('%s-%s: no bead has more lines', (source, target) => {
    const right = linesOf(target)
    right.splice(30, 3, right.slice(30, 33).join(' '))
    const largest = (maxBead?: number): number =>
      Math.max(...alignLines(linesOf(source), right, { source, target, ...(maxBead === undefined ? {} : { maxBead }) }).beads.map((bead) => bead.sourceEnd - bead.sourceStart))
    expect(largest()).toBe(3)
    expect(largest(2)).toBeLessThanOrEqual(2)
    expect(largest(1)).toBe(1)
  })

  it.each(pairs)('%s-%s: a line may stand for six', (source, target) => {
    const [left, right] = [linesOf(source), linesOf(target)]
    right.splice(10, 5, right.slice(10, 15).join(' '))
    right.splice(30, 6, right.slice(30, 36).join(' '))
    left.splice(45, 6, left.slice(45, 51).join(' '))
    const long = (maxBead?: number): string[] => alignLines(left, right, { source, target, ...(maxBead === undefined ? {} : { maxBead }) }).beads
      .map((bead) => `${bead.sourceEnd - bead.sourceStart}:${bead.targetEnd - bead.targetStart}`)
      .filter((type) => type !== '1:1')
    expect(long()).toEqual(['5:1', '6:1', '1:6'])
    expect(long(4)).not.toContain('5:1')
  })
})

describe('align --lines', () => {
  const six = (): string[] => languageCodes.map((code) => put(`six.${code}.txt`, linesOf(code)))
  const named = (files: readonly string[]): string[] => files.flatMap((file, index) => ['--lang', `${file}=${languageCodes[index]}`])

  describe('of six languages at once', () => {
    const endings: Readonly<Record<UnitFormatName, RegExp>> = { tmx: /\.tmx$/, xliff: /sent\.xlf$/, xliff21: /\.v2\.xlf$/, moses: /sent\.(?:ar|en|es|fr|ru|zh|ids)$/, tsv: /\.tsv$/, xlsx: /\.xlsx$/, jsonl: /\.jsonl$/, ces: /\.ces\.xml$/, tei: /\.tei\.xml$/, html: /\.html$/ }
    const texts = new Map<string, string>()
    beforeAll(async () => {
      const out = path.join(folder, 'six')
      const files = six()
      const { code, stderr } = await run(['align', '--lines', ...files, ...named(files), '-o', out, '--to', unitFormatNames.join()])
      expect(stderr).toMatch(/60 sentence units: 60 in all 6 languages/)
      expect(code).toBe(0)
      for (const file of readdirSync(out)) texts.set(file, file.endsWith('.xlsx') ? sheetOf(readFileSync(path.join(out, file))) : readFileSync(path.join(out, file), 'utf8'))
    })

    it.each(unitFormatNames)('writes %s, with the texts', (format) => {
      const text = [...texts].flatMap(([file, each]) => (endings[format].test(file) ? [each] : [])).join('\n')
      if (format === 'ces') expect(text).toContain('xtargets="60:1;60:1"')
      else for (const code of languageCodes) expect(text).toContain(made[9]?.[code].replaceAll('&', '&amp;').replaceAll('"', '&quot;').slice(0, 20))
    })

    it('writes no file that is of no format', () => {
      expect([...texts.keys()].filter((file) => !Object.values(endings).some((ending) => ending.test(file)))).toEqual([])
    })
  })

  it('takes languages beyond the six, with regions and other scripts', async () => {
    const [one, other, third] = [put('haus.txt', german), put('casa.txt', portuguese), put('bait.txt', hebrew)]
    const file = path.join(folder, 'de-pt.tmx')
    expect((await run(['align', '--lines', one, other, '--source', 'de', '--target', 'pt-br', '-o', file])).code).toBe(0)
    const tmx = readFileSync(file, 'utf8')
    expect(tmx).toContain('srclang="de"')
    expect(tmx).toContain('<tuv xml:lang="pt-BR"><seg>Foi construída em 1912.</seg></tuv>')
    expect(tmx).toContain('<note>line 2</note>')
    expect(tmx.match(/<tu>/g)).toHaveLength(5)
    const page = path.join(folder, 'three.html')
    const { code, stderr } = await run(['align', '--lines', one, other, third, '--lang', `${one}=de`, '--lang', 'casa.txt=pt-BR', '--lang', 'bait.txt=he', '-o', page])
    expect(stderr).toContain('5 sentence units: 5 in all 3 languages')
    expect(code).toBe(0)
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('lang="he" dir="rtl"')
    for (const name of ['Deutsch', 'português', 'עברית']) expect(html).toContain(name)
    const { stdout } = await run(['align', '--lines', one, other, third, '--lang', `${one}=de`, '--lang', 'casa.txt=pt-BR', '--lang', 'bait.txt=he', '--source', 'he', '--to', 'tsv'])
    expect(stdout.split('\n', 1)[0]?.split('\t').slice(-3)).toEqual(['he', 'de', 'pt-BR'])
  })

  it('goes through JSON Lines to TMX, and into a lexicon', async () => {
    const [one, other] = [put('j.de.txt', german), put('j.pt.txt', portuguese)]
    const units = path.join(folder, 'j.jsonl')
    await run(['align', '--lines', one, other, '--source', 'de', '--target', 'pt', '-o', units])
    const [direct, through] = [path.join(folder, 'j1.tmx'), path.join(folder, 'j2.tmx')]
    await run(['align', '--lines', one, other, '--source', 'de', '--target', 'pt', '-o', direct])
    expect((await run(['convert', units, '-o', through])).code).toBe(0)
    expect(readFileSync(through, 'utf8')).toBe(readFileSync(direct, 'utf8'))
    for (const memory of [units, direct]) expect(JSON.parse((await run(['train', memory])).stdout)).toMatchObject([{ source: 'de', target: 'pt', pairs: 5 }])
  })

  it('prints beads of two files, or saves them', async () => {
    const [one, other] = [put('b.de.txt', spread(german)), put('b.pt.txt', portuguese)]
    const argv = ['align', '--lines', one, other, '--source', 'de', '--target', 'pt']
    const { stdout } = await run(argv)
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual(['[0]:[0]', '[1]:[1]', '[2]:[2]', '[3]:[]', '[4]:[3]', '[5]:[4]', ''])
    const file = path.join(folder, 'out.beads')
    expect((await run([...argv, '--to', 'beads', '-o', file])).stderr).toBe(`wrote ${file}\n`)
    expect(readFileSync(file, 'utf8')).toBe(stdout)
    const { beads } = alignLines(german, portuguese, { source: 'de', target: 'pt' })
    expect(stdout.split('\n')[4]?.split('\t')[1]).toBe(formatBead(beads[3] ?? { sourceStart: 0, sourceEnd: 0, targetStart: 0, targetEnd: 0, score: 0 }).split('\t')[1])
  })

  it.each<[string, string[], string]>([
    ['no languages', [], '--lines needs the language of each file: --source and --target of two, or --lang FILE=xx'],
    ['a language that is none', ['--source', 'de', '--target', 'german'], 'german is no language code such as de or pt-BR'],
    ['a --lang of no input', ['--source', 'de', '--target', 'pt', '--lang', 'x.txt=de'], '--lang x.txt=de names no input'],
    ['units in one language', ['--source', 'de', '--target', 'de', '--to', 'tmx'], 'two files in de: give each a tag of its own, such as en-GB and en-US'],
    ['--unit', ['--source', 'de', '--target', 'pt', '--unit', 'paragraph'], '--unit is for documents, lines are units as they are'],
    ['--force', ['--source', 'de', '--target', 'pt', '--force'], '--force is for documents, --lines takes lines as they are'],
    ['--numbering', ['--source', 'de', '--target', 'pt', '--numbering', 'keep'], '--numbering is for documents, --lines takes lines as they are'],
    ['--segments', ['--source', 'de', '--target', 'pt', '--segments'], '--segments is for documents, --lines takes lines as they are'],
    ['--no-learn', ['--source', 'de', '--target', 'pt', '--no-learn'], '--no-learn is for folders'],
    ['--date of beads', ['--source', 'de', '--target', 'pt', '--date', '2020-01-01'], '--date does nothing for beads; name a format of units with --to or -o'],
    ['beads beside units', ['--source', 'de', '--target', 'pt', '--to', 'beads,tmx'], 'beads stand alone, without other formats']
  ])('refuses %s', async (_, argv, text) => {
    const { code, stderr } = await run(['align', '--lines', put('r1.txt', german), put('r2.txt', portuguese), ...argv])
    expect([code, stderr]).toEqual([2, `error: ${text}\n(add --help for the options)\n`])
  })

  it.each<[string, string[], RegExp]>([
    ['beads of three files', ['--to', 'beads'], /beads are of two files/],
    ['a target of three files', ['--target', 'fr'], /--target is for two files/],
    ['a source that is not there', ['--source', 'it'], /--source is one of ar, en, es/]
  ])('refuses %s', async (_, argv, text) => {
    const files = six().slice(0, 3)
    const { code, stderr } = await run(['align', '--lines', ...files, ...named(files), ...argv])
    expect(code).toBe(2)
    expect(stderr).toMatch(text)
  })

  it.each([['--boundaries', 'blank'], ['--max-bead', '2'], ['--target', 'fr']])('keeps %s for lines', async (option, value) => {
    const { code, stderr } = await run(['align', 'a.txt', 'b.txt', option, value])
    expect([code, stderr]).toEqual([2, `error: ${option} is for --lines\n(add --help for the options)\n`])
  })

  it.each([['--max-bead', '0'], ['--max-bead', '9'], ['--max-bead', '1.5'], ['--boundaries', ' ']])('refuses %s %s', async (option, value) => {
    expect((await run(['align', '--lines', 'a.txt', 'b.txt', option, value])).code).toBe(2)
  })

  it('says all of it in its help', async () => {
    const { stdout } = await run(['align', '--help'])
    for (const word of ['--lines', '--boundaries', '--max-bead', '--segments', '--no-learn', 'l12', 'pt-BR']) expect(stdout).toContain(word)
  })
})

describe('--segments', () => {
  /** Lines that a reader of printed pages would join. */
  const broken: Readonly<Record<LanguageCode, readonly [string, string]>> = {
    ar: ['اجتمعت اللجنة في', 'الصباح وبعد الظهر.'],
    en: ['The Committee met in the', 'morning and in the afternoon.'],
    es: ['El Comité se reunió por la', 'mañana y por la tarde.'],
    fr: ['Le Comité s’est réuni dans la', 'matinée et dans l’après-midi.'],
    ru: ['Комитет собрался в первой', 'половине дня и во второй.'],
    zh: ['委员会在上午', '和下午都开了会。']
  }

  it.each(languageCodes)('%s: a line is a block, joined with no other', async (code) => {
    const file = put(`broken.${code}.txt`, broken[code])
    const blocks = async (...argv: string[]): Promise<number> => (await run(['parse', file, '--lang', `${file}=${code}`, ...argv])).stdout.trimEnd().split('\n').length - 1
    expect(await blocks()).toBe(1)
    expect(await blocks('--segments')).toBe(2)
  })

  it('aligns them as they stand, in six languages', async () => {
    const files = languageCodes.map((code) => put(`segments.${code}.txt`, linesOf(code)))
    const { code, stdout } = await run(['align', '--segments', ...files, ...files.flatMap((file, index) => ['--lang', `${file}=${languageCodes[index]}`]), '--unit', 'paragraph', '--to', 'tsv'])
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n').slice(1).map((row) => row.split('\t')[4])).toEqual(made.map(() => '1-1-1-1-1-1'))
  })
})
