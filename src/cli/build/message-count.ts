/** Messages of a build by kind: how many, and the first few, so that half a million take no room. */
import { textOf, type Said } from '../../collection/said.ts'
import { byCodeUnits } from '../../language/code-unit-order.ts'
import { catalogue, type MessageId } from '../../message/catalogue.ts'
import { visibleName } from '../../message/visible.ts'

/** How many messages of a kind are kept, and how many kinds are shown. */
const [few, mostKinds] = [5, 8]

const ranks = { fatal: 0, warning: 1, info: 2 } as const

/** Messages of a kind: how many, and the first of them. */
export interface CountedKind {
  count: number
  first: Said[]
}

export class MessageCount {
  readonly #kinds: Map<MessageId, CountedKind>
  warnings = 0
  fatal = 0

  /** `kinds` as `kinds` of another has them. */
  constructor(kinds: ReadonlyArray<[MessageId, CountedKind]> = []) {
    this.#kinds = new Map(kinds)
    for (const [id, { count }] of kinds) this.#tally(id, count)
  }

  get kinds(): Array<[MessageId, CountedKind]> {
    return [...this.#kinds]
  }

  add(said: Said): void {
    const kind = this.#kinds.get(said.id) ?? { count: 0, first: [] }
    this.#kinds.set(said.id, kind)
    kind.count++
    if (kind.first.length < few) kind.first.push(said)
    this.#tally(said.id, 1)
  }

  #tally(id: MessageId, count: number): void {
    const { severity } = catalogue[id]
    if (severity === 'fatal') this.fatal += count
    else if (severity === 'warning') this.warnings += count
  }

  /** Two lines a kind, and for an error what to do, the gravest first; what is only for the record with `verbose`. */
  lines(verbose: boolean): string[] {
    const kinds = [...this.#kinds]
      .filter(([id]) => verbose || catalogue[id].severity !== 'info')
      .sort(([a, m], [b, n]) => ranks[catalogue[a].severity] - ranks[catalogue[b].severity] || n.count - m.count || byCodeUnits(a, b))
    const lines = kinds.slice(0, mostKinds).flatMap(([id, { count, first }]) => {
      const places = first.flatMap((said) => placeOf(said) ?? [])
      const more = count > few ? ` and ${count - few} more` : ''
      const [example] = first
      return [`  ${count} × ${catalogue[id].severity === 'fatal' ? 'error' : catalogue[id].severity} ${id}${places.length > 0 ? `: ${places.join(', ')}${more}` : ''}`, ...(example ? [`      ${textOf(example)}`, ...(catalogue[id].severity === 'fatal' ? [`      ${catalogue[id].remedy}`] : [])] : [])]
    })
    const left = kinds.length - mostKinds
    return left > 0 ? [...lines, `  and ${left} more kinds`] : lines
  }

  /** Kinds and how many, the most first. */
  counts(): Record<string, number> {
    return Object.fromEntries([...this.#kinds].map(([id, { count }]) => [id, count] as const).sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b)))
  }
}

/** Where a message stands; one of the collection as a whole, which file it names. */
function placeOf({ file, place, values }: Said): string | undefined {
  if (file === undefined) return 'file' in values ? visibleName(String(values.file)) : undefined
  const line = place === undefined ? undefined : 'start' in place ? place.start.line : place.line
  return `${visibleName(file)}${line === undefined ? '' : `:${line}`}`
}

/** A message as a line of `messages.jsonl`; `document` is missing where it is about the collection. */
export function messageLine(said: Said, document?: string): string {
  const { file, id, place } = said
  const { severity, remedy } = catalogue[id]
  return `${JSON.stringify({ severity, id, document, file, place, reason: textOf(said), note: remedy })}\n`
}
