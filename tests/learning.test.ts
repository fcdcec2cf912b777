import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BitextCollection, type LearnedLexicon } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { tokenize } from '../src/words/token.ts'
import type { Unit } from '../src/tree/unit.ts'
import { run } from './run-command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-learning-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A made-up word in each language that no list has, and twelve sentences, the first half of them with it. */
const words: Readonly<Record<LanguageCode, readonly [thing: string, sentences: readonly string[]]>> = {
  ar: ['زرنوق', ['رأت اللجنة %.', 'واشترت الحكومة % جديدا.', 'ووصل % إلى الميناء.', 'ولم يجد أحد %.', 'وأصلح العمال %.', 'وبقي % في القرية.', 'واجتمع الأعضاء في الصباح.', 'وأغلق المكتب أبوابه.', 'وكتب المدير رسالة طويلة.', 'وسقط المطر ليلا.', 'وعاد الأطفال إلى المدرسة.', 'وانتهت الجلسة متأخرة.']],
  en: ['flumbent', ['The committee saw the %.', 'The government bought a new %.', 'The % arrived at the port.', 'Nobody found the %.', 'Workers repaired the %.', 'The % stayed in the village.', 'Members met in the morning.', 'The office closed its doors.', 'The director wrote a long letter.', 'Rain fell at night.', 'Children returned to school.', 'The session ended late.']],
  es: ['garduzo', ['El comité vio el %.', 'El gobierno compró un % nuevo.', 'El % llegó al puerto.', 'Nadie encontró el %.', 'Los obreros repararon el %.', 'El % quedó en la aldea.', 'Los miembros se reunieron por la mañana.', 'La oficina cerró sus puertas.', 'El director escribió una carta larga.', 'Llovió de noche.', 'Los niños volvieron a la escuela.', 'La sesión terminó tarde.']],
  fr: ['pivouchon', ['Le comité a vu le %.', 'Le gouvernement a acheté un nouveau %.', 'Le % est arrivé au port.', 'Personne n’a trouvé le %.', 'Des ouvriers ont réparé le %.', 'Le % est resté au village.', 'Les membres se sont réunis le matin.', 'Le bureau a fermé ses portes.', 'Le directeur a écrit une longue lettre.', 'Il a plu la nuit.', 'Les enfants sont retournés à l’école.', 'La séance s’est terminée tard.']],
  ru: ['жмырка', ['Комитет видел новую жмырку: %.', 'Правительство купило: %.', 'В порт пришла %.', 'Никто не нашел: %.', 'Рабочие починили: %.', 'В деревне осталась %.', 'Члены собрались утром.', 'Бюро закрыло двери.', 'Директор написал длинное письмо.', 'Ночью шел дождь.', 'Дети вернулись в школу.', 'Заседание закончилось поздно.']],
  zh: ['蘁蘁', ['委员会看到了%。', '政府买了新的%。', '%到了港口。', '没有人找到%。', '工人修好了%。', '%留在村里。', '成员们早上开会。', '办公室关了门。', '主任写了一封长信。', '夜里下了雨。', '孩子们回到学校。', '会议很晚才结束。']]
}

const sentences = (code: LanguageCode): string[] => words[code][1].map((sentence) => sentence.replace('%', words[code][0]))
const key = (code: LanguageCode): string => tokenize(words[code][0], code)[0]?.key ?? ''

/** A unit of one sentence a language. */
function unit(id: string, texts: Readonly<Record<string, string>>, granularity: Unit['granularity'] = 'sentence'): Unit {
  const versions = Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { segments: [text], addresses: [id] }]))
  return { id, granularity, block: 'paragraph', address: id, versions, score: 1, by: 'sentence' }
}

const units = (granularity: Unit['granularity'] = 'sentence'): Unit[] =>
  (words.en[1] as string[]).map((_, index) => unit(`${index + 1}`, Object.fromEntries(languageCodes.map((code) => [code, sentences(code)[index] ?? ''])), granularity))

