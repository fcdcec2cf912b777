/**
 * CPU time of sentence splitting: `npx tsx bench/segment/speed.ts`.
 *
 * Megabytes are 10^6 bytes of UTF-8. The texts are the project's own cases, paragraph by paragraph, over and over.
 */
import { languageCodes } from '../../src/language/code.ts'
import { splitSentences } from '../../src/segment/index.ts'
import { readCases } from '../../evaluation/segment/cases.ts'

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

console.log('language  hexapla MB/s  Intl.Segmenter alone MB/s')
for (const language of languageCodes) {
  const paragraphs = readCases(language).map((one) => one.text)
  const bytes = Buffer.byteLength(paragraphs.join(''))
  const rate = (megabytes: number, split: (text: string) => unknown): number => {
    const rounds = Math.ceil((megabytes * 1e6) / bytes)
    const seconds = cpuSeconds(() => {
      for (let round = 0; round < rounds; round++) for (const text of paragraphs) split(text)
    })
    return (rounds * bytes) / 1e6 / seconds
  }
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  rate(2, (text) => splitSentences(text, language))
  const ours = rate(20, (text) => splitSentences(text, language))
  const theirs = rate(2, (text) => [...segmenter.segment(text)])
  console.log(`${language.padEnd(9)} ${ours.toFixed(1).padStart(12)}  ${theirs.toFixed(1).padStart(12)}`)
}

/** Texts that tempt a scanner to look at the same characters again and again. */
const pieces = [
  '.', '?', '…', '。', '"', '”', '“', '»', ' »', '(', ')', '()', '(.', '.(', '. (', '[', '《', '《。', '》', '1', '.1', '. 1', 'a', 'A.', ' A. ', 'a ',
  '*', '.*', ' ', '\n', '\n ', '.\n\n', '\u200F', '.\u200F', '\uD800', '•', ' •', '. •', '。"', '。"x', "'", 'No. ', 'г. ', '1 г. ', '. . ', '.) ', '.[1', '.1,1,', '-', '-.'
]
console.log('\n10 MB (UTF-16 units) of one piece: seconds of CPU in the slowest language, and the ratio to 5 MB')
const slow: Array<[piece: string, seconds: number, ratio: number, language: string]> = []
for (const piece of pieces) {
  let worst: [string, number, number, string] = [piece, 0, 0, 'en']
  for (const language of ['en', 'zh', 'ru', 'ar'] as const) {
    const half = piece.repeat(5e6 / piece.length)
    const whole = piece.repeat(10e6 / piece.length)
    const one = cpuSeconds(() => splitSentences(half, language))
    const two = cpuSeconds(() => splitSentences(whole, language))
    if (two > worst[1]) worst = [piece, two, two / one, language]
  }
  slow.push(worst)
}
slow.sort((one, other) => other[1] - one[1])
for (const [piece, seconds, ratio, language] of slow.slice(0, 12)) {
  console.log(`${JSON.stringify(piece).padEnd(12)} ${language}  ${seconds.toFixed(2)} s  x${ratio.toFixed(1)}`)
}
