import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LanguageCode, languageCodes } from '../src/language/code.ts'
import { parseAbbreviations, splitSentences } from '../src/segment/index.ts'
import { run } from './run-command.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
const put = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** A sentence with an abbreviation that no list knows, and the line that teaches it. */
const cases: Readonly<Record<LanguageCode, readonly [text: string, line: string]>> = {
  ar: ['صدر عن الهيئة بحر. الشمال أمس.', 'ar\tبحر.'],
  en: ['The rules of Harb. Regs. Part Two apply.', 'en\tRegs.'],
  es: ['Rige la norma del Regto. General de faros.', 'es\tRegto.'],
  fr: ['Le texte du Règlt. Général des phares vaut.', 'fr\tRèglt.'],
  ru: ['Действует Морск. Устав портов.', 'ru\tморск'],
  zh: ['见 Harb. Regs. 第二部分。', 'zh\tRegs.']
}

describe('abbreviations of the user', () => {
  it.each(languageCodes)('end no sentence, %s', (language) => {
    const [text, line] = cases[language]
    const added = parseAbbreviations(`# ours\n${line}\n*\tharb.\n`)
    expect(splitSentences(text, language).length).toBeGreaterThan(1)
    expect(splitSentences(text, language, added)).toEqual([[0, text.length]])
    // Other lists and other languages do not know them.
    expect(splitSentences(text, language).length).toBeGreaterThan(1)
    if (language !== 'en') expect(splitSentences(cases.en[0], 'en', parseAbbreviations(line)).length).toBeGreaterThan(1)
  })

  it('have a kind, and letters with spaces between', () => {
    const added = parseAbbreviations('en\tProt.\tnumber\nen\tst. op.\tfinal\r\n')
    expect(added).toEqual([{ language: 'en', word: 'prot', kind: 'number' }, { language: 'en', word: 'st.op', kind: 'final' }])
    expect(splitSentences('It is in Prot. 5 of old. They left the Prot. Nobody came.', 'en', added)).toHaveLength(3)
  })

  it.each([
    ['de\tusw.', 'line 1, expected ar, en, es, fr, ru, zh or *'],
    ['en\tRegs.\nen\tRegs.\tnever', 'line 2, expected one of doubtful, era, final, number, prefix, unit'],
    ['en\ttwo words', 'line 1, expected one word'],
    ['en\t12.', 'line 1, expected one word']
  ])('%j is refused with its line', (tsv, text) => {
    expect(() => parseAbbreviations(tsv)).toThrow(text)
  })
})

describe('hexapla --abbreviations', () => {
  const text = put('rules.en.txt', '1. The rules of the Harbour Regs. Part Two apply to every ship that enters a port of the State, and to those who own it.\n')

  it('parse and align read the list', async () => {
    const list = put('list.tsv', 'en\tRegs.\n')
    const sentences = async (...options: string[]): Promise<number> => (await run(['parse', text, '--to', 'json', ...options])).stdout.split('"type":"sentence"').length - 1
    expect(await sentences()).toBe(2)
    expect(await sentences('--abbreviations', list)).toBe(1)
    const other = put('rules.fr.txt', '1. Le règlement des ports, deuxième partie, s’applique à tout navire qui entre dans un port de l’État, et à ceux qui le possèdent.\n')
    expect((await run(['align', text, other, '--unit', 'sentence', '--to', 'tsv', '--abbreviations', list])).stdout.trim().split('\n')).toHaveLength(2)
  })

  it('a list that is none is said, with its name', async () => {
    const { code, stderr } = await run(['parse', text, '--abbreviations', put('bad.tsv', 'Regs.\n')])
    expect(code).toBe(1)
    expect(stderr).toContain('bad.tsv')
    expect((await run(['align', text, text, '--lines', '--source', 'en', '--target', 'fr', '--abbreviations', text])).code).toBe(2)
  })
})
