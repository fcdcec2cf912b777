/**
 * How fast raw text becomes a tree: megabytes of UTF-8 per CPU second for clean, parse and segment, at several sizes, and
 * on hostile input. Beside it, in the same run, what `pdftotext` needs to extract as much text, where a PDF is given.
 *
 * `tsx bench/clean/speed.ts [--pdf FILE.pdf] [--largest MB]`
 */
import { execFileSync } from 'node:child_process'
import { readVersion } from '../../src/pipeline.ts'
import { readExtracts } from '../../tests/accuracy/extracts.ts'
import { languageCodes } from '../../src/language/code.ts'

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity]
const largest = Number(option('largest') ?? 10)

/** CPU seconds of this process for some work, user and system. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const sources = new Map(languageCodes.map((code) => [code, [...readExtracts()].filter(({ language, extractor }) => language === code && extractor === 'pdftotext').map(({ raw }) => raw).join('\f')]))
const sized = (text: string, megabytes: number): string => text.repeat(Math.max(1, Math.ceil((megabytes * 1e6) / Buffer.byteLength(text))))

console.log('| language | MB | CPU s | MB per CPU s | peak RSS, MB |\n| --- | --- | --- | --- | --- |')
for (const [language, text] of sources) {
  readVersion(text, { language })
  for (let megabytes = 1; megabytes <= largest; megabytes *= 10) {
    const raw = sized(text, megabytes)
    const size = Buffer.byteLength(raw) / 1e6
    const seconds = cpuSeconds(() => readVersion(raw, { language }))
    console.log(`| ${language} | ${size.toFixed(1)} | ${seconds.toFixed(2)} | ${(size / seconds).toFixed(1)} | ${Math.round(process.resourceUsage().maxRSS / 1024)} |`)
  }
}

console.log('\n| hostile input, 10 MB | CPU s |\n| --- | --- |')
const hostile = ['a', '1', '(', '*', ' ', '. ', '(a) ', '1. ', '\u200F', '\uD800', '-\n', '_', '\n* ', '\n1 ', 'é', '中', 'ا', 'A/', '/', '\u202B', '«']
for (const piece of hostile) {
  const raw = piece.repeat(Math.ceil(10e6 / Buffer.byteLength(piece)))
  console.log(`| ${JSON.stringify(piece)} | ${cpuSeconds(() => readVersion(raw, { language: 'en' })).toFixed(2)} |`)
}

const pdf = option('pdf')
if (pdf === undefined) console.log('\npdftotext: not measured, no --pdf given')
else {
  const text = execFileSync('pdftotext', [pdf, '-'], { maxBuffer: 1e9 }).toString()
  const output = execFileSync('bash', ['-c', `TIMEFORMAT='%U %S'; time for i in 1 2 3 4 5; do pdftotext "$1" - >/dev/null; done`, 'bash', pdf, '2>&1'], { stdio: ['ignore', 'pipe', 'pipe'] })
  console.log(output.toString())
  const seconds = cpuSeconds(() => { for (let run = 0; run < 5; run++) readVersion(text) })
  console.log(`hexapla on the same ${(Buffer.byteLength(text) / 1e6).toFixed(3)} MB, five times: ${seconds.toFixed(2)} CPU s`)
}
