import { VFile } from 'vfile'
import { openMemory, type FoundUnit, type Match, type Occurrence } from '../memory/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { Unit } from '../tree/unit.ts'
import { readFilter, type FilterOptions } from './filter-options.ts'
import { sayFatal } from './load-file.ts'
import { matchLines, matchRows, occurrenceLines, occurrenceRows, tableHeader } from './show-found.ts'
import { showMessages } from './show-messages.ts'
import type { MessageOptions, Terminal } from './terminal.ts'
import { sayLines } from './write-output.ts'

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
  const whole = new VFile({ path: options.memory })
  const { from, to, min, limit } = options
  const query = { ...readFilter(options), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(limit === undefined ? {} : { limit }) }
  try {
    const memory = await openMemory(options.memory)
    try {
      if (options.concordance === true) {
        const found = await memory.concordance(text, query)
        await print(found, found.flatMap((each) => occurrenceRows(each, to)), found.flatMap((each) => occurrenceLines(each, to)), options, terminal)
      } else {
        const found = await memory.find(text, min === undefined ? query : { ...query, min })
        const passages = found.length > 0 || options.json === true || options.tsv === true ? [] : await memory.concordance(text, query)
        if (passages.length > 0) {
          terminal.stderr('no text is like it; these have it in them:\n\n')
          await terminal.stdout(sayLines(passages.flatMap((each) => occurrenceLines(each, to))))
          return 0
        }
        await print(found, found.flatMap((each) => matchRows(each, to)), found.flatMap((each) => matchLines(each, text, to)), options, terminal)
      }
    } finally {
      memory.close()
    }
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([whole], terminal, { verbose: options.verbose })
  }
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
