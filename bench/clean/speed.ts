/**
 * How fast raw text becomes a tree: detect, clean, parse and segment beside what `pdftotext` needs to extract the same pages,
 * growth with size, and hostile input. CPU seconds, user and system, of all threads.
 *
 *     npx tsx bench/clean/speed.ts [--pdf FOLDER] [--largest MB] [--only extraction,growth,hostile]
 *
 * The folder has PDFs called `….<language>.pdf`, as `npm run typeset -- --keep=FOLDER` leaves them; default `out/pdf`.
 * Each figure comes from a process of its own, so that each peak of memory is its own.
 */
import { existsSync } from 'node:fs'
import { measureExtraction } from './extraction.ts'
import { measureGrowth } from './growth.ts'
import { measureHostile } from './hostile.ts'

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity]
const largest = Number(option('largest') ?? 100)
const folder = option('pdf') ?? 'out/pdf'
const only = option('only')?.split(',')
const wanted = (part: string): boolean => only?.includes(part) ?? true

if (wanted('extraction')) {
  if (existsSync(folder)) measureExtraction(folder)
  else console.log(`Beside pdftotext: not measured, there is no folder ${folder} (mkdir it, then npm run typeset -- --keep=${folder}).\n`)
}
if (wanted('growth')) measureGrowth(largest)
if (wanted('hostile')) measureHostile(Math.min(10, largest))
