/** What a memory answers over HTTP: a page, a small JSON of its own, and the look-up of translate-toolkit's tmserver. */
import { isLanguageTag, canonicalTag, traitsOf, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import { leastMin, type FindOptions, type FoundUnit, type Memory } from '../memory/index.ts'
import { fixedRoutes, json, Refusal, type Route, type RouteRequest } from '../server/index.ts'
import { citation } from '../tree/provenance.ts'
import { joinSegments } from '../tree/segments.ts'
import { lookUpPage } from './page.ts'
import { lookUpScript } from './script.ts'
import { lookUpStyle } from './style.ts'

/** Most characters of a text that is looked for: the longest paragraphs have fewer. */
const longestText = 4_000

/** Most texts that an answer holds. */
const mostTexts = 50

/** Of tmserver: how many candidates it gives, and how like, in hundredths. */
const tmserver = { candidates: 3, similarity: 75 }

/** The routes of a memory. All of them only read. */
export function lookUpRoutes(memory: Memory): Route[] {
  return [
    ...fixedRoutes({ '/': lookUpPage, '/look-up.js': lookUpScript, '/look-up.css': lookUpStyle }),
    { method: 'GET', path: '/api/languages', answer: async () => json((await memory.languages()).map((code) => ({ code, ...traitsOf(code) }))) },
    { method: 'GET', path: '/api/find', answer: (request) => answered(async () => findUnits(memory, request)) },
    { method: 'GET', path: '/api/concordance', answer: (request) => answered(async () => findPhrases(memory, request)) },
    { method: 'GET', path: '/tmserver/:from/:to/unit/*text', answer: (request) => answered(async () => findCandidates(memory, request)) }
  ]
}

async function answered(work: () => Promise<unknown>): Promise<ReturnType<typeof json>> {
  try {
    return json(await work())
  } catch (error) {
    if (error instanceof HexaplaError && error.id === 'memory:language-unknown') throw new Refusal(404, error.message)
    throw error
  }
}

async function findUnits(memory: Memory, { query }: RouteRequest): Promise<unknown> {
  const text = textOf(query.get('q'))
  const found = await memory.find(text, { ...optionsOf(query), min: numberOf(query, 'min', leastMin, 1) ?? 0.7 })
  return found.map(({ units, ...match }) => ({ ...match, units: units.map((unit) => plainUnit(unit, match.language)) }))
}

async function findPhrases(memory: Memory, { query }: RouteRequest): Promise<unknown> {
  const found = await memory.concordance(textOf(query.get('q')), optionsOf(query))
  return found.map(({ units, ...occurrence }) => ({ ...occurrence, units: units.map((unit) => plainUnit(unit, occurrence.language)) }))
}

/** As tmserver has it: a list of `source`, `target`, `context` and `quality` in hundredths, the best first. */
async function findCandidates(memory: Memory, { params, query }: RouteRequest): Promise<unknown> {
  const [from, to] = [tagOf(params.from ?? ''), tagOf(params.to ?? '')]
  const limit = numberOf(query, 'max_candidates', 1, mostTexts) ?? tmserver.candidates
  const min = (numberOf(query, 'min_similarity', leastMin * 100, 100) ?? tmserver.similarity) / 100
  const known = await memory.languages()
  if (!known.includes(from) || !known.includes(to)) return []
  const found = await memory.find(textOf(params.text ?? ''), { from, to, min, limit })
  const candidates = found.flatMap(({ text, score, units }) => {
    const targets = new Map<string, string>()
    for (const { unit, document } of units) {
      const version = unit.versions[to]
      const target = version === undefined ? '' : joinSegments(version.segments, to)
      if (target !== '' && !targets.has(target)) targets.set(target, citation(unit, document, [from, to]))
    }
    return [...targets].map(([target, context]) => ({ source: text, target, context, quality: Math.floor(score * 100) }))
  })
  return candidates.slice(0, limit)
}

/** A unit as JSON gives it: where it stands, and its texts by language. */
function plainUnit({ unit, document, date, replacedBy, amendedBy }: FoundUnit, from: LanguageTag): object {
  const languages = Object.keys(unit.versions)
  return {
    symbol: document.symbol ?? '',
    name: document.symbol ?? document.name ?? '',
    date,
    id: unit.id,
    address: unit.address,
    block: unit.block,
    page: unit.versions[from]?.page ?? null,
    citation: unit.by === 'memory' ? '' : citation(unit, document, [from, ...languages.filter((code) => code !== from)]),
    score: unit.score ?? null,
    status: unit.status ?? 'machine',
    replacedBy,
    amendedBy,
    texts: Object.fromEntries(languages.map((code) => [code, joinSegments(unit.versions[code]?.segments ?? [], code)]))
  }
}

function optionsOf(query: URLSearchParams): FindOptions {
  const [from, to, symbol, organ, since, until] = ['from', 'to', 'symbol', 'organ', 'since', 'until'].map((name) => query.get(name) ?? '')
  return {
    limit: numberOf(query, 'limit', 1, mostTexts) ?? 10,
    ...(from ? { from: tagOf(from) } : {}),
    ...(to ? { to: tagOf(to) } : {}),
    ...(symbol ? { symbol } : {}),
    ...(organ ? { organ } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(query.get('all') === '1' ? { all: true } : {})
  }
}

function textOf(value: string | null): string {
  const text = value?.trim() ?? ''
  if (text === '') throw new Refusal(400, 'There is no text to look for.')
  if (text.length > longestText) throw new Refusal(413, `A text is ${longestText} characters at most.`)
  return text
}

function tagOf(value: string): LanguageTag {
  const tag = value.replaceAll('_', '-')
  const canonical = isLanguageTag(tag) ? canonicalTag(tag) : undefined
  if (canonical === undefined) throw new Refusal(400, 'A language is a tag of BCP 47, such as fr.')
  return canonical
}

function numberOf(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const value = query.get(name)
  if (value === null || value === '') return undefined
  const number = Number(value)
  if (!(number >= least && number <= most)) throw new Refusal(400, `${name} is a number from ${least} to ${most}.`)
  return number
}
