/**
 * Reads damaged files of every format: `npx tsx bench/read/damage.ts [count] [seed] [format …]`.
 *
 * Bytes are flipped, cut out, doubled, put in from elsewhere or nested; archives are opened, damaged inside and packed again. Each
 * file is read or refused by name: whatever else is thrown, and what takes longer than two seconds, is listed, and the exit code is 1.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { corpusDocuments, sourceOf } from '../../evaluation/corpus/sources.ts'
import { damage, repack } from '../../evaluation/read/damage.ts'
import { chanceOf } from '../../evaluation/fuzz/chance.ts'
import { renderDocx } from '../../evaluation/read/render-docx.ts'
import { HexaplaError } from '../../src/message/report.ts'
import { readDocument } from '../../src/read/document.ts'

/** Milliseconds. */
const longest = 2000

const [count = '1000', seed = '1', ...only] = process.argv.slice(2)
const corpus = join(import.meta.dirname, '../../corpus')
const files = corpusDocuments.flatMap((document) => {
  try {
    return readdirSync(join(corpus, document, 'files')).map((file) => join(corpus, document, 'files', file))
  } catch {
    return []
  }
})
const samples = new Map<string, Uint8Array[]>()
for (const file of files) add(file.slice(file.lastIndexOf('.') + 1), readFileSync(file))
add('docx', renderDocx(sourceOf('concluding-observations-verania', 'ar')))
add('gz', gzipSync(renderDocx(sourceOf('decision-tide-gauge-calendar', 'zh'))))

let failed = false
for (const [format, originals] of samples) {
  if (only.length > 0 && !only.includes(format)) continue
  const random = chanceOf(Number(seed))
  const tally = { read: 0, refused: 0, failed: 0, slowest: 0 }
  for (let index = 0; index < Number(count); index++) {
    const original = originals[index % originals.length] ?? new Uint8Array()
    const inside = (format === 'docx' || format === 'odt') && index % 2 === 1
    const bytes = inside ? repack(original, random) : damage(original, random)
    const start = performance.now()
    try {
      await readDocument(bytes, { name: `${format} ${String(index)}` })
      tally.read++
    } catch (error) {
      if (error instanceof HexaplaError) tally.refused++
      else {
        tally.failed++
        console.error(`${format} ${String(index)}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`)
      }
    }
    const took = performance.now() - start
    if (took > longest) console.error(`${format} ${String(index)}: ${String(Math.round(took))} ms`)
    tally.slowest = Math.max(tally.slowest, took)
    failed ||= tally.failed > 0 || took > longest
  }
  console.log(`${format}\tread ${String(tally.read)}\trefused ${String(tally.refused)}\tfailed ${String(tally.failed)}\tslowest ${String(Math.round(tally.slowest))} ms`)
}
if (failed) process.exitCode = 1

function add(format: string, bytes: Uint8Array): void {
  const known = samples.get(format)
  if (known) known.push(bytes)
  else samples.set(format, [bytes])
}
