/** The translation of a phrase, marked in what a concordance finds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { openMemory, type Memory } from '../src/memory/index.ts'
import { madeDocument } from './memory-documents.ts'

const phrases: ReadonlyArray<Readonly<Record<LanguageCode, string>>> = [
  { ar: 'حقوق الإنسان', en: 'human rights', es: 'los derechos humanos', fr: 'les droits de l’homme', ru: 'права человека', zh: '人权' },
  { ar: 'التنمية المستدامة', en: 'sustainable development', es: 'el desarrollo sostenible', fr: 'le développement durable', ru: 'устойчивое развитие', zh: '可持续发展' }
]

const frames: ReadonlyArray<Readonly<Record<LanguageCode, (phrase: string) => string>>> = [
  { ar: (x) => `نظر المجلس في ${x} يوم أمس.`, en: (x) => `The Council examined ${x} yesterday.`, es: (x) => `El Consejo examinó ayer ${x}.`, fr: (x) => `Le Conseil a examiné hier ${x}.`, ru: (x) => `Совет вчера рассмотрел ${x}.`, zh: (x) => `理事会昨天审议了${x}。` },
  { ar: (x) => `صدر تقرير عن ${x} في جنيف.`, en: (x) => `A report on ${x} appeared in Geneva.`, es: (x) => `Se publicó en Ginebra un informe sobre ${x}.`, fr: (x) => `Un rapport sur ${x} est paru à Genève.`, ru: (x) => `В Женеве вышел доклад про ${x}.`, zh: (x) => `日内瓦发表了一份关于${x}的报告。` },
  { ar: (x) => `تدعم جميع الدول ${x} دعما كاملا.`, en: (x) => `All States fully support ${x}.`, es: (x) => `Todos los Estados apoyan plenamente ${x}.`, fr: (x) => `Tous les États appuient pleinement ${x}.`, ru: (x) => `Все государства полностью поддерживают ${x}.`, zh: (x) => `所有国家都完全支持${x}。` },
  { ar: (x) => `يتناول عملها منذ سنوات ${x}.`, en: (x) => `Her work has concerned ${x} for years.`, es: (x) => `Su trabajo se centra desde hace años en ${x}.`, fr: (x) => `Son travail porte depuis des années sur ${x}.`, ru: (x) => `Ее работа много лет касается темы: ${x}.`, zh: (x) => `她多年来的工作涉及${x}。` },
  { ar: (x) => `تمول المؤسسة ${x} كل عام.`, en: (x) => `The foundation finances ${x} every year.`, es: (x) => `La fundación financia ${x} cada año.`, fr: (x) => `La fondation finance ${x} chaque année.`, ru: (x) => `Фонд каждый год оплачивает ${x}.`, zh: (x) => `该基金会每年资助${x}。` },
  { ar: (x) => `ستناقش اللجنة ${x} غدا.`, en: (x) => `The Committee will discuss ${x} tomorrow.`, es: (x) => `La Comisión debatirá mañana ${x}.`, fr: (x) => `La Commission débattra demain ${x}.`, ru: (x) => `Комитет завтра обсудит ${x}.`, zh: (x) => `委员会明天将讨论${x}。` }
]

/** What stays of a phrase without its article. */
const core: Readonly<Record<LanguageCode, RegExp>> = { ar: /حقوق الإنسان/u, en: /human rights/u, es: /derechos humanos/u, fr: /droits de l’homme/u, ru: /права человека/u, zh: /人权/u }

let folder = ''
let memory: Memory

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  memory = await openMemory(path.join(folder, 'un.db'), { create: true })
  // Each frame several times with the other phrase, so that its words are common.
  const framed = Array.from({ length: 13 }, (_, number) => frames.map((frame) => [frame, number] as const)).flat()
  const texts = framed.map(([frame, number]) =>
    Object.fromEntries(languageCodes.map((language) => [language, `${number === 0 ? '' : `${number} `}${frame[language](phrases[number === 0 ? 0 : 1]?.[language] ?? '')}`]))
  )
  await memory.add([madeDocument({ symbol: 'A/1', languages: languageCodes, texts })], { file: 'test' })
})
afterAll(async () => {
  await memory.close()
  rmSync(folder, { recursive: true })
})

it.each(languageCodes)('stands where the phrase in %s is said in the five others', async (from) => {
  const asked = from === 'es' ? 'derechos humanos' : from === 'fr' ? 'droits de l’homme' : (phrases[0]?.[from] ?? '')
  const found = await memory.concordance(asked, { from, translate: true })
  expect(found).toHaveLength(frames.length)
  for (const { units } of found) {
    for (const { unit, translated = {} } of units) {
      for (const language of languageCodes.filter((code) => code !== from)) {
        const text = unit.versions[language]?.segments.join('') ?? ''
        const [first, ...more] = translated[language] ?? []
        expect(more, `${language}: ${text}`).toEqual([])
        expect(text.slice(...(first ?? [0, 0])), `${language}: ${text}`).toMatch(core[language])
        expect((first?.[1] ?? 0) - (first?.[0] ?? 0)).toBeLessThan((phrases[0]?.[language].length ?? 0) + 3)
      }
    }
  }
})

it('is not guessed where the phrase stands in few texts, and not looked for unasked', async () => {
  for (const { units } of await memory.concordance('tomorrow', { from: 'en', symbol: 'A/2', translate: true })) for (const { translated } of units) expect(translated).toBeUndefined()
  for (const { units } of await memory.concordance('human rights', { from: 'en' })) for (const { translated } of units) expect(translated).toBeUndefined()
  const [rare] = await memory.concordance('2 A report', { from: 'en', translate: true })
  expect(rare?.units[0]?.translated).toBeUndefined()
})
