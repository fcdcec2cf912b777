import path from 'node:path'
import { VFile } from 'vfile'
import { convertMemory, memoryFormatOf, type MemoryFormatName } from '../convert.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import { sayFatal } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { openMemory, type OpenMemory } from './open-memory.ts'
import { readOutputPlace } from './output-place.ts'
import { sayExclusions, sayLines, saveReport, writeOutput, type OutputOptions } from './write-output.ts'

/** Options of `hexapla convert`. */
export interface ConvertCommandOptions extends MessageOptions, OutputOptions {
  from?: MemoryFormatName
}

/** `hexapla convert IN --to …`: a memory in one format to others. Exit code. */
export async function runConvert(input: string, options: ConvertCommandOptions, terminal: Terminal): Promise<number> {
  const file = new VFile({ path: input })
  let opened: OpenMemory | undefined
  try {
    const name = input === '-' ? 'standard input' : path.basename(input)
    const format = options.from ?? memoryFormatOf(input)
    opened = await openMemory(input, name, terminal)
    if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input === '-' ? name : input }, input)
    const memory = { file: name, format, open: opened.read }
    const { files, exclusions } = await writeOutput(
      (to, settled, listeners) => convertMemory(memory, to, settled, listeners),
      input === '-' ? 'hexapla' : path.basename(input, path.extname(input)),
      await readOutputPlace(options.output, options.to),
      { ...options, inputs: [input] },
      reportTo(file),
      terminal
    )
    files.push(...(await saveReport(options, exclusions)))
    if (files.length > 0 && !options.json) terminal.stderr(sayLines([...sayExclusions(exclusions), ...files.map((each) => `wrote ${each}`)]))
    return 0
  } catch (error) {
    sayFatal(file, error)
    return 1
  } finally {
    await opened?.close()
    showMessages([file], terminal, options)
  }
}
