/** What is asked of a memory, as data, so that it can be answered in a thread of its own; and how it is answered. */
import { languageAmong, traitsOf, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import type { FindOptions, FoundUnit, Memory } from '../memory/index.ts'
import { citation } from '../tree/citation.ts'
import { joinSegments } from '../tree/segments.ts'

export type Question =
  | { kind: 'candidates'; text: string; from: LanguageTag; to: LanguageTag; min: number; limit: number }
  | { kind: 'concordance'; text: string; options: Omit<FindOptions, 'min' | 'stopped'> }
  | { kind: 'find'; text: string; options: Omit<FindOptions, 'stopped'> }
  | { kind: 'languages' }
  // Reads the index of each language, so that the first question does not wait for it.
  | { kind: 'ready' }
  // Gives questions as people may ask them: a thread that has answered some answers in half the time.
  | { kind: 'rehearsal' }

/** An answer as JSON, or the sentence why there is none. */
export type Looked = { json: string; isPartial: boolean } | { unknown: string }

/** Answers questions, several at once. */
export interface Looker {
  look: (question: Question) => Promise<Looked>
  close: () => Promise<void>
}

/** Texts that are compared for one question at most: nobody waits for the question of another for long. */
const mostRead = 1_000

/** Answers in this thread. */
export function lookerOf(memory: Memory): Looker {
  return { look: (question) => look(memory, question), close: () => memory.close() }
}

async function look(memory: Memory, question: Question): Promise<Looked> {
  let isPartial = false
  const bounded = {
    mostRead,
    stopped: () => {
      isPartial = true
    }
  }
  try {
    const value = await answer(memory, question, bounded)
    return { json: JSON.stringify(value), isPartial }
  } catch (error) {
    if (error instanceof HexaplaError && error.id === 'memory:language-unknown') return { unknown: error.message }
    throw error
  }
}

type Bounds = Pick<FindOptions, 'mostRead' | 'stopped'>

async function answer(memory: Memory, question: Question, bounds: Bounds): Promise<unknown> {
  switch (question.kind) {
    case 'languages':
      return (await memory.languages()).map((code) => ({ code, ...traitsOf(code) }))
    case 'ready':
      for (const from of await memory.languages()) await memory.find('0', { from, limit: 1 })
      return []
    case 'rehearsal':
      return rehearsalOf(memory)
    case 'find': {
      const found = await memory.find(question.text, { ...question.options, ...bounds })
      return found.map(({ units, ...match }) => ({ ...match, units: units.map((unit) => plainUnit(unit, match.language)) }))
    }
    case 'concordance': {
      const found = await memory.concordance(question.text, { ...question.options, ...bounds, translate: true })
      return found.map(({ units, ...occurrence }) => ({ ...occurrence, units: units.map((unit) => plainUnit(unit, occurrence.language)) }))
    }
    case 'candidates':
      return candidates(memory, question, bounds)
  }
}

/** Texts of a language that a rehearsal asks for, and words of a text that it looks for. */
const [rehearsed, fewWords] = [12, 2]

/** Questions of what stands at the beginning of the memory, a language after the other. */
async function rehearsalOf(memory: Memory): Promise<Question[]> {
  const texts = new Map((await memory.languages()).map((language) => [language, new Set<string>()]))
  for await (const { units } of memory.documents()) {
    for (const { versions } of units) {
      for (const [language, { segments }] of Object.entries(versions)) {
        const known = texts.get(language)
        if (known && known.size < rehearsed) known.add(joinSegments(segments, language))
      }
    }
    if ([...texts.values()].every(({ size }) => size >= rehearsed)) break
  }
  return [...texts].flatMap(([from, list]) =>
    [...list].flatMap((text): Question[] => {
      const pieces = traitsOf(from).spaced ? text.split(' ') : [...text]
      const phrase = pieces.slice(0, fewWords).join(traitsOf(from).spaced ? ' ' : '')
      return [{ kind: 'find', text, options: { from } }, { kind: 'concordance', text: phrase, options: { from } }]
    })
  )
}

/** As tmserver has it: a list of `source`, `target`, `context` and `quality` in hundredths, the best first. */
async function candidates(memory: Memory, { text: asked, min, limit, ...named }: Extract<Question, { kind: 'candidates' }>, bounds: Bounds): Promise<object[]> {
  const known = await memory.languages()
  // Clients have tags of their own, as `zh_Hans`.
  const [from, to] = [languageAmong(known, named.from), languageAmong(known, named.to)]
  if (from === undefined || to === undefined) return []
  const found = await memory.find(asked, { from, to, min, limit, ...bounds })
  const all = found.flatMap(({ text, score, units }) => {
    const targets = new Map<string, string>()
    for (const { unit, document } of units) {
      const version = unit.versions[to]
      const target = version === undefined ? '' : joinSegments(version.segments, to)
      if (target !== '' && !targets.has(target)) targets.set(target, citation(unit, document, [from, to]))
    }
    return [...targets].map(([target, context]) => ({ source: text, target, context, quality: Math.floor(score * 100) }))
  })
  return all.slice(0, limit)
}

/** A unit as JSON gives it: where it stands, and its texts by language. */
function plainUnit({ unit, document, date, replacedBy, amendedBy, translated = {} }: FoundUnit, from: LanguageTag): object {
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
    tags: unit.tags ?? [],
    replacedBy,
    amendedBy,
    translated,
    texts: Object.fromEntries(languages.map((code) => [code, joinSegments(unit.versions[code]?.segments ?? [], code)]))
  }
}
