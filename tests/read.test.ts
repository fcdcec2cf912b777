import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { HexaplaError, type Report } from '../src/message/report.ts'
import { decode } from '../src/read/decode.ts'
import { readText } from '../src/read/index.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
import { someOf } from './some-of.ts'

/** The note verbale in a language, lines with CRLF and a form feed. */
function plain(language: LanguageCode): string {
  const sentences = goldUnits(noteVerbale).flatMap((unit) => unit.sentences[language])
  return sentences.map((sentence, index) => (index === 10 ? `\f${sentence}` : sentence)).join('\r\n')
}

const encode = (text: string, encoding: string): Buffer => execFileSync('iconv', ['-c', '-f', 'UTF-8', '-t', `${encoding}//TRANSLIT`], { input: text })

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

  const legacy: Array<[LanguageCode, string]> = [
    ['ru', 'WINDOWS-1251'],
    ['ru', 'KOI8-R'],
    ['ru', 'ISO-8859-5'],
    ['en', 'WINDOWS-1252'],
    ['fr', 'WINDOWS-1252'],
    ['es', 'WINDOWS-1252'],
    ['ar', 'WINDOWS-1256'],
    ['ar', 'ISO-8859-6'],
    ['zh', 'GB18030']
  ]

  /** What iconv makes of the bytes: the decoder of Node 20 is not to be trusted with Windows-1252. */
  const decoded = (bytes: Uint8Array, encoding: string): string => execFileSync('iconv', ['-f', encoding, '-t', 'UTF-8'], { input: bytes, encoding: 'utf8' })

  it.each(legacy)('%s in %s: found out, and said', (language, encoding) => {
    const bytes = encode(plain(language), encoding)
    const { text, ids } = read(bytes)
    expect(text).toBe(decoded(bytes, encoding))
    expect(ids).toEqual(language === 'zh' ? [] : ['read:encoding-unsure'])
    expect(read(bytes, encoding)).toEqual({ text, ids: [] })
  })

  it('the quotation marks, dashes and ligatures of Windows-1252', () => {
    const text = 'L’œuvre – « notée » – coûte 3 € “net”…'
    expect(read(encode(text, 'WINDOWS-1252')).text).toBe(text)
    for (const label of ['windows-1252', 'latin1', 'iso-8859-1']) expect(read(encode(text, 'WINDOWS-1252'), label).text).toBe(text)
  })

  it.each(someOf([200, 500, 2000], 3, 1))('pieces of %i bytes are never read wrongly in silence, and rarely at all', (size) => {
    const outcomes = { right: 0, unknown: 0, wrong: 0 }
    for (const [language, encoding] of legacy) {
      const bytes = encode(plain(language), encoding)
      // A byte a character, Chinese aside.
      const whole = decoded(bytes, encoding)
      const textAt = (at: number): string => (encoding === 'GB18030' ? new TextDecoder(encoding).decode(bytes.subarray(at, at + size)) : whole.slice(at, at + size))
      for (let at = 0; at + size <= bytes.length; at += size) {
        const piece = bytes.subarray(at, at + size)
        if (encoding === 'GB18030' ? !/^[^\uFFFD]+$/.test(new TextDecoder(encoding).decode(piece)) : piece.every((byte) => byte < 0x80)) continue
        const ids: string[] = []
        const report: Report = (id) => ids.push(id)
        try {
          const text = readText(piece, { report })
          const right = text === textAt(at)
          if (!right) expect(ids).toContain('read:encoding-unsure')
          outcomes[right ? 'right' : 'wrong']++
        } catch (error) {
          expect(error).toMatchObject({ id: 'read:encoding-unknown' })
          outcomes.unknown++
        }
      }
    }
    expect(outcomes.right).toBeGreaterThan(10)
    expect(outcomes.wrong + outcomes.unknown).toBeLessThanOrEqual(outcomes.right / 50)
  })

  it.each([
    ['Japanese in Shift JIS', '委員会は、沿岸の灯台に関する事務局の報告書に留意した。', 'SHIFT_JIS'],
    ['Japanese in EUC', '委員会は、沿岸の灯台に関する事務局の報告書に留意した。', 'EUC-JP'],
    ['Korean in EUC', '위원회는 해안 등대에 관한 사무국의 보고서에 유의하였다.', 'EUC-KR'],
    ['Greek', 'Η Επιτροπή έλαβε υπόψη την έκθεση της γραμματείας για τους φάρους της ακτής.', 'WINDOWS-1253']
  ])('%s is not taken for one of the six', (_, text, encoding) => {
    expect(failure(encode(text, encoding))).toBe('read:encoding-unknown')
  })

  it('traditional Chinese in Big5, and says so', () => {
    const text = '委員會注意到秘書處關於海岸燈塔的報告。委員會請會員國在年底前提交資料，並建議改進培訓和更新設備。'
    expect(read(encode(text, 'BIG5'))).toEqual({ text, ids: ['read:encoding-unsure'] })
    expect(read(encode(text, 'GB18030'))).toEqual({ text, ids: [] })
  })

  it.each(languageCodes)('%s in UTF-8 and UTF-16 that was cut off, or has a stray byte: all but that is read, and it is said', (language) => {
    const text = `${plain(language)} é`
    const bytes = Buffer.from(text)
    expect(read(bytes.subarray(0, -1))).toEqual({ text: text.replace(/é$/, '\uFFFD'), ids: ['read:character-lost'] })
    const utf16 = Buffer.from(text, 'utf16le').subarray(0, -1)
    expect(read(utf16)).toEqual({ text: text.replace(/é$/, '\uFFFD'), ids: ['read:character-lost'] })
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
    ['a PDF, read as text', Buffer.from('%PDF-1.7'), 'read:binary'],
    ['a Word document, read as text', Buffer.from('PK\u0003\u0004'), 'read:binary'],
    ['a web page', Buffer.from('\uFEFF\n<!DOCTYPE html>\n<html><body><p>Text</p></body></html>'), 'read:markup'],
    ['a memory', Buffer.from('<?xml version="1.0"?><tmx version="1.4"></tmx>'), 'read:markup'],
    ['zero bytes', new Uint8Array([1, 0, 0, 3, 0, 200, 0, 0, 7]), 'read:binary']
  ])('%s', (_, bytes, id) => {
    expect(failure(bytes)).toBe(id)
  })
})

