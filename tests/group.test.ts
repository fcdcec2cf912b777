import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteVerbale, read } from '../evaluation/corpus/files.ts'
import { readFileName } from '../src/collection/file-name.ts'
import { isSurveyed, surveyFile } from '../src/collection/survey.ts'
import { safeName, safeNames } from '../src/cli/output/safe-name.ts'
import { groupDocuments, type DocumentGroup, type GroupMember } from '../src/collection/group-documents.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../src/language/code.ts'

/** `A/73/761* in/note.fr.txt fr` to a member; its language is the last word, its symbols stand before the file. */
function member(text: string): GroupMember {
  const words = text.split(' ')
  const [language = '', file = ''] = [words.pop(), words.pop()]
  if (!isLanguageCode(language)) throw new Error(text)
  const { name } = readFileName(file)
  return { file, language, symbols: words, ...(name === undefined ? {} : { name }) }
}

/** A document on one line, what is wrong with it behind. */
function line({ name, versions, replaced, twice, revised, byName }: DocumentGroup<GroupMember>): string {
  return [
    `${name}:`,
    ...languageCodes.flatMap((code) => (versions[code] ? [`${code}=${versions[code].file}`] : [])),
    ...replaced.map(({ member: { file }, by }) => `${file}<${by.file}`),
    ...twice.map(({ member: { file }, first }) => `${file}!${first.file}`),
    ...revised.map(({ member: { file }, by }) => `${file}<<${by}`),
    ...byName.map(({ file }) => `${file}?`)
  ].join(' ')
}

function group(...texts: string[]): string[] {
  const members = texts.map(member)
  const [there, back] = [groupDocuments(members), groupDocuments(members.toReversed())]
  expect(back).toEqual(there)
  return [...there.documents.map(line), ...there.unknown.map(({ file }) => `unknown ${file}`)]
}

