/** The process of `damage.ts` that reads: what it does with each file it says to the process that began it. */
import { damageSample, sampleFiles } from '../../evaluation/read/damage-samples.ts'
import { HexaplaError } from '../../src/message/report.ts'
import { readDocument } from '../../src/read/document.ts'

/** A damaged file that was read. */
export interface DamagedFile {
  index: number
  /** `read`, `refused` with the message, or what was thrown. */
  outcome: string
  /** CPU milliseconds of the process. */
  took: number
}

const [format = '', from = '0', end = '0', seed = '1'] = process.argv.slice(2)
const originals = sampleFiles(format)
for (const original of originals) await readDocument(original, { name: 'undamaged' })
for (let index = Number(from); index < Number(end); index++) {
  const bytes = damageSample(format, originals, index, Number(seed))
  const begun = process.cpuUsage()
  const outcome = await outcomeOf(bytes, `${format} ${String(index)}`)
  const { user, system } = process.cpuUsage(begun)
  process.send?.({ index, outcome, took: (user + system) / 1000 } satisfies DamagedFile)
}
// What is left in the channel is sent before it is closed.
process.disconnect()

async function outcomeOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readDocument(bytes, { name })
    return 'read'
  } catch (error) {
    if (error instanceof HexaplaError) return `refused ${error.id}`
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)
  }
}
