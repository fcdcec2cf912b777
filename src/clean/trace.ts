import type { CleanBlock } from './decide/block.ts'
import type { JoinedLines } from './joints/joined-lines.ts'
import type { Line } from './lines/line.ts'
import type { Draft, Pass } from './passes.ts'
import type { Joint } from './joints/weigh-joint.ts'
import { startOf } from './collect-blocks.ts'
import { breakWeights, openingWeights } from './joints/weights.ts'

/** Characters of a text that are shown. */
const shown = 60

/**
 * An observer of `clean` that tells what each pass changed, a line each: lines whose mark is new, and the blocks as they
 * came to be, each with the rule that decided it.
 */
export function traceOf(tell: (text: string) => void): (pass: Pass, draft: Draft) => void {
  const before = new Map<Line, string>()
  return ({ name, why, gives }, { lines, joined, blocks, place }) => {
    tell(`# ${name}: ${why}\n`)
    const lineOf = (offset: number): string => String(place.point(offset).line).padStart(5)
    for (const line of lines) {
      const mark = markOf(line)
      if (name !== 'read-lines' && before.get(line) !== mark) tell(`${lineOf(line.start)}  ${mark}  ${short(line.value)}\n`)
      before.set(line, mark)
    }
    if (name === 'read-lines') tell(`${lines.length} lines\n`)
    if (gives.includes('joined'))
      for (const each of joined) {
        tell(`${lineOf(each.lines[0]?.start ?? 0)}  ${joinedMark(each)}  ${short(each.lines[0]?.value ?? '')}\n`)
        for (const joint of each.inside ?? []) tell(`${lineOf(joint.next.start)}  joined (${jointMark(joint)})  ${short(joint.next.value)}\n`)
      }
    if (gives.includes('blocks')) for (const block of blocks) tell(`${lineOf(startOf(block))}  ${blockMark(block)}\n`)
  }
}

function markOf({ role, furniture, why, opens, cell }: Line): string {
  return [furniture === undefined ? role : `${role} ${furniture}`, ...(opens ? ['opens'] : []), ...(cell ? ['cell'] : []), ...(why === undefined ? [] : [`(${why})`])].join(' ')
}

function joinedMark({ lines, label, joint }: JoinedLines): string {
  const count = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`
  const labelled = label ? `${count} [${label.style} ${label.ordinal}, ${label.fit}]` : count
  return joint ? `${labelled} (${jointMark(joint)})` : labelled
}

/** What told whether a block begins: a rule, or signs with their weights and the sum of them; over 0, it does. */
function jointMark({ rule, opening, held, weight }: Joint): string {
  if (rule !== undefined) return rule
  const signs = held.flatMap(({ sign, share }) => (share === 0 ? [] : [`${sign} ${rounded(breakWeights[sign] * share)}`]))
  return `${[...opening.map((sign) => `${sign} ${openingWeights[sign]}`), ...signs].join(', ')} = ${rounded(weight)}`
}

function rounded(weight: number): number {
  return Number(weight.toFixed(2))
}

function blockMark(block: CleanBlock): string {
  switch (block.role) {
    case 'body': {
      const { kind, level, role, why } = block.decision
      return `${kind}${level > 0 ? ` ${level}` : ''}${role === undefined ? '' : ` ${role}`} (${why})${block.label ? ` [${block.label.text.value}]` : ''}  ${short(block.text.value)}`
    }
    case 'note':
      return `note${block.marker ? ` [${block.marker.value}]` : ''}  ${short(block.text.value)}`
    case 'furniture':
      return `furniture ${block.kind}  ${short(block.text.value)}`
    case 'masthead':
      return `masthead  ${short(block.lines.map(({ value }) => value).join(' / '))}`
    case 'table':
      return `table  ${block.rows.length} rows`
  }
}

function short(text: string): string {
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text
}
