import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { convertMemory, memoryFormatOf, type MemoryFormatName } from '../convert.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import { sayFatal } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { sayExclusions, writeOutput, type OutputOptions } from './write-output.ts'

/** Options of `hexapla convert`. */
export interface ConvertCommandOptions extends MessageOptions, OutputOptions {
  from?: MemoryFormatName
}

/** `hexapla convert IN --to …`: a memory in one format to others. Exit code. */
export async function runConvert(input: string, options: ConvertCommandOptions, terminal: Terminal): Promise<number> {
  const file = new VFile({ path: input })
  try {
    const format = options.from ?? memoryFormatOf(input)
    if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
    await access(input).catch(() => {
      throw new HexaplaError('read:missing', { file: input }, input)
    })
    const memory = { file: path.basename(input), format, open: () => createReadStream(input) }
    const { files, exclusions } = await writeOutput(
      (to, settled, listeners) => convertMemory(memory, to, settled, listeners),
      path.basename(input, path.extname(input)),
      options,
      reportTo(file),
      terminal
    )
    if (files.length > 0) terminal.stderr(`${[...sayExclusions(exclusions), ...files.map((each) => `wrote ${each}`)].join('\n')}\n`)
    return 0
  } catch (error) {
    sayFatal(file, error)
    return 1
  } finally {
    showMessages([file], terminal, options)
  }
}
