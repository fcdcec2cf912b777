/**
 * A memory of a given size: how long it takes to make, how large it is, how fast it finds, and whether it finds the best.
 *
 *     npx tsx bench/memory/run.ts SHARED [--units 100000] [--languages ar,en,es,fr,ru,zh] [--queries 200] [--warm-up 40] [--file memory.db] [--no-scan]
 *
 * SHARED holds `real/unpc-1200`, `real/udhr` and `gold/sdg.tsv`. Their segments are asked for with some words changed, amid
 * made text in the words of the same segments, after other questions that are not counted: a program that has just begun is
 * compiled while it answers. Questions are asked twice; with `--warm-up 0`, and a file that nobody has read (`dd if=memory.db
 * iflag=nocache count=0` takes it out of the memory of the system), the first time is cold. The best match is checked against a
 * scan of all texts.
 */
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chanceOf } from '../../evaluation/fuzz/chance.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { openMemory, type Memory } from '../../src/memory/index.ts'
import { readWords } from '../../src/memory/words.ts'
import type { AlignedDocument, DocumentRecord, UnitVersion } from '../../src/tree/unit.ts'
import { edited, pick, piecesOf, TextMaker } from './made-text.ts'
import { scanMemory, type Asked } from './scan.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    units: { type: 'string', default: '100000' },
    languages: { type: 'string', default: languageCodes.join(',') },
    'no-scan': { type: 'boolean', default: false },
    translate: { type: 'boolean', default: false },
    queries: { type: 'string', default: '200' },
    'warm-up': { type: 'string', default: '40' },
    file: { type: 'string' },
    min: { type: 'string', default: '0.7' }
  }
})
const [shared = ''] = positionals
const count = Number(values.units)
const queries = Number(values.queries)
const min = Number(values.min)
const languages = values.languages.split(',') as LanguageCode[]
const unitsPerDocument = 100

const real = Object.fromEntries(languages.map((language) => [language, realTexts(language)])) as Record<LanguageCode, string[]>

function realTexts(language: LanguageCode): string[] {
  const lines = (file: string): string[] => readFileSync(path.join(shared, file), 'utf8').split('\n')
  const [header = '', ...rows] = lines('gold/sdg.tsv')
  const column = header.split('\t').indexOf(language === 'zh' ? 'zh-Hans' : language)
  const texts = [
    ...lines(`real/unpc-1200/${language}.txt`).map((line) => line.replace(/^\d+(?:\.| -) /u, '')),
    ...lines(`real/udhr/${language}.txt`),
    ...rows.map((row) => row.split('\t')[column] ?? '')
  ]
  return [...new Set(texts.map((text) => text.trim()).filter((text) => readWords(text, language).length >= 3))]
}

/** Texts of a language, the same ones each time: the real ones, then made ones. */
function* textsOf(language: LanguageCode): Generator<string> {
  const maker = new TextMaker(real[language], language, chanceOf(7))
  for (let at = 0; at < Math.max(count, real[language].length); at++) yield real[language][at] ?? maker.make()
}

/** CPU time that went into making texts. */
let making = 0

function* documents(): Generator<AlignedDocument> {
  const all = languages.map((language) => ({ language, texts: textsOf(language) }))
  for (let number = 1; ; number++) {
    const start = cpu()
    const lists = all.map(({ language, texts }) => ({ language, list: take(texts, unitsPerDocument) }))
    making += cpu() - start
    const length = Math.max(...lists.map(({ list }) => list.length))
    if (length === 0) return
    const symbol = `A/C.${1 + (number % 6)}/${number}`
    const versions: DocumentRecord['versions'] = {}
    for (const { language } of all) versions[language] = { language, file: `${language}.txt`, symbol, date: `20${String(10 + (number % 15))}-05-22` }
    const units = Array.from({ length }, (_, at): AlignedDocument['units'][number] => {
      const id = `${at + 1}#1`
      const texts = lists.flatMap(({ language, list }) => {
        const text = list[at]
        return text === undefined ? [] : [[language, { segments: [text], addresses: [id], page: 1 }] satisfies [string, UnitVersion]]
      })
      segments += texts.length
      return { id, granularity: 'sentence', block: 'paragraph', address: String(at + 1), versions: Object.fromEntries(texts), score: 0.9, by: 'sentence' }
    })
    yield { document: { symbol, versions }, units }
  }
}

