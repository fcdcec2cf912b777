import { sayLines, count } from '../output/write-output.ts'
import { withMemory } from './memory-list.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'

/** Options of `hexapla memory tag`. */
export interface MemoryTagOptions extends MessageOptions {
  unit?: string[]
  by?: string
  reason?: string
  remove?: boolean
}

/** `hexapla memory tag MEMORY SYMBOL [TAG…]`: sets tags on a document or its units, takes them off, or shows them. Exit code. */
export async function runMemoryTag(file: string, symbol: string, names: readonly string[], options: MemoryTagOptions, terminal: Terminal): Promise<number> {
  const { unit: units, by, reason, remove = false } = options
  return withMemory(file, options, terminal, async (memory) => {
    if (names.length === 0) {
      const tags = (await memory.tags(symbol)).filter(({ unit }) => units === undefined || units.includes(unit))
      if (options.json) await terminal.stdout(`${JSON.stringify(tags, undefined, 2)}\n`)
      else if (tags.length > 0) await terminal.stdout(sayLines(tags.map((tag) => [tag.unit === '' ? '-' : tag.unit, tag.tag, tag.by ?? '', tag.reason ?? ''].join('\t').trimEnd())))
      else terminal.stderr('no tags\n')
      return
    }
    const where = units === undefined ? symbol : `${symbol} ${units.join(', ')}`
    if (remove) {
      const removed = await memory.untag(symbol, { tags: names, ...(units === undefined ? {} : { units }), ...(by === undefined ? {} : { by }) })
      if (!options.json) terminal.stderr(sayLines([`${memory.file}: ${count(removed, 'tag')} taken off ${where}`]))
      return
    }
    const tags = names.map((tag) => ({ tag, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) }))
    await memory.tag(symbol, tags, units)
    if (!options.json) terminal.stderr(sayLines([`${memory.file}: ${where} is tagged ${names.join(', ')}`]))
  })
}
