/** What is known of how far a unit can be trusted: one list for all formats. */

interface StatusEntry {
  name: string
  /** One line for people. */
  meaning: string
}

/** Any other status is kept as it is, and means nothing to hexapla. */
export const unitStatuses = [
  { name: 'machine', meaning: 'aligned, and looked at by nobody; what is meant where there is none' },
  { name: 'doubtful', meaning: 'somebody, or something, doubts it' },
  { name: 'reviewed', meaning: 'a person has looked at it, and it is right; edited text becomes this' },
  { name: 'corrected', meaning: 'the same as reviewed, in files of earlier versions' },
  { name: 'rejected', meaning: 'a person has looked at it, and it is wrong: it stays in tables and documents, and enters no memory' }
] as const satisfies readonly StatusEntry[]

export type UnitStatus = (typeof unitStatuses)[number]['name']

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
