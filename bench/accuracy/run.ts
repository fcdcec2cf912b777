/** Prints how well raw extracts are cleaned and parsed: per language, kind of document and extractor. */
import { addCounts, f1, figures, measure, noCounts, precision, recall, type Counts, type Failure } from '../../evaluation/structure/measure.ts'
import { readExtracts } from '../../evaluation/structure/extracts.ts'
import { byCodeUnits } from '../../src/language/code-unit-order.ts'

const [wanted, limit] = process.argv.slice(2)
const groups = new Map<string, Counts>()
const failures = new Map<string, Failure[]>()
let bodyAsFurniture = 0

for (const extract of readExtracts()) {
  const { document, language, extractor } = extract
  if (wanted && !`${document}/${language}.${extractor}`.includes(wanted)) continue
  const result = measure(extract)
  bodyAsFurniture += result.bodyAsFurniture
  failures.set(`${document}/${language}.${extractor}`, result.failures)
  for (const key of ['all', `language ${language}`, `document ${document}`, `extractor ${extractor}`]) {
    const counts = groups.get(key) ?? noCounts()
    addCounts(counts, result.counts)
    groups.set(key, counts)
  }
}

const per = (value: number): string => value.toFixed(3)
console.log(`| what | ${figures.map((figure) => (figure === 'furniture' ? 'furniture P / R' : `${figure} F1`)).join(' | ')} |`)
console.log(`| --- |${' --- |'.repeat(figures.length)}`)
for (const [key, counts] of [...groups].sort(([a], [b]) => byCodeUnits(a, b)))
  console.log(`| ${key} | ${figures.map((figure) => (figure === 'furniture' ? `${per(precision(counts[figure]))} / ${per(recall(counts[figure]))}` : per(f1(counts[figure])))).join(' | ')} |`)
console.log(`body text marked as furniture: ${bodyAsFurniture} lines`)

if (limit) for (const [name, list] of failures) for (const [figure, text] of list.slice(0, Number(limit))) console.log(`${name}\t${figure}\t${text.slice(0, 200)}`)
