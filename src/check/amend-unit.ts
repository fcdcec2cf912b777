/** Units with what was found of them: doubtful ones say so, and where that is asked for, what is certain is repaired. */
import { isReviewed } from '../tree/status.ts'
import { joinSegments } from '../tree/segments.ts'
import type { Unit } from '../tree/unit.ts'
import { isDoubting, type MemoryCheck } from './check-memory.ts'
import type { Fault } from './fault.ts'

/** Name of the property that says what was found. */
const property = 'x-check'

/** Whether a repair leaves nothing to say of a fault. */
export function isRepaired({ certain }: Fault, fix: boolean): boolean {
  return fix && certain === true
}

/** A unit with its faults in its status and in a property; `undefined` where it only repeats another and is to go. */
export function amendUnit(unit: Unit, faults: readonly Fault[], repairs: MemoryCheck['repairs'], fix: boolean): Unit | undefined {
  if (faults.length === 0) return unit
  if (fix && faults.some(({ kind }) => kind === 'duplicate')) return undefined
  const left = faults.filter((fault) => !isRepaired(fault, fix))
  const isDoubtful = left.some(isDoubting) && !isReviewed(unit.status) && unit.status !== 'rejected'
  const remarks = left.map(({ kind, languages }) => ({ kind: 'prop' as const, attributes: { type: property }, value: `${kind} ${languages.join(' ')}` }))
  const before = (unit.memory?.remarks ?? []).filter(({ attributes }) => attributes.type !== property)
  const memory = { ...unit.memory, remarks: [...before, ...remarks] }
  const amended = { ...unit, ...(isDoubtful ? { status: 'doubtful' } : {}), ...(remarks.length > 0 || unit.memory ? { memory } : {}) }
  return fix ? repairUnit(amended, faults, repairs) : amended
}

function repairUnit(unit: Unit, faults: readonly Fault[], repairs: MemoryCheck['repairs']): Unit {
  const versions = { ...unit.versions }
  for (const [code, text] of repairs.get(faults[0]?.unit ?? -1) ?? []) {
    const version = versions[code]
    if (version && joinSegments(version.segments, code) !== text) versions[code] = { ...version, segments: [text], addresses: version.addresses.slice(0, 1) }
  }
  for (const { kind, languages } of faults) {
    const [one = '', other = ''] = languages
    const [left, right] = [versions[one], versions[other]]
    if (kind === 'swapped' && left && right) [versions[one], versions[other]] = [right, left]
  }
  return { ...unit, versions }
}
