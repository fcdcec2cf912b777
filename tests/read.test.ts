import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { HexaplaError, type Report } from '../src/message/report.ts'
import { readText } from '../src/read/index.ts'
import { goldUnits, noteVerbale } from './corpus-files.ts'

/** The note verbale in a language, without the signs that a legacy encoding has no place for. */
function plain(language: LanguageCode): string {
  return goldUnits(noteVerbale)
    .flatMap(({ sentences }) => sentences[language])
    .join('\r\n')
    .replaceAll('’', "'")
    .replace(/[“”]/g, '"')
    .replaceAll('—', '-')
    .replaceAll('œ', 'oe')
}

const encode = (text: string, encoding: string): Uint8Array => execFileSync('iconv', ['-f', 'UTF-8', '-t', `${encoding}//TRANSLIT`], { input: text })

/** Text, and the ids of the messages. */
function read(bytes: Uint8Array, encoding?: string): { text: string; ids: string[] } {
  const ids: string[] = []
  const report: Report = (id) => ids.push(id)
  return { text: readText(bytes, { name: 'x.txt', report, ...(encoding === undefined ? {} : { encoding }) }), ids }
}

function failure(bytes: Uint8Array, encoding?: string): string {
  try {
    read(bytes, encoding)
  } catch (error) {
    if (error instanceof HexaplaError) return error.id
    throw error
  }
  return 'none'
}

describe('encodings', () => {
  it.each(languageCodes)('%s in UTF-8 and UTF-16, with and without byte order mark', (language) => {
    const text = plain(language)
    const utf16 = Buffer.from(text, 'utf16le')
    const swapped = Buffer.from(utf16).swap16()
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, swapped, Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])])
      expect(read(bytes)).toEqual({ text, ids: [] })
  })

  it.each<[LanguageCode, string]>([
    ['ru', 'WINDOWS-1251'],
    ['ru', 'KOI8-R'],
    ['ru', 'ISO-8859-5'],
    ['fr', 'WINDOWS-1252'],
    ['es', 'WINDOWS-1252'],
    ['ar', 'WINDOWS-1256'],
    ['ar', 'ISO-8859-6'],
    ['zh', 'GB18030']
  ])('%s in %s: found out, and said', (language, encoding) => {
    const bytes = encode(plain(language), encoding)
    const decoded = new TextDecoder(encoding).decode(bytes)
    const { text, ids } = read(bytes)
    expect(text).toBe(decoded)
    expect(ids).toEqual(language === 'zh' ? [] : ['read:encoding-unsure'])
    expect(read(bytes, encoding)).toEqual({ text: decoded, ids: [] })
  })

  it('bytes that no encoding explains', () => {
    expect(failure(new Uint8Array([0xc3, 0x28, 0x41]), 'utf-8')).toBe('read:encoding-unknown')
    expect(failure(Buffer.from('text'), 'no-such-encoding')).toBe('read:encoding-unknown')
  })

  it('letters that the export lost', () => {
    expect(read(Buffer.from('The re\uFFFDport.')).ids).toEqual(['read:character-lost'])
  })
})

describe('what is no text', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'read:empty'],
    ['white space', Buffer.from(' \n\f'), 'read:empty'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'read:binary'],
    ['a Word document', Buffer.from('PK\u0003\u0004'), 'read:binary'],
    ['zero bytes', new Uint8Array([1, 0, 0, 3, 0, 200, 0, 0, 7]), 'read:binary']
  ])('%s', (_, bytes, id) => {
    expect(failure(bytes)).toBe(id)
  })
})
