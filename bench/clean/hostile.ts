import { hostilePieces } from '../../tests/hostile.ts'
import { row, runTask } from './measured.ts'

/** Prints the CPU time and memory for texts that repeat one piece. */
export function measureHostile(megabytes: number): void {
  console.log(`Hostile input, ${megabytes} MB of one piece, read as English.\n`)
  console.log(row('kind', 'piece', 'CPU s', 'peak MB'))
  console.log(row('---', '---', '---', '---'))
  for (const [kind, pieces] of Object.entries(hostilePieces))
    for (const piece of pieces) {
      const measured = runTask({ texts: [piece], rounds: 1, bytes: megabytes * 1e6, language: 'en' })
      const figures = typeof measured === 'string' ? [measured, ''] : [(measured.seconds[0] ?? 0).toFixed(2), measured.peak]
      console.log(row(kind, `\`${JSON.stringify(piece)}\``, ...figures))
    }
}