describe('UTF-8 that was read as another encoding and saved again', () => {
  const wrong = ['windows-1252', 'windows-1251', 'windows-1256'] as const
  /** A text as it comes out of the wrong reading; the bytes that the encoding leaves open are as WHATWG has them. */
  const twice = (text: string, encoding: (typeof wrong)[number]): string => decode(Buffer.from(text), encoding)

  it.each(languageCodes.flatMap((language) => wrong.map((encoding) => [language, encoding] as const)))('%s read as %s is put right, and said', (language, encoding) => {
    const text = plain(language)
    const damaged = Buffer.from(twice(text, encoding))
    if (damaged.toString() === text) return
    expect(read(damaged)).toEqual({ text, ids: ['read:decoded-twice'] })
  })

  it.each(languageCodes)('%s read as Latin 1, whose controls stand for signs of Windows', (language) => {
    const text = plain(language)
    const damaged = Buffer.from(Buffer.from(text).toString('latin1'))
    if (damaged.toString() === text) return
    expect(read(damaged)).toEqual({ text, ids: ['read:decoded-twice'] })
  })

  it.each(languageCodes)('%s in order is left alone, whatever signs meet', (language) => {
    const text = `${plain(language)}\nÂ« groupe «В» É»’ à» — Ã\n`
    expect(read(Buffer.from(text))).toEqual({ text, ids: [] })
  })

  it('a no-break space that became a plain one', () => {
    const text = 'La séance est levée à midi, à Genève.\n'
    const damaged = twice(text, 'windows-1252').replaceAll('\u00A0', ' ')
    expect(read(Buffer.from(damaged)).text).toBe(text)
    expect(read(Buffer.from(damaged.replaceAll('  ', ' '))).text).toBe(text)
  })

  it('lines in order stay, in a text with lines that are not', () => {
    const text = `La Commission a été réunie à Genève.\n${twice('Les États côtiers ont participé à la session.', 'windows-1252')}\n`
    expect(read(Buffer.from(text)).text).toBe('La Commission a été réunie à Genève.\nLes États côtiers ont participé à la session.\n')
  })
})