describe('documents of a folder', () => {
  it('one symbol in six languages, starred in one, typed with Cyrillic letters in another', () => {
    expect(group('A/73/761* 1.txt ar', 'A/73/761 2.txt en', 'A/73/761 3.txt es', 'A/73/761 4.txt fr', 'А/73/761 5.txt ru', 'A/73/761 6.txt zh')).toEqual([
      'A/73/761: ar=1.txt en=2.txt es=3.txt fr=4.txt ru=5.txt zh=6.txt'
    ])
  })

  it.each(languageCodes)('the starred issue in %s replaces the other one', (code) => {
    expect(group(`CD/2161 a.txt ${code}`, `CD/2161** b.txt ${code}`, `CD/2161* c.txt ${code}`)).toEqual([`CD/2161: ${code}=b.txt a.txt<b.txt c.txt<b.txt`])
  })

  it('a reissue is known by its note where its symbol has no star', () => {
    const [first, second] = [member('CD/2161 a.txt fr'), { ...member('CD/2161 b.txt fr'), reissue: '2019-05-22' }]
    expect(groupDocuments([second, first]).documents.map(line)).toEqual(['CD/2161: fr=b.txt a.txt<b.txt'])
  })

  it.each(languageCodes)('of one issue in %s the better format is taken; a later issue in a worse one replaces it, and an undated one beside a dated one is none', (code) => {
    const [docx, pdf, text] = ['a.docx', 'b.pdf', 'c.txt'].map((file, format) => ({ ...member(`CD/2161 ${file} ${code}`), format }))
    if (!docx || !pdf || !text) throw new Error(code)
    const outcome = (...members: GroupMember[]): unknown[] => {
      const [there, back] = [groupDocuments(members), groupDocuments(members.toReversed())]
      expect(back).toEqual(there)
      return there.documents.map((document) => [line(document), ...document.otherFormats.map(({ member: { file }, better }) => `${file}>${better.file}`)])
    }
    expect(outcome(pdf, text, docx)).toEqual([[`CD/2161: ${code}=a.docx`, 'b.pdf>a.docx', 'c.txt>a.docx']])
    expect(outcome(docx, { ...pdf, symbols: ['CD/2161*'] })).toEqual([[`CD/2161: ${code}=b.pdf a.docx<b.pdf`]])
    expect(outcome({ ...docx, reissue: 'undated' }, { ...pdf, reissue: '2019-05-22' })).toEqual([[`CD/2161: ${code}=a.docx b.pdf!a.docx`]])
  })

  it('Rev., Add. and Corr. are documents of their own; a revision says what it revises', () => {
    expect(group('A/C.1/77/L.3 a.txt en', 'A/C.1/77/L.3 b.txt fr', 'A/C.1/77/L.3/Rev.1 c.txt en', 'A/C.1/77/L.3/Rev.2 d.txt en', 'A/C.1/77/L.3/Add.1 e.txt ru', 'A/C.1/77/L.3/Corr.1 f.txt zh')).toEqual([
      'A/C.1/77/L.3: en=a.txt fr=b.txt a.txt<<A/C.1/77/L.3/Rev.2',
      'A/C.1/77/L.3/Add.1: ru=e.txt',
      'A/C.1/77/L.3/Corr.1: zh=f.txt',
      'A/C.1/77/L.3/Rev.1: en=c.txt c.txt<<A/C.1/77/L.3/Rev.2',
      'A/C.1/77/L.3/Rev.2: en=d.txt'
    ])
  })

  it('a joint document is one by either symbol', () => {
    expect(group('S/23329 a.txt ar', 'A/47/60 S/23329 b.txt en', 'A/47/60* c.txt zh', 'A/47/61 d.txt zh')).toEqual(['A/47/60–S/23329: ar=a.txt en=b.txt zh=c.txt', 'A/47/61: zh=d.txt'])
  })

  it('two files that say the same of themselves are both named', () => {
    expect(group('CD/2161 b.txt es', 'CD/2161 a.txt es', 'CD/2161 c.txt ar')).toEqual(['CD/2161: ar=c.txt es=a.txt b.txt!a.txt'])
  })

  it('a name that is a language alone takes no version of a document that has one with a symbol', () => {
    // Two documents in one folder: `EN.docx` says its symbol, `en.txt`, `es.txt` and `zh.txt` are of another one.
    expect(group('CD/1 in/EN.docx en', 'CD/1 far/es.txt es', 'in/en.txt en', 'in/es.txt es', 'in/zh.txt zh')).toEqual(['CD/1: en=in/EN.docx es=far/es.txt', 'in: en=in/en.txt es=in/es.txt zh=in/zh.txt in/en.txt? in/es.txt? in/zh.txt?'])
    // Without a clash the name holds, and the same text or another format of the same name is no clash.
    expect(group('CD/1 in/en.txt en', 'in/fr.txt fr')).toEqual(['CD/1: en=in/en.txt fr=in/fr.txt in/fr.txt?'])
    const formats = [{ ...member('CD/1 in/en.docx en'), format: 0 }, { ...member('in/en.pdf en'), format: 4 }]
    expect(groupDocuments(formats).documents.map(({ name, otherFormats }) => [name, otherFormats.length])).toEqual([['CD/1', 1]])
  })

  it.each(languageCodes)('a copy with the line ends of another system is a copy, in %s', async (code) => {
    const text = read('corpus', noteVerbale, `${code}.txt`)
    const members = await Promise.all([text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')].map(async (each, index) => {
      const version = await surveyFile({ path: `${index}.txt`, bytes: Buffer.from(each) }, { lang: [`${index}.txt=${code}`] })
      return isSurveyed(version) ? { ...version.member, symbols: ['CD/2161'] } : expect.unreachable(code)
    }))
    expect(groupDocuments(members).documents.map(({ copies, twice }) => [copies.length, twice.length])).toEqual([[2, 0]])
  })

  it('names stand in for symbols', () => {
    expect(group('in/note-fr.txt fr', 'CD/2161 in/Note.EN.txt en', 'x/ru.txt ru', 'x/zh.txt zh', 'lone.txt es', 'CD/1 y/ar.txt ar', 'CD/2 y/en.txt en', 'y/es.txt es')).toEqual([
      'CD/1: ar=y/ar.txt',
      'CD/2: en=y/en.txt',
      'CD/2161: en=in/Note.EN.txt fr=in/note-fr.txt in/note-fr.txt?',
      'x: ru=x/ru.txt zh=x/zh.txt x/ru.txt? x/zh.txt?',
      'unknown lone.txt',
      'unknown y/es.txt'
    ])
  })
})

