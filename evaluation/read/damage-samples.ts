/** Files of the corpus in every format, and what damage makes of them: a format, a number and a seed say all of a file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { corpusDocuments, sourceOf } from '../corpus/sources.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { damage, repack } from './damage.ts'
import { renderDocx } from './render-docx.ts'
import { zip } from './zip.ts'

/** Formats that the corpus has files of, or that are made of it. */
export const damagedFormats: readonly string[] = ['doc', 'docx', 'gz', 'html', 'odt', 'pdf', 'rtf', 'zip']

/** Undamaged files of a format. */
export function sampleFiles(format: string): Uint8Array[] {
  const corpus = join(import.meta.dirname, '../../corpus')
  const paths = corpusDocuments.flatMap((document) => {
    const folder = join(corpus, document, 'files')
    return readdirSync(join(corpus, document)).includes('files') ? readdirSync(folder).map((name) => join(folder, name)) : []
  })
  const files: Uint8Array[] = paths.filter((path) => path.endsWith(`.${format}`)).map((path) => readFileSync(path))
  if (format === 'docx') files.push(renderDocx(sourceOf('concluding-observations-verania', 'ar')))
  if (format === 'gz') files.push(gzipSync(renderDocx(sourceOf('decision-tide-gauge-calendar', 'zh'))))
  if (format === 'zip') files.push(zip(new Map([['ru.docx', renderDocx(sourceOf('decision-tide-gauge-calendar', 'ru'))]])))
  if (files.length === 0) throw new Error(`Unexpected format ${format}, expected one of ${damagedFormats.join(', ')}`)
  return files
}

/** The file of a number, from 0; every second archive is damaged inside. */
export function damageSample(format: string, originals: readonly Uint8Array[], index: number, seed: number): Uint8Array {
  const chance = chanceOf(Math.imul(seed, 1_000_003) + index)
  const original = originals[index % originals.length] ?? new Uint8Array()
  const inside = (format === 'docx' || format === 'odt' || format === 'zip') && Math.floor(index / originals.length) % 2 === 1
  return inside ? repack(original, chance) : damage(original, chance)
}