let segments = 0

function take(texts: Iterator<string, void>, most: number): string[] {
  const list: string[] = []
  while (list.length < most) {
    const { done, value } = texts.next()
    if (done === true) break
    list.push(value)
  }
  return list
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** How long questions take, in milliseconds. */
class Times {
  readonly #cpu: number[] = []
  readonly #clock: number[] = []

  async of<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const [used, began] = [cpu(), performance.now()]
    const answer = await ask()
    this.#cpu.push((cpu() - used) * 1000)
    this.#clock.push(performance.now() - began)
    return answer
  }

  spread(): string {
    return [this.#cpu, this.#clock].map((times) => {
      const sorted = times.toSorted((a, b) => a - b)
      return [0.5, 0.95, 0.99].map((share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)).join(' / ')
    }).join(' | ')
  }
}

const file = values.file ?? path.join(mkdtempSync(path.join(tmpdir(), 'hexapla-bench-')), 'memory.db')
const isThere = existsSync(file)
let memory: Memory
const before = cpu()
let peak = 0
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
const heap = process.memoryUsage().rss
memory = await openMemory(file, { create: true })
if (!isThere) {
  await memory.add(documents(), { file: 'made', added: () => (peak = Math.max(peak, process.memoryUsage().rss)) })
  const took = cpu() - before - making
  console.log(`add: ${segments} segments, ${took.toFixed(1)} CPU s, ${((took / segments) * 1e6).toFixed(1)} CPU s a million; ${Math.round((peak - heap) / 1e6)} MB more than before; file ${Math.round(statSync(file).size / 1e6)} MB`)
}
clearInterval(watch)
await memory.close()
memory = await openMemory(file)

const answers: Asked[] = []
console.log('language | pass | like texts, CPU | clock | concordance of one word, CPU | clock | of two words, CPU | clock (median / p95 / p99)')
for (const language of languages) {
  const chance = chanceOf(11)
  const words = [...new Set(real[language].flatMap((text) => piecesOf(text, language)))]
  const asked = Array.from({ length: queries }, () => edited(pick(chance, real[language]), language, words, chance))
  const phrases = asked.flatMap((text) => {
    const pieces = readWords(text, language)
    const at = chance.below(Math.max(1, pieces.length - 1))
    const [a, b] = [pieces[at], pieces[at + 1]]
    return a && b ? [{ one: text.slice(a.start, a.end), two: text.slice(a.start, b.end) }] : []
  })
  // What is read once for a language, whatever is asked.
  await memory.find('0', { from: language, limit: 1 })
  const other = chanceOf(12)
  for (let left = Number(values['warm-up']); left > 0; left--) await memory.find(edited(pick(other, real[language]), language, words, other), { from: language, min, limit: 5 })
  for (const pass of ['first', 'again']) {
    const best: number[] = []
    const times = { like: new Times(), one: new Times(), two: new Times() }
    for (const text of asked) {
      const [match] = await times.like.of(() => memory.find(text, { from: language, min, limit: 5 }))
      best.push(match?.score ?? 0)
    }
    for (const phrase of phrases) {
      for (const length of ['one', 'two'] as const) {
        await times[length].of(() => memory.concordance(phrase[length], { from: language, limit: 20, translate: values.translate }))
      }
    }
    console.log(`${language} | ${pass} | ${times.like.spread()} | ${times.one.spread()} | ${times.two.spread()}`)
    if (pass === 'first') answers.push({ language, texts: asked, best })
  }
}
await memory.close()
// Last: what it leaves behind for the garbage collector would be counted with the questions.
if (!values['no-scan']) for (const { language, found, of, texts } of await scanMemory(file, answers, min)) console.log(`${language}: best match found ${found} of ${of}, against a scan of ${texts} texts`)
