import path from 'node:path'
import { VFile } from 'vfile'
import { isPostgresUrl, openMemory, withoutPassword, type Memory } from '../../memory/index.ts'
import { reportTo } from '../../message/report.ts'
import { writeFormats } from '../../write/index.ts'
import { readFilter, type FilterOptions } from '../options/filter-options.ts'
import { sayFatal } from '../input/load-file.ts'
import type { OutputOptions } from '../options/output-options.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of `hexapla memory export`. */
export type MemoryExportOptions = FilterOptions & MessageOptions & OutputOptions

/** `hexapla memory export MEMORY --to …`: what is to be seen of a memory, in any format of units. Exit code. */
export async function runMemoryExport(input: string, options: MemoryExportOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: withoutPassword(input) })
  let memory: Memory | undefined
  try {
    const place = await readOutputPlace(options)
    const opened = (memory = await openMemory(input))
    const filter = readFilter(options)
    const languages = await opened.languages(filter)
    const { files, exclusions, listed } = await writeOutput(
      (formats, settled, listeners) => writeFormats(formats, opened.documents(filter), { ...settled, languages }, listeners),
      isPostgresUrl(input) ? 'memory' : path.basename(input, path.extname(input)),
      place,
      { ...options, inputs: isPostgresUrl(input) ? [] : [input] },
      { report: reportTo(whole), terminal }
    )
    if (!options.json) terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...listed, ...sayFiles(files)]))
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    await memory?.close()
    showMessages([whole], terminal, options)
  }
}
