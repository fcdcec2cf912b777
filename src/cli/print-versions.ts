import { VFile } from 'vfile'
import { reportTo } from '../message/report.ts'
import { checkLanguages, loadVersion, sayFatal, type LoadedVersion, type LoadOptions } from './load-file.ts'
import { withAbbreviations } from './read-list.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

/** Reads files one after the other and prints what is said of each; exit code 1 where one could not be read. */
export async function printVersions(
  paths: readonly string[],
  options: LoadOptions & MessageOptions,
  terminal: Terminal,
  say: (version: LoadedVersion) => Iterable<string>
): Promise<number> {
  const files = paths.map((path) => new VFile({ path }))
  const whole = new VFile({ path: paths.join(' ') })
  let failed = false
  try {
    checkLanguages(paths, options)
    const settled = await withAbbreviations(options, reportTo(whole))
    for (const file of files) {
      const version = await loadVersion(file, settled, terminal)
      if (!version) failed = true
      else for (const text of say(version)) await terminal.stdout(text)
    }
  } catch (error) {
    sayFatal(whole, error)
    failed = true
  } finally {
    showMessages([...files, whole], terminal, options)
  }
  return failed ? 1 : 0
}
