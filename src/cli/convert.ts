import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { convertMemory, memoryFormatOf, type MemoryFormatName } from '../convert.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import type { ByteStream } from '../read/memory/index.ts'
import { isFolder } from './find-files.ts'
import { sayFatal } from './load-file.ts'
import { showMessages } from './show-messages.ts'
import type { MessageOptions, Terminal } from './terminal.ts'
import { readOutputPlace } from './output-place.ts'
import type { OutputOptions } from './output-options.ts'
import { sayExclusions, sayFiles, sayLines, saveReport, writeOutput } from './write-output.ts'

/** Options of `hexapla convert`. */
export interface ConvertCommandOptions extends MessageOptions, OutputOptions {
  from?: MemoryFormatName
}

/** `hexapla convert IN --to …`: a memory in one format to others. Exit code. */
export async function runConvert(input: string, options: ConvertCommandOptions, terminal: Terminal): Promise<number> {
  const file = new VFile({ path: input })
  try {
    const place = await readOutputPlace(options)
    const name = input === '-' ? 'standard input' : path.basename(input)
    const format = options.from ?? memoryFormatOf(input)
    if (input !== '-') await checkFile(input)
    if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input === '-' ? name : input }, input)
    const memory = { file: name, format, open: await opener(input, terminal) }
    const { files: written, exclusions } = await writeOutput(
      (formats, settled, listeners) => convertMemory(memory, formats, settled, listeners),
      input === '-' ? 'hexapla' : path.basename(input, path.extname(input)),
      place,
      options,
      reportTo(file),
      terminal
    )
    const listed = await saveReport(options, exclusions)
    if (!options.json) terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...listed, ...sayFiles(written)]))
    return 0
  } catch (error) {
    sayFatal(file, error)
    return 1
  } finally {
    showMessages([file], terminal, options)
  }
}

/** Opens a memory again and again; standard input can be read once, so it is kept. */
async function opener(input: string, terminal: Terminal): Promise<() => ByteStream> {
  if (input !== '-') return () => createReadStream(input)
  const bytes = await terminal.stdin()
  return () => [bytes]
}

async function checkFile(input: string): Promise<void> {
  if (await isFolder(input)) throw new HexaplaError('read:not-a-file', { file: input }, input)
  await access(input).catch(() => {
    throw new HexaplaError('read:missing', { file: input, expected: 'a memory' }, input)
  })
}
