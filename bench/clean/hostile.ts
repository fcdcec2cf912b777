import { hostilePieces } from '../../evaluation/structure/hostile.ts'
import { row, runTask, type Measured } from './measured.ts'

function read(piece: string, megabytes: number): Measured | string {
  return runTask({ texts: [piece], rounds: 1, bytes: megabytes * 1e6, language: 'en' })
}

function secondsOf(measured: Measured | string): number {
  return typeof measured === 'string' ? Infinity : (measured.seconds[0] ?? 0)
}

/** Prints the CPU time and memory for texts that repeat one piece: of each kind the piece that is slowest at 1 MB. */
export function measureHostile(megabytes: number): void {
  console.log('Hostile input, one piece again and again, read as English: of each kind the slowest piece.\n')
  console.log(row('kind', 'pieces', 'slowest', '1 MB, CPU s', `${megabytes} MB, CPU s`, 'peak MB'))
  console.log(row('---', '---', '---', '---', '---', '---'))
  for (const [kind, pieces] of Object.entries(hostilePieces)) {
    const [slowest] = pieces.map((piece) => ({ piece, seconds: secondsOf(read(piece, 1)) })).sort((a, b) => b.seconds - a.seconds)
    if (!slowest) continue
    const measured = read(slowest.piece, megabytes)
    const figures = typeof measured === 'string' ? [measured, ''] : [secondsOf(measured).toFixed(2), measured.peak]
    console.log(row(kind, pieces.length, `\`${JSON.stringify(slowest.piece)}\``, slowest.seconds.toFixed(2), ...figures))
  }
}
