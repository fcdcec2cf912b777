import path from 'node:path'
import { VFile } from 'vfile'
import { openMemory, statsPlot, withoutPassword, type ListedEntry, type Memory, type MemoryStats } from '../../memory/index.ts'
import { inOrder } from '../../language/tag.ts'
import { readFilter, type FilterOptions } from '../options/filter-options.ts'
import { sayFatal } from '../input/load-file.ts'
import { saveFiles } from '../output/save-files.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { count, sayLines } from '../output/write-output.ts'

/** Options of `hexapla memory list`. */
export type MemoryListOptions = FilterOptions & MessageOptions

/** `hexapla memory list MEMORY`: its documents, a line each. Exit code. */
export async function runMemoryList(file: string, options: MemoryListOptions, terminal: Terminal): Promise<number> {
  return withMemory(file, options, terminal, async (memory) => {
    const listed = await memory.list(readFilter(options))
    if (options.json) await terminal.stdout(`${JSON.stringify(listed.map(plainEntry), undefined, 2)}\n`)
    else await terminal.stdout(sayLines(listed.map(entryLine)))
  })
}

function plainEntry({ entry, date, isReplaced, replacedBy }: ListedEntry): object {
  const { document, granularity, units, issues } = entry
  return { document, date, granularity, units, isReplaced, replacedBy, issues: [...issues.values()] }
}

/** `A/RES/70/1  2015-10-21  en fr  212 sentence units  replaced by A/RES/70/1*`. */
function entryLine({ entry, date, isReplaced, replacedBy }: ListedEntry): string {
  const by = Object.entries(replacedBy)
  const replaced = isReplaced ? `replaced by ${[...new Set(by.map(([, each]) => each))].join(', ')}` : by.map(([language, each]) => `${language} replaced by ${each}`).join(', ')
  return [entry.document, date, inOrder(entry.issues.keys()).join(' '), `${entry.units} ${entry.granularity} units`, replaced].join('\t').trimEnd()
}

/** Options of `hexapla memory forget`. */
export interface MemoryForgetOptions extends MessageOptions {
  undo?: boolean
}

/** `hexapla memory forget MEMORY SYMBOL`: takes a document out of sight, or back. Exit code. */
export async function runMemoryForget(file: string, symbol: string, options: MemoryForgetOptions, terminal: Terminal): Promise<number> {
  return withMemory(file, options, terminal, async (memory) => {
    const changed = await memory.forget(symbol, options.undo)
    const what = options.undo === true ? `${symbol} is seen again` : `${symbol} is out of sight, --undo brings it back`
    if (!options.json) terminal.stderr(sayLines([`${memory.file}: ${what} (${count(changed, 'set')} of units)`]))
  })
}

/** Options of `hexapla memory stats`. */
export interface MemoryStatsOptions extends FilterOptions, MessageOptions {
  plot?: string
}

/** `hexapla memory stats MEMORY`: what it holds, as text and as a plot. Exit code. */
export async function runMemoryStats(file: string, options: MemoryStatsOptions, terminal: Terminal): Promise<number> {
  return withMemory(file, options, terminal, async (memory) => {
    const stats = await memory.stats(readFilter(options))
    if (options.json) await terminal.stdout(`${JSON.stringify(stats, undefined, 2)}\n`)
    else await terminal.stdout(sayLines(statsLines(stats)))
    if (options.plot === undefined) return
    const files = await saveFiles(path.dirname(options.plot), [{ file: path.basename(options.plot), text: statsPlot(stats), last: true }], [file])
    if (!options.json) terminal.stderr(sayLines(files.map((each) => `wrote ${each}`)))
  })
}

function statsLines({ documents, units, replaced, forgotten, languages, pairs, coverage }: MemoryStats): string[] {
  return [
    `${count(documents, 'document')}, ${count(units, 'unit')}${replaced === 0 ? '' : `; ${replaced} replaced`}${forgotten === 0 ? '' : `; ${forgotten} forgotten`}`,
    '',
    'language\tunits\twords',
    ...languages.map((each) => [each.language, each.units, each.words].join('\t')),
    '',
    'pair\tunits\tdoubtful\tconflicts',
    ...pairs.map((pair) => [pair.languages.join('-'), pair.units, pair.doubtful, pair.conflicts].join('\t')),
    '',
    'year\torgan\tunits',
    ...coverage.map(({ year, organ, units: number }) => [year || '-', organ || '-', number].join('\t'))
  ]
}

/** Opens a memory, does something with it, and closes it; messages are shown. Exit code. */
export async function withMemory(file: string, options: MessageOptions, terminal: Terminal, work: (memory: Memory) => Promise<void>): Promise<number> {
  const whole = new VFile({ path: withoutPassword(file) })
  try {
    const memory = await openMemory(file)
    try {
      await work(memory)
    } finally {
      await memory.close()
    }
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    // JSON on standard output is what was found; messages stay apart.
    showMessages([whole], terminal, { verbose: options.verbose })
  }
}
