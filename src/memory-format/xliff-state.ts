/** States of XLIFF: those of a `target` in 1.2, and of a `segment` in 2.1. */
import { type UnitStatus, unitStatuses, usualStatus } from '../tree/status.ts'

type XliffVersion = 'xliff12' | 'xliff21'

/** The state that each status is written as. */
export const stateOfStatus: Readonly<Record<UnitStatus, Readonly<Record<XliffVersion, string>>>> = {
  machine: { xliff12: 'translated', xliff21: 'translated' },
  doubtful: { xliff12: 'needs-review-translation', xliff21: 'translated' },
  reviewed: { xliff12: 'final', xliff21: 'reviewed' },
  corrected: { xliff12: 'final', xliff21: 'reviewed' },
  rejected: { xliff12: 'needs-translation', xliff21: 'initial' }
}

/** States that XLIFF has itself. */
const states: Readonly<Record<XliffVersion, ReadonlySet<string>>> = {
  xliff12: new Set(['final', 'needs-adaptation', 'needs-l10n', 'needs-review-adaptation', 'needs-review-l10n', 'needs-review-translation', 'needs-translation', 'new', 'signed-off', 'translated']),
  xliff21: new Set(['initial', 'translated', 'reviewed', 'final'])
}

/** The state in XLIFF of a status; one that hexapla does not know may be a state by itself. */
export function xliffState(status: string | undefined, version: XliffVersion): string {
  const known = unitStatuses.find(({ name }) => name === (status ?? usualStatus))
  if (known) return stateOfStatus[known.name][version]
  return status !== undefined && states[version].has(status) ? status : 'translated'
}

/** The status that a state of XLIFF means. What was `told` of the unit holds as long as nobody has changed its state. */
export function statusOfState(state: string | undefined, told: string | undefined, version: XliffVersion): string | undefined {
  if (state === undefined || (told !== undefined && xliffState(told, version) === state)) return told
  if (state === 'final' || state === 'signed-off' || state === 'reviewed') return 'reviewed'
  if (state.startsWith('needs-review')) return 'doubtful'
  return told ?? (state === 'translated' ? undefined : state)
}
