import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { languageCodes } from '../../src/language/code.ts'
import { row, runTask } from './measured.ts'

/** How often each PDF is extracted; one run is too short for the clock. */
const extractions = 5
/** Rounds before the compiler has seen enough, and rounds that are measured then. */
const [warming, warm] = [30, 10]

/** CPU seconds that `pdftotext` takes for some files, on the average of several runs. */
function extractionSeconds(files: readonly string[]): number {
  const script = `TIMEFORMAT='%3U %3S'; time for run in {1..${extractions}}; do for file in "$@"; do pdftotext -enc UTF-8 "$file" - >/dev/null; done; done`
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', ...files], { encoding: 'utf8' })
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return (user + system) / extractions
}

/** Prints, for the PDFs of each language, the CPU time of their extraction and that of reading what came out. */
export function measureExtraction(folder: string): void {
  console.log('Beside pdftotext, on the same pages; hexapla finds out the language.\n')
  console.log(row('language', 'documents', 'pages', 'MB', 'pdftotext CPU s', 'first', 'ratio', 'warm', 'ratio', 'MB per CPU s, warm'))
  console.log(row(...Array.from({ length: 10 }, () => '---')))
  for (const language of languageCodes) {
    const files = readdirSync(folder).filter((name) => name === `${language}.pdf` || name.endsWith(`.${language}.pdf`)).sort().map((name) => path.join(folder, name))
    if (files.length === 0) {
      console.log(row(language, 'not measured: no PDF', ...Array.from({ length: 8 }, () => '')))
      continue
    }
    const texts = files.map((file) => execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1e9 }))
    const extraction = extractionSeconds(files)
    const measured = runTask({ texts, rounds: warming + warm })
    if (typeof measured === 'string') {
      console.log(row(language, files.length, measured))
      continue
    }
    const pages = texts.reduce((sum, text) => sum + text.split('\f').length - 1, 0)
    const [first = 0] = measured.seconds
    const later = measured.seconds.slice(warming).reduce((sum, seconds) => sum + seconds, 0) / warm
    const figures = [extraction.toFixed(3), first.toFixed(3), (first / extraction).toFixed(2), later.toFixed(3), (later / extraction).toFixed(2)]
    console.log(row(language, files.length, pages, (measured.bytes / 1e6).toFixed(3), ...figures, (measured.bytes / 1e6 / later).toFixed(1)))
  }
  console.log('')
}
