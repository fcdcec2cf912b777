import path from 'node:path'
import { VFile } from 'vfile'
import { convertMemory, memoryFormatOf, type MemoryFormatName } from '../../pipeline/convert.ts'
import { HexaplaError, reportTo, type Report } from '../../message/report.ts'
import { sayFatal } from '../input/load-file.ts'
import { isPostgresUrl } from '../../memory/address.ts'
import { isFolder } from '../input/find-files.ts'
import { isDatabase } from '../memory/memory-inputs.ts'
import { openMemory, type OpenMemory } from '../memory/open-memory.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { readOutputPlace } from '../output/output-place.ts'
import type { OutputOptions } from '../options/output-options.ts'
import { sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla convert`. */
export interface ConvertCommandOptions extends MessageOptions, OutputOptions {
  from?: MemoryFormatName
  lenient?: boolean
}

/** What the files of a memory are called by; what hexapla puts behind a name comes with the new files again. */
function stemOf(input: string): string {
  const stem = path.basename(input, path.extname(input))
  return stem.replace(/(?:\.v2)?$/, '').replace(/(?<=.)(?:\.all)?\.(?:sent|para)(?:\.\d+)?$/, '')
}

/** `hexapla convert IN… --to …`: a memory in one format to others, or several as one. Exit code. */
export async function runConvert(inputs: readonly string[], options: ConvertCommandOptions, terminal: Terminal): Promise<number> {
  const [input = ''] = inputs
  if (options.from === undefined && inputs.length === 1 && (isPostgresUrl(input) || isDatabase(input))) {
    const { runMemoryExport } = await import('../memory/memory-export.ts')
    return runMemoryExport(input, options, terminal)
  }
  if (inputs.length > 1 || (input !== '-' && options.from === undefined && (await isFolder(input)))) {
    if (options.from !== undefined) {
      terminal.stderr('error: --from is for one memory\n')
      return 2
    }
    const { runMerge } = await import('./convert-merge.ts')
    return runMerge(inputs, options, terminal)
  }
  const file = new VFile({ path: input })
  let opened: OpenMemory | undefined
  try {
    const place = await readOutputPlace(options)
    const name = input === '-' ? 'standard input' : path.basename(input)
    const format = options.from ?? memoryFormatOf(input)
    opened = await openMemory(input, name, terminal)
    if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input === '-' ? name : input }, input)
    const { read } = opened
    const report = reportTo(file)
    let passes = 0
    const memory = {
      file: name,
      format,
      open: () => {
        passes++
        return read()
      },
      // The first reading says it all; the second one finds the same.
      reading: { report: (...message: Parameters<Report>) => (passes > 1 ? undefined : report(...message)), lenient: options.lenient ?? false }
    }
    const { files: written, exclusions, listed } = await writeOutput(
      (formats, settled, listeners) => convertMemory(memory, formats, settled, listeners),
      input === '-' ? 'hexapla' : stemOf(input),
      place,
      { ...options, inputs: [input] },
      { report, terminal }
    )
    if (!options.json) terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...listed, ...sayFiles(written)]))
    return 0
  } catch (error) {
    sayFatal(file, error)
    return 1
  } finally {
    await opened?.close()
    showMessages([file], terminal, options)
  }
}
