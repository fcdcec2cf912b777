/** Reads the texts of a task and prints what that took: a process of its own for `runTask`. */
import { readFileSync, rmSync } from 'node:fs'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import type { Measured, Task } from './measured.ts'

const [, , file = ''] = process.argv
const { texts, rounds, bytes, language } = JSON.parse(readFileSync(file, 'utf8')) as Task
rmSync(file)

const raws = texts.map((text) => (bytes === undefined ? text : text.repeat(Math.ceil(bytes / Buffer.byteLength(text)))))
const before = process.resourceUsage().maxRSS / 1024

const seconds = Array.from({ length: rounds }, () => {
  const start = process.cpuUsage()
  for (const raw of raws) readVersion(raw, language === undefined ? {} : { language })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
})

const measured: Measured = {
  seconds,
  bytes: raws.reduce((sum, raw) => sum + Buffer.byteLength(raw), 0),
  peak: Math.round(process.resourceUsage().maxRSS / 1024),
  before: Math.round(before)
}
console.log(JSON.stringify(measured))