describe('a collection of units', () => {
  it.each(languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const)))('teaches %s-%s what no list has', (source, target) => {
    const collection = new BitextCollection()
    collection.add(units(), 'one')
    const lexicon = collection.lexicons().find((each) => each.source === source && each.target === target)
    expect(lexicon?.pairs).toBe(12)
    const best = lexicon?.links.filter(([word]) => word === key(source)).sort((a, b) => b[2] - a[2])[0]
    expect(best?.[1]).toBe(key(target))
  })

  it('counts each unit once, however often and in whatever form it comes', () => {
    const [once, often] = [new BitextCollection(), new BitextCollection()]
    once.add(units(), 'one')
    for (let copy = 0; copy < 3; copy++) often.add(units(), 'one')
    often.add(units('paragraph').map((each) => ({ ...each, versions: unit('p', { en: `${sentences('en')[0]} And more.`, fr: `${sentences('fr')[0]} Et le reste.` }).versions })), 'one')
    expect(often.lexicons()).toEqual(once.lexicons())
  })

  it('counts a unit once whose marks stand in another order', () => {
    // Shadda and fatha as they are typed, and as they are composed.
    const typed = 'إن\u0651\u064E اللجنة رأت ذلك.'
    const collection = new BitextCollection()
    for (const ar of [typed, typed.normalize('NFC')]) collection.add([unit('1', { ar, zh: '委员会看到了。' })], ar)
    expect(typed.normalize('NFC')).not.toBe(typed)
    expect(collection.lexicons().map(({ pairs }) => pairs)).toEqual([1])
  })

  it('takes the paragraphs of a document that has no sentences, and nothing that is unsure', () => {
    const collection = new BitextCollection()
    collection.add(units('paragraph'), 'one')
    collection.add(units().map((each) => ({ ...each, score: 0.89 })), 'two')
    expect(collection.lexicons()[0]?.pairs).toBe(12)
    expect(collection.lexicons(2)).toEqual([])
  })
})

describe('train', () => {
  const tmx = (source: string, target: string, pairs: ReadonlyArray<readonly [string, string]>): string =>
    `<?xml version="1.0"?><tmx version="1.4"><header srclang="${source}" segtype="sentence"/><body>${pairs
      .map(([one, other]) => `<tu><tuv xml:lang="${source}"><seg>${one}</seg></tuv><tuv xml:lang="${target}"><seg>${other}</seg></tuv></tu>`)
      .join('')}</body></tmx>`

  it('takes languages beyond the six, with and without a region', async () => {
    const german = ['Der Ausschuss sah die Knorpelze.', 'Die Regierung kaufte eine Knorpelze.', 'Die Knorpelze kam im Hafen an.', 'Niemand fand die Knorpelze.', 'Arbeiter reparierten die Knorpelze.', 'Die Knorpelze blieb im Dorf.', 'Die Mitglieder trafen sich am Morgen.', 'Das Büro schloss seine Türen.', 'Der Direktor schrieb einen langen Brief.', 'Nachts fiel Regen.', 'Die Kinder kehrten in die Schule zurück.', 'Die Sitzung endete spät.']
    const memory = path.join(folder, 'de-fr.tmx')
    writeFileSync(memory, tmx('de-AT', 'fr-FR', german.map((text, index) => [text, sentences('fr')[index] ?? ''])))
    const { code, stdout } = await run(['train', memory])
    expect(code).toBe(0)
    const [lexicon] = JSON.parse(stdout) as LearnedLexicon[]
    expect(lexicon).toMatchObject({ source: 'de', target: 'fr', pairs: 12 })
    expect(lexicon?.links.map(([word, other]) => `${word} ${other}`)).toContain(`${tokenize('Knorpelze', 'de')[0]?.key} ${key('fr')}`)
    const saved = path.join(folder, 'de-fr.json')
    expect((await run(['train', memory, '-o', saved])).stderr).toMatch(/^de-fr: \d+ links from 12 pairs\n/)
    const [one, other] = [path.join(folder, 'one.txt'), path.join(folder, 'other.txt')]
    writeFileSync(one, german.join('\n'))
    writeFileSync(other, sentences('fr').join('\n'))
    expect((await run(['align', '--lines', one, other, '--source', 'de', '--target', 'fr', '--lexicon', saved])).code).toBe(0)
  })

  it('counts the output of align once: pairs, all languages, tables and both granularities', async () => {
    const documents = path.join(folder, 'counted')
    const files = (['en', 'fr', 'ru'] as const).map((code) => {
      const file = path.join(documents, `letter.${code}.txt`)
      mkdirSync(documents, { recursive: true })
      writeFileSync(file, `${sentences(code).join(' ')}\n\n${[...sentences(code)].reverse().join(' ')}\n`)
      return file
    })
    const out = path.join(folder, 'counted-out')
    await run(['align', ...files, ...files.flatMap((file) => ['--lang', `${file}=${file.slice(-6, -4)}`]), '-o', out])
    const pairs = async (input: string): Promise<number[]> => (JSON.parse((await run(['train', input])).stdout) as LearnedLexicon[]).map((each) => each.pairs)
    const sentencesAlone = await pairs(path.join(out, readdirSync(out).find((name) => name.endsWith('.sent.jsonl')) ?? ''))
    expect(sentencesAlone).toHaveLength(3)
    expect(await pairs(out)).toEqual(sentencesAlone)
  })
})

