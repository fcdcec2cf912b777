/** Several memories as one: put into a memory for the time being, which is then written. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { VFile } from 'vfile'
import { openMemory, withoutPassword, type Memory } from '../../memory/index.ts'
import { reportTo } from '../../message/report.ts'
import { writeFormats } from '../../write/index.ts'
import { sayFatal } from '../input/load-file.ts'
import { addInputs } from '../memory/memory-add.ts'
import { findMemories } from '../memory/memory-inputs.ts'
import type { OutputOptions } from '../options/output-options.ts'
import { readOutputPlace } from '../output/output-place.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { begin, remove } from '../output/unfinished.ts'
import { sayExclusions, sayFiles, sayLines, writeOutput } from '../output/write-output.ts'

/** Options of a merge: those of `hexapla convert` but `--from`. */
export interface MergeOptions extends MessageOptions, OutputOptions {
  lenient?: boolean
}

/**
 * `hexapla convert IN IN… --to …`, or a folder: all their units by document, in the order of the symbols; what is there twice is
 * written once, and what later issues replace is written, too. Exit code.
 */
export async function runMerge(inputs: readonly string[], options: MergeOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: inputs.map(withoutPassword).join(', ') })
  const files = [whole]
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  const place = path.join(folder, 'merge.db')
  const made = [folder, place, `${place}-wal`, `${place}-shm`]
  for (const [at, each] of made.entries()) begin(each, at === 0 ? 'folder' : 'file')
  let memory: Memory | undefined
  try {
    const output = await readOutputPlace(options)
    const found = await findMemories(inputs)
    const merged = (memory = await openMemory(place, { create: true }))
    await addInputs(merged, found, { files, name: 'the merge', lenient: options.lenient ?? false })
    const filter = { all: true }
    const languages = await merged.languages(filter)
    const name = inputs.length === 1 ? path.basename(path.resolve(inputs[0] ?? '')) : 'merged'
    const { files: written, exclusions, listed } = await writeOutput(
      (formats, settled, listeners) => writeFormats(formats, merged.documents(filter), { ...settled, languages }, listeners),
      name,
      output,
      { ...options, inputs: found },
      { report: reportTo(whole), terminal }
    )
    if (!options.json) terminal.stderr(sayLines([...sayExclusions(exclusions, options), ...listed, ...sayFiles(written)]))
    return 0
  } catch (error) {
    sayFatal(files.at(-1) ?? whole, error)
    return 1
  } finally {
    await memory?.close()
    remove(made)
    showMessages(files, terminal, options)
  }
}
