import type { FoundUnit, Match, Occurrence } from '../../memory/index.ts'
import type { LanguageTag } from '../../language/tag.ts'
import type { Unit } from '../../tree/unit.ts'
import { readFilter, type FilterOptions } from '../options/filter-options.ts'
import { withMemory } from './memory-list.ts'
import { matchLines, matchRows, occurrenceLines, occurrenceRows, tableHeader } from './show-found.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayLines } from '../output/write-output.ts'

/** Options of `hexapla find`. */
export interface FindCommandOptions extends FilterOptions, MessageOptions {
  memory: string
  from?: LanguageTag
  to?: LanguageTag
  min?: number
  limit?: number
  concordance?: boolean
  tsv?: boolean
}

/** `hexapla find TEXT -m MEMORY`: units whose text is like it, or has it in it. Exit code: 0, also where nothing is found. */
export async function runFind(text: string, options: FindCommandOptions, terminal: Terminal): Promise<number> {
  const { from, to, min, limit, memory: file, concordance = false, json = false, tsv = false } = options
  const asked = { ...readFilter(options), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(limit === undefined ? {} : { limit }) }
  return withMemory(file, options, terminal, async (memory) => {
    let isPartial = false
    const query = {
      ...asked,
      stopped: () => {
        isPartial = true
      }
    }
    const matches = concordance ? [] : await memory.find(text, min === undefined ? query : { ...query, min })
    // A word or two are like no text: people want texts that have them, programs what they asked for.
    const isFallback = !concordance && matches.length === 0 && !json && !tsv
    const passages = concordance || isFallback ? await memory.concordance(text, { ...query, translate: true }) : []
    if (isFallback && passages.length > 0) terminal.stderr('no text is like it; these have it in them:\n\n')
    const rows = [...matches.flatMap((each) => matchRows(each, to)), ...passages.flatMap((each) => occurrenceRows(each, to))]
    const lines = [...matches.flatMap((each) => matchLines(each, text, to)), ...passages.flatMap((each) => occurrenceLines(each, to))]
    await print([...matches, ...passages], rows, lines, options, terminal)
    if (isPartial && !json) terminal.stderr('of the texts with these words only the last ones were read; more words, or --from, find what is further back\n')
  })
}

async function print(
  found: ReadonlyArray<Match | Occurrence>,
  rows: readonly string[],
  lines: readonly string[],
  { json, tsv }: FindCommandOptions,
  terminal: Terminal
): Promise<void> {
  if (json) await terminal.stdout(`${JSON.stringify(found.map(plain), undefined, 2)}\n`)
  else if (tsv) await terminal.stdout(sayLines([tableHeader, ...rows]))
  else if (lines.length > 0) await terminal.stdout(sayLines(lines))
  else terminal.stderr('nothing found\n')
}

/** What is found, without what memories keep of other formats. */
function plain<Found extends { units: FoundUnit[] }>(found: Found): object {
  return {
    ...found,
    units: found.units.map(({ unit, document, date, replacedBy, amendedBy }) => {
      const rest: Partial<Unit> = { ...unit }
      delete rest.memory
      const { symbol, name } = document
      return { ...(symbol === undefined ? {} : { symbol }), ...(name === undefined ? {} : { name }), date, replacedBy, amendedBy, ...rest }
    })
  }
}
