/**
 * Compares what the readers make of typeset documents with the sources: `npx tsx bench/read/run.ts FOLDER format … [-v] [--tree]`.
 *
 * FOLDER is what `scripts/typeset/word` wrote. Blocks are equal letter for letter, labels too; with `--tree` addresses as well.
 * `-v` lists what is lacking and what was made up, and counts the misses by kind.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageCodes } from '../../src/language/code.ts'
import { corpusDocuments, sourceOf } from '../../evaluation/corpus/sources.ts'
import { compareForms, missKind, sourceForms, treeForms, wantedForms } from '../../evaluation/read/compare.ts'
import { readDocument } from '../../src/read/document.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'

const [folder = '', ...formats] = process.argv.slice(2).filter((one) => !one.startsWith('-'))
const [verbose, tree] = [process.argv.includes('-v'), process.argv.includes('--tree')]

for (const format of formats)
  for (const language of languageCodes) {
    let [right, all, extra] = [0, 0, 0]
    const kinds = new Map<string, number>()
    const cpu = process.cpuUsage()
    for (const document of corpusDocuments) {
      const path = join(folder, `${document}.${language}.${format}`)
      if (!existsSync(path)) continue
      const source = sourceOf(document, language)
      const read = await readDocument(readFileSync(path), { name: path })
      if (typeof read === 'string') throw new Error(`Unexpected text in ${path}, expected another format`)
      const wanted = wantedForms(source, tree, format.endsWith('pdf'))
      const result = compareForms(wanted, tree ? treeForms(readVersion(read, { language })) : sourceForms(read))
      right += result.right
      all += wanted.length
      extra += result.madeUp.length
      if (!verbose) continue
      for (const form of result.lacking) {
        const kind = missKind(form, result.madeUp)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        console.log(`${document}.${language} - ${kind}: ${form}`)
      }
      for (const form of result.madeUp) console.log(`${document}.${language} + ${form}`)
    }
    const { user, system } = process.cpuUsage(cpu)
    console.log(`${format} ${language} ${(right / all).toFixed(4)} ${String(right)}/${String(all)} +${String(extra)} ${String(Math.round((user + system) / 1000))} ms`)
    for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`  ${String(count)} ${kind}`)
  }