describe('a run over a folder', () => {
  const put = (name: string): string => {
    const place = path.join(folder, name)
    for (const [document, order] of [['first', (list: string[]) => list], ['second', (list: string[]) => list.slice(0, -1)]] as const) {
      mkdirSync(path.join(place, document), { recursive: true })
      for (const code of languageCodes) writeFileSync(path.join(place, document, `${code}.txt`), `${order(sentences(code).map((text, index) => `${index + 21}. ${text}`)).join('\n\n')}\n`)
    }
    return place
  }
  const lang = (place: string): string[] => ['first', 'second'].flatMap((document) => languageCodes.flatMap((code) => ['--lang', `${path.join(place, document, `${code}.txt`)}=${code}`]))

  it('learns from all documents first, saves and says what it learned, and uses it', async () => {
    const place = put('learn')
    const out = path.join(folder, 'learn-out')
    const { code, stderr } = await run(['align', place, '-o', out, '--to', 'tsv', ...lang(place)])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^learned 15 language pairs: \d+ links$/m)
    expect(stderr).toContain(`wrote ${path.join(out, 'lexicon.json')}`)
    const saved = path.join(out, 'lexicon.json')
    const lexicons = JSON.parse(readFileSync(saved, 'utf8')) as LearnedLexicon[]
    expect(lexicons).toHaveLength(15)
    // The second alignment is the one that a run of its own gives with what was learned.
    const file = (code: LanguageCode): string => path.join(place, 'first', `${code}.txt`)
    const alone = await run(['align', ...languageCodes.map(file), ...languageCodes.flatMap((code) => ['--lang', `${file(code)}=${code}`]), '--lexicon', saved, '--to', 'tsv'])
    const table = readFileSync(path.join(out, 'first', 'first.sent.tsv'), 'utf8')
    const scores = (text: string): string[] => text.trimEnd().split('\n').map((line) => line.split('\t')[5] ?? '')
    expect(scores(table)).toEqual(scores(alone.stdout))
  })

  it('does without where it is told to, and where there is one document', async () => {
    const place = put('plain')
    const out = path.join(folder, 'plain-out')
    const { stderr } = await run(['align', place, '-o', out, '--to', 'tsv', '--no-learn', ...lang(place)])
    expect(stderr).not.toContain('learned')
    expect(readdirSync(out)).toEqual(['first', 'second'])
    const one = path.join(folder, 'one-out')
    await run(['align', path.join(place, 'first'), '-o', one, '--to', 'tsv', ...lang(place).filter((each) => each === '--lang' || each.includes('first')).slice(0, 12)])
    expect(readdirSync(one)).not.toContain('lexicon.json')
  })

  it('saves what it learned beside one file, too', async () => {
    const place = put('file')
    const file = path.join(folder, 'all.tmx')
    expect((await run(['align', place, '-o', file, ...lang(place)])).stderr).toContain(`wrote ${path.join(folder, 'all.lexicon.json')}`)
  })

  it('is told of --no-learn where there is no folder', async () => {
    const place = put('files')
    const { code, stderr } = await run(['align', path.join(place, 'first/en.txt'), path.join(place, 'first/fr.txt'), '--no-learn'])
    expect([code, stderr]).toEqual([2, 'error: --no-learn is for folders\n(add --help for the options)\n'])
  })
})
