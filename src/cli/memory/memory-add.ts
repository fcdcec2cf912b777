import { existsSync, rmSync } from 'node:fs'
import { VFile } from 'vfile'
import type { MemoryFormatName } from '../../pipeline/convert.ts'
import { isPostgresUrl, openMemory, withoutPassword, type Memory } from '../../memory/index.ts'
import { reportTo } from '../../message/report.ts'
import { sayFatal } from '../input/load-file.ts'
import { findMemories, readParts, type PartOptions } from './memory-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import { systemName } from '../process/system-name.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { count, sayLines } from '../output/write-output.ts'

/** Options of `hexapla memory add`. */
export interface MemoryAddOptions extends MessageOptions {
  lenient?: boolean
  /** The format of files, whatever their endings. */
  from?: MemoryFormatName
}

/** `hexapla memory add MEMORY.db FILE…`: documents into a memory, which is made where there is none. Exit code. */
export async function runMemoryAdd(memoryName: string, inputs: readonly string[], options: MemoryAddOptions, terminal: Terminal): Promise<number> {
  const name = withoutPassword(memoryName)
  const whole = new VFile({ path: name })
  const files = [whole]
  const isNew = !isPostgresUrl(memoryName) && !existsSync(systemName(memoryName))
  let added: ReadonlyMap<number, number> = new Map()
  try {
    const found = await findMemories(inputs)
    const memory = await openMemory(memoryName, { create: true })
    try {
      added = await addInputs(memory, found, { files, name, lenient: options.lenient ?? false, ...(options.from === undefined ? {} : { from: options.from }) })
    } finally {
      await memory.close()
    }
  } catch (error) {
    sayFatal(files.at(-1) ?? whole, error)
  } finally {
    // A memory that was made for what nothing came of would be an empty one.
    if (isNew && added.size === 0) for (const ending of ['', '-wal', '-shm']) rmSync(systemName(`${memoryName}${ending}`), { force: true })
    showMessages(files, terminal, options)
  }
  const units = [...added.values()].reduce((sum, each) => sum + each, 0)
  if (!options.json) terminal.stderr(sayLines([`${name}: ${count(units, 'unit')} of ${count(added.size, 'document')} added`]))
  return files.some(({ messages }) => messages.some(({ fatal }) => fatal)) ? 1 : 0
}

/** Adds what inputs hold; each becomes one of `files`, which has its messages. Units of each new entry, by its id. */
export async function addInputs(
  memory: Memory,
  inputs: readonly string[],
  { files, name, ...reading }: PartOptions & { files: VFile[]; name: string }
): Promise<Map<number, number>> {
  const added = new Map<number, number>()
  for (const input of inputs) {
    const file = new VFile({ path: withoutPassword(input) })
    files.push(file)
    for await (const { file: title, documents } of readParts(input, file, reading)) {
      await memory.add(documents, {
        file: title,
        added: ({ document, entry, units }) => {
          if (entry === undefined) reportTo(file)('memory:known', undefined, { document, file: name })
          else added.set(entry, units)
        }
      })
    }
  }
  return added
}
