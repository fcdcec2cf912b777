/** Options that choose units of a memory. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import type { MemoryFilter } from '../../memory/index.ts'
import { unitStatuses } from '../../tree/status.ts'
import { unitBlocks, type UnitBlock } from '../../tree/unit.ts'
import { collectTags, readShare, readSymbolOption } from './option-values.ts'

/** Filters as the command has them. */
export interface FilterOptions {
  symbol?: string
  organ?: string
  since?: string
  until?: string
  block?: UnitBlock[]
  minScore?: number
  status?: string
  tag?: string[]
  all?: boolean
  asOf?: string
}

/** Adds the options of filters to a command; `hasScore` where it has `--min-score` by itself. */
export function filters(command: Command, hasScore = false): Command {
  const filtered = command
    .option('--symbol <symbol>', 'documents with this symbol, or with one that goes on behind it: A/RES/70', readSymbolStart)
    .option('--organ <letters>', 'documents whose symbols begin so: A, S, CCPR')
    .option('--since <date>', 'documents of this day or later, ISO 8601', readDate)
    .option('--until <date>', 'documents of this day or earlier, ISO 8601', readDate)
    .option('--block <kinds>', `kinds of blocks, separated by commas: ${unitBlocks.join(', ')}`, readBlocks)
    .addOption(new Option('--status <status>', 'units of this status').choices(unitStatuses.map(({ name }) => name)))
    .option('--tag <tag>', 'units with this tag, or of a document with it; may be repeated: with all of them', collectTags)
    .option('--all', 'what later issues replace, too')
    .option('--as-of <date>', 'as the memory would be without later documents, ISO 8601', readDate)
  return hasScore ? filtered : filtered.option('--min-score <number>', 'units from this score of alignment on, 0 to 1', readShare)
}

/** Filters as the memory takes them. */
export function readFilter({ symbol, organ, since, until, block, minScore, status, tag, all, asOf }: FilterOptions): MemoryFilter {
  return {
    ...(symbol === undefined ? {} : { symbol }),
    ...(organ === undefined ? {} : { organ }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(block === undefined ? {} : { blocks: block }),
    ...(minScore === undefined ? {} : { minScore }),
    ...(status === undefined ? {} : { status }),
    ...(tag === undefined ? {} : { tags: tag }),
    ...(all === undefined ? {} : { all }),
    ...(asOf === undefined ? {} : { asOf })
  }
}

/** A symbol, or the beginning of one, which need not have a number. */
function readSymbolStart(value: string): string {
  return /^[A-Z][\w.]*(?:\/[A-Z][\w.]*)*\/?$/.test(value) ? value : readSymbolOption(value)
}

function readDate(value: string): string {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) throw new InvalidArgumentError('Expected a date of ISO 8601, such as 2019-05-22.')
  return value
}

function readBlocks(value: string): UnitBlock[] {
  const names = value.split(',')
  const known = names.flatMap((name) => unitBlocks.find((block) => block === name) ?? [])
  if (known.length < names.length) throw new InvalidArgumentError(`Expected some of ${unitBlocks.join(', ')}.`)
  return known
}