describe('names of files', () => {
  it.each<[string, string[], string | undefined, string | undefined]>([
    ['in/A_73_761-EN.txt', ['A/73/761'], 'in/A_73_761', 'en'],
    ['in/A_73_761!-AR.pdf', ['A/73/761*'], 'in/A_73_761!', 'ar'],
    ['A_47_60;S_23329-ZH.docx', ['A/47/60', 'S/23329'], 'A_47_60;S_23329', 'zh'],
    ['A_HRC_45_2_E.txt', ['A/HRC/45/2'], undefined, 'en'],
    ['A_74_123_F.pdf', ['A/74/123'], undefined, 'fr'],
    ['A_74_123-S.doc.gz', ['A/74/123'], undefined, 'es'],
    ['A_CN.9_WG.III_WP.216', ['A/CN.9/WG.III/WP.216'], undefined, undefined],
    ['S_2022_9413/fr.txt', ['S/2022/9413'], 'S_2022_9413', 'fr'],
    ['письма/записка.ru.rtf', [], 'письма/записка', 'ru'],
    ['رسالة-ar.odt', [], 'رسالة', 'ar'],
    ['照会_zh.html', [], '照会', 'zh'],
    ['extracts/es.raw.txt', [], 'extracts/raw', 'es'],
    ['A-74-123-S.docx', ['A/74/123'], undefined, 'es'],
    ['A_74_123 (E).pdf', ['A/74/123'], undefined, 'en'],
    ['A_74_123_Add.1_C.pdf.gz', ['A/74/123/Add.1'], undefined, 'zh'],
    ['ECE-TRANS-WP.29-2026-139f.pdf', ['ECE/TRANS/WP.29/2026/139'], undefined, 'fr'],
    ['CRC-C-88-D-93-2019_ru.docx', ['CRC/C/88/D/93/2019'], 'CRC-C-88-D-93-2019', 'ru'],
    ['A_74_123-Add.1-EN.docx', ['A/74/123/Add.1'], 'A_74_123-Add.1', 'en'],
    ['plan-C.txt', [], undefined, undefined],
    ['N1912345.pdf', [], undefined, undefined],
    ['notes.txt', [], undefined, undefined]
  ])('%s', (file, symbols, name, language) => {
    expect(readFileName(file)).toEqual({ symbols, ...(name === undefined ? {} : { name: path.normalize(name) }), ...(language === undefined ? {} : { language }) })
  })

  it.each<[LanguageCode, string, string]>([
    ['ar', 'A', 'تقرير اللجنة عن أعمال دورتها، وفيه ما طلبته الجمعية العامة من معلومات.'],
    ['en', 'E', 'Report of the Committee on the work of its session, with what the Assembly asked for.'],
    ['es', 'S', 'Informe del Comité sobre la labor de su período de sesiones, con lo que pidió la Asamblea.'],
    ['fr', 'F', "Rapport du Comité sur les travaux de sa session, avec ce que l'Assemblée a demandé."],
    ['ru', 'R', 'Доклад Комитета о работе его сессии с тем, о чём просила Ассамблея.'],
    ['zh', 'C', '委员会关于其会议工作的报告，包括大会所要求的资料。']
  ])('a letter that is the language of the text parts a name in %s', async (language, letter, text) => {
    const named = async (file: string): Promise<string | undefined> => {
      const survey = await surveyFile({ path: file, bytes: Buffer.from(`${text}\n`) }, {})
      return isSurveyed(survey) ? `${survey.member.language} ${survey.member.name ?? ''}` : undefined
    }
    expect(await named(`report-${letter}.txt`)).toBe(`${language} report`)
    expect(await named(`report-${letter === 'E' ? 'F' : 'E'}.txt`)).toBe(`${language} `)
  })

  it.each<[string, LanguageCode]>([
    ['notes-F.txt', 'fr'],
    ['A_74_123-S.txt', 'es'],
    ['A-74-123-E.txt', 'en'],
    ['note.fr.txt', 'fr']
  ])('the language of %s is taken from its name where its words do not tell', async (file, language) => {
    const survey = await surveyFile({ path: file, bytes: Buffer.from('Total 25, 26.\n') }, {})
    expect(isSurveyed(survey) && [survey.root.lang, survey.messages.map(({ id }) => id)]).toEqual([language, ['detect:language-by-name']])
  })

  it.each([
    ['A/47/60–S/23329', 'A_47_60-S_23329'],
    ['S/RES/1881 (2009)', 'S_RES_1881 (2009)'],
    ['a:b*c?"<>|\u0000d\\e', 'a-b-c------d-e'],
    ['nul', '_nul'],
    ['COM1.x', '_COM1.x'],
    [' .. ', '_'],
    ['..hidden.', 'hidden'],
    ['e\u0301tude', 'étude']
  ])('%j is written %s', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('long names are cut between letters, equal ones numbered', () => {
    const [one = '', two = '', three = ''] = safeNames(['ж'.repeat(200), 'Ж'.repeat(200), '会'.repeat(200)])
    expect([one, two, three].map((name) => Buffer.byteLength(name))).toEqual([180, 182, 180])
    expect(two.endsWith('-2')).toBe(true)
  })
})