describe('NUL', () => {
  it.each(languageCodes)('one in a text in %s is left out and said', (language) => {
    const text = plain(language)
    const at = text.indexOf(' ') > 0 ? text.indexOf(' ') - 1 : 5
    expect(read(Buffer.from(`${text.slice(0, at)}\0${text.slice(at)}`))).toEqual({ text, ids: ['read:nul-dropped'] })
  })

  it.each(languageCodes)('some in a short text in %s are no reason to read it as UTF-16', (language) => {
    const text = plain(language).slice(0, 16)
    // Two zeros in front of a space, at even and at odd bytes.
    for (const first of [text, `${text}.`]) expect(failure(Buffer.from(`${first}\0 ${text}${text.length % 2 === 0 ? '' : '.'}\0 .`))).toBe('read:binary')
  })

  it('one in Windows-1252 is no reason to refuse it, many are', () => {
    const bytes = Buffer.from('La r\u00E9union a \u00E9t\u00E9 lev\u00E9e \u00E0 midi.\0 Les \u00C9tats ont r\u00E9pondu.', 'latin1')
    expect(read(bytes).text).toBe('La réunion a été levée à midi. Les États ont répondu.')
    expect(failure(Buffer.from('a\0b\0c\0'.repeat(20)))).toBe('read:binary')
  })
})

describe('bytes that were read in an encoding that is not theirs, and saved as UTF-8', () => {
  it.each([
    ['ru', 'WINDOWS-1251', 'windows-1252'],
    ['ru', 'WINDOWS-1251', 'koi8-r'],
    ['ru', 'KOI8-R', 'windows-1251'],
    ['ar', 'WINDOWS-1256', 'windows-1252'],
    ['zh', 'GB18030', 'windows-1252']
  ] as const)('%s in %s read as %s is put right, and said', (language, of, as) => {
    const bytes = encode(plain(language), of)
    const damaged = Buffer.from(decode(bytes, as))
    expect(read(damaged)).toEqual({ text: decode(bytes, of), ids: ['read:decoded-twice'] })
  })

  it('Chinese in UTF-8 read as GBK is put right but for what was lost, and both are said', () => {
    const text = plain('zh')
    const { text: got, ids } = read(Buffer.from(decode(Buffer.from(text), 'gb18030')))
    expect(ids).toEqual(['read:decoded-twice', 'read:character-lost'])
    expect(got.split('\uFFFD').every((piece) => text.includes(piece.trim()))).toBe(true)
    expect(got.replaceAll('\uFFFD', '').length).toBeGreaterThan(0.9 * text.length)
  })

  it.each([
    ['Japanese', '委員会は海岸の灯台に関する事務局の報告書に留意し、加盟国に対し年末までに資料を提出するよう要請した。'],
    ['Korean', '위원회는 해안 등대에 관한 사무국의 보고서에 유의하고 회원국에 연말까지 자료를 제출할 것을 요청하였다.'],
    ['Greek', 'Η Επιτροπή έλαβε υπόψη την έκθεση της γραμματείας για τους φάρους της ακτής.'],
    ['Hebrew', 'הוועדה רשמה לפניה את דוח המזכירות על המגדלורים של החוף וביקשה נתונים נוספים.'],
    ['Ukrainian', 'Комітет узяв до уваги доповідь секретаріату про маяки узбережжя і попросив надіслати їхні відомості.'],
    ['capitals', 'КОМИТЕТ ПРИНЯЛ К СВЕДЕНИЮ ДОКЛАД СЕКРЕТАРИАТА О МАЯКАХ ПОБЕРЕЖЬЯ'],
    ['names', '灯塔、渔网、贝壳、鲸鱼、珊瑚、潮汐、礁石、缆绳、罗盘、桅杆、浮标、锚链、船舵、帆布、舷窗、堤坝']
  ])('%s is left alone', (_, text) => {
    expect(read(Buffer.from(text))).toEqual({ text, ids: [] })
  })
})
