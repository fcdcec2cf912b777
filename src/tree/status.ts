/** What is known of how far a unit can be trusted: one list for all formats. */

/** A status as the formats have it. */
interface StatusEntry {
  name: string
  /** One line for people. */
  meaning: string
  /** `state` of a `target` in XLIFF 1.2, and of a `segment` in XLIFF 2.1. */
  xliff12: string
  xliff21: string
}

/** Any other status is kept as it is, and means nothing to hexapla. */
export const unitStatuses = [
  { name: 'machine', meaning: 'aligned, and looked at by nobody; what is meant where there is none', xliff12: 'translated', xliff21: 'translated' },
  { name: 'doubtful', meaning: 'somebody, or something, doubts it', xliff12: 'needs-review-translation', xliff21: 'translated' },
  { name: 'reviewed', meaning: 'a person has looked at it, and it is right; edited text becomes this', xliff12: 'final', xliff21: 'reviewed' },
  { name: 'corrected', meaning: 'the same as reviewed, in files of earlier versions', xliff12: 'final', xliff21: 'reviewed' },
  { name: 'rejected', meaning: 'a person has looked at it, and it is wrong: it stays in tables and documents, and enters no memory', xliff12: 'needs-translation', xliff21: 'initial' }
] as const satisfies readonly StatusEntry[]

/** A unit without a status is one of a machine. */
export const usualStatus = 'machine'

/** Whether a person has found a unit right. */
export function isReviewed(status: string | undefined): boolean {
  return status === 'reviewed' || status === 'corrected'
}

/** The status of a unit whose text somebody has edited: reviewed, unless they said something else of it. */
export function statusOfEdited(status: string | undefined): string {
  return status === undefined || status === usualStatus || status === 'doubtful' ? 'reviewed' : status
}

type XliffVersion = 'xliff12' | 'xliff21'

/** States that XLIFF has itself. */
const states: Readonly<Record<XliffVersion, ReadonlySet<string>>> = {
  xliff12: new Set(['final', 'needs-adaptation', 'needs-l10n', 'needs-review-adaptation', 'needs-review-l10n', 'needs-review-translation', 'needs-translation', 'new', 'signed-off', 'translated']),
  xliff21: new Set(['initial', 'translated', 'reviewed', 'final'])
}

/** The state in XLIFF of a status; one that hexapla does not know may be a state by itself. */
export function xliffState(status: string | undefined, version: XliffVersion): string {
  const known = unitStatuses.find(({ name }) => name === (status ?? usualStatus))
  if (known) return known[version]
  return status !== undefined && states[version].has(status) ? status : 'translated'
}

/** The status that a state of XLIFF means. What was `told` of the unit holds as long as nobody has changed its state. */
export function statusOfState(state: string | undefined, told: string | undefined, version: XliffVersion): string | undefined {
  if (state === undefined || (told !== undefined && xliffState(told, version) === state)) return told
  if (state === 'final' || state === 'signed-off' || state === 'reviewed') return 'reviewed'
  if (state.startsWith('needs-review')) return 'doubtful'
  return told ?? (state === 'translated' ? undefined : state)
}
