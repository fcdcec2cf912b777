/**
 * Counts boundary errors on the project's own cases: `node bench/segment/cases.ts [--show]`.
 */
import { languageCodes } from '../../src/language/code.ts'
import { splitSentences } from '../../src/segment/index.ts'
import { addCounts, countBoundaries, noCount, readCases } from '../../evaluation/segment/cases.ts'

const show = process.argv.includes('--show')
for (const language of languageCodes) {
  let sum = noCount
  for (const one of readCases(language)) {
    const given = splitSentences(one.text, language).map(([, end]) => end)
    sum = addCounts(sum, countBoundaries(one.ends, given))
    if (!show) continue
    for (const end of one.ends) if (!given.includes(end)) console.log(language, 'missed', one.text.slice(Math.max(0, end - 40), end + 20))
    for (const end of given) if (!one.ends.includes(end)) console.log(language, 'extra ', one.text.slice(Math.max(0, end - 40), end + 20))
  }
  console.log(language, `${sum.boundaries} boundaries, ${sum.missed} missed, ${sum.extra} made up`)
}
