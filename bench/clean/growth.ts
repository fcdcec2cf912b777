import { readExtracts } from '../../evaluation/structure/extracts.ts'
import { languageCodes } from '../../src/language/code.ts'
import { row, runTask } from './measured.ts'

/** Prints the CPU time and memory for one text of 1, 10 and 100 MB a language: the extracts of the corpus, again and again. */
export function measureGrowth(largest: number): void {
  console.log('One text, made of the extracts of the corpus; the peak of memory has the raw text and the whole tree in it.\n')
  console.log(row('language', 'MB', 'CPU s', 'MB per CPU s', 'peak MB', 'of which before reading'))
  console.log(row('---', '---', '---', '---', '---', '---'))
  for (const language of languageCodes) {
    const text = [...readExtracts()].filter((extract) => extract.language === language && extract.extractor === 'pdftotext').map(({ raw }) => raw).join('\f')
    for (let megabytes = 1; megabytes <= largest; megabytes *= 10) {
      const measured = runTask({ texts: [text], rounds: 1, bytes: megabytes * 1e6, language })
      if (typeof measured === 'string') {
        console.log(row(language, megabytes, measured, '', '', ''))
        continue
      }
      const [seconds = 0] = measured.seconds
      const size = measured.bytes / 1e6
      console.log(row(language, size.toFixed(1), seconds.toFixed(2), (size / seconds).toFixed(2), measured.peak, measured.before))
    }
  }
  console.log('')
}
