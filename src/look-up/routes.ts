/** What a memory answers over HTTP: a page, a small JSON of its own, and the look-up of translate-toolkit's tmserver. */
import { isLanguageTag, canonicalTag, type LanguageTag } from '../language/tag.ts'
import { leastMin, type FindOptions } from '../memory/index.ts'
import { fixedRoutes, Refusal, type Answer, type Route, type RouteRequest } from '../server/index.ts'
import type { Looker, Question } from './looker.ts'
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
export function lookUpRoutes(looker: Looker): Route[] {
  const answer = (question: (request: RouteRequest) => Question) => async (request: RouteRequest): Promise<Answer> => {
    const looked = await looker.look(question(request))
    if ('unknown' in looked) throw new Refusal(404, looked.unknown)
    return { type: 'application/json; charset=utf-8', body: looked.json, ...(looked.isPartial ? { headers: { 'x-partial': '1' } } : {}) }
  }
  return [
    ...fixedRoutes({ '/': lookUpPage, '/look-up.js': lookUpScript, '/look-up.css': lookUpStyle }),
    { method: 'GET', path: '/api/languages', answer: answer(() => ({ kind: 'languages' })) },
    { method: 'GET', path: '/api/find', answer: answer(findQuestion) },
    { method: 'GET', path: '/api/concordance', answer: answer(({ query }) => ({ kind: 'concordance', text: textOf(query.get('q')), options: optionsOf(query) })) },
    { method: 'GET', path: '/tmserver/:from/:to/unit/*text', answer: answer(candidatesQuestion) }
  ]
}

function findQuestion({ query }: RouteRequest): Question {
  return { kind: 'find', text: textOf(query.get('q')), options: { ...optionsOf(query), min: numberOf(query, 'min', leastMin, 1) ?? 0.7 } }
}

function candidatesQuestion({ params, query }: RouteRequest): Question {
  const limit = numberOf(query, 'max_candidates', 1, mostTexts) ?? tmserver.candidates
  const min = (numberOf(query, 'min_similarity', leastMin * 100, 100) ?? tmserver.similarity) / 100
  return { kind: 'candidates', text: textOf(params.text ?? ''), from: tagOf(params.from ?? ''), to: tagOf(params.to ?? ''), min, limit }
}

function optionsOf(query: URLSearchParams): FindOptions {
  const [from, to, symbol, organ, since, until, status, asOf] = ['from', 'to', 'symbol', 'organ', 'since', 'until', 'status', 'asOf'].map((name) => query.get(name) ?? '')
  const tags = query.getAll('tag')
  const minScore = numberOf(query, 'minScore', 0, 1)
  return {
    limit: numberOf(query, 'limit', 1, mostTexts) ?? 10,
    ...(from ? { from: tagOf(from) } : {}),
    ...(to ? { to: tagOf(to) } : {}),
    ...(symbol ? { symbol } : {}),
    ...(organ ? { organ } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(status ? { status } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(asOf ? { asOf } : {}),
    ...(minScore === undefined ? {} : { minScore }),
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
