// A translation memory of two versions: node examples/memory-of-two-files.mjs EN.txt FR.txt OUT.tmx
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { alignVersions, readText, readVersion, writeFormats } from 'hexapla'

const folder = 'corpus/cd-note-verbale-belarus-2019'
const [first = `${folder}/en.txt`, second = `${folder}/fr.txt`, output] = process.argv.slice(2)

const versions = []
for (const file of [first, second]) {
  const text = readText(await readFile(file), { name: file })
  versions.push({ file: path.basename(file), root: readVersion(text, { name: file }) })
}

const aligned = alignVersions(versions, { units: ['sentence'] })
let memory = ''
for await (const { text } of writeFormats(['tmx'], [aligned], { scope: 'all' })) memory += text
if (output !== undefined) await writeFile(output, memory)

const both = aligned.units.filter(({ versions: texts }) => Object.keys(texts).length === 2)
console.log(`${aligned.document.symbol}: ${both.length} pairs of ${Object.keys(aligned.document.versions).join(' and ')}`)
