import type { Catalogue } from './entry.ts'

/** Messages of reviews. */
export const reviewMessages = {
  'review:edit-lost': {
    severity: 'warning',
    text: (v: { op: string; at: string }) => `Unexpected alignment where ${v.op} was done at ${v.at}, expected the same segments as then, together`,
    remedy: 'The edit was left out; do it again where it is still wanted. All others were done again.'
  },
  'review:log-damaged': {
    severity: 'fatal',
    text: (v: { file: string; line: number }) => `Unexpected line ${v.line} of ${v.file}, expected the log of a review`,
    remedy: 'Name another log with `--log`, or take the line and those below it away: the edits above it are kept.'
  },
  'review:log-in-use': {
    severity: 'fatal',
    text: (v: { file: string; lock: string }) => `Unexpected second review with the log ${v.file}, expected one at a time`,
    remedy: 'End the other one, or name another log with `--log`; where there is none, delete the file that has the name of the log and `.lock` behind it.'
  },
  'review:log-unwritable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected error ${v.error} of ${v.file}, expected a log that can be written`,
    remedy: 'Name a place that you can write to with `--log`.'
  },
  'review:nothing': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of units in ${v.file}, expected text in two languages`,
    remedy: 'Name a memory, a table, a folder that `hexapla align -o` has written, or the versions of one document.'
  },
  'review:folders': {
    severity: 'fatal',
    text: (v: { file: string; count: number; folders: string }) => `Unexpected ${v.count} alignments in ${v.file}, expected one: ${v.folders}`,
    remedy: 'Name the folder of one of them.'
  },
  'review:sources-none': {
    severity: 'fatal',
    text: (v: { folder: string }) => `Unexpected lack of PDFs in ${v.folder}, expected the files that the memory was made from`,
    remedy: 'Name the folder of the exports, or leave `--sources` out.'
  },
  'review:take-conflict': {
    severity: 'warning',
    text: (v: { file: string; id: string; what: string }) => `Unexpected change of ${v.id} in ${v.file} beside one of ours (${v.what}), expected a change on one side`,
    remedy: 'Ours was kept. Look at the row, and type theirs in where it is better; a row that is locked must be unlocked first.'
  },
  'review:take-unplaced': {
    severity: 'warning',
    text: (v: { file: string; id: string }) => `Unexpected segments of ${v.id} in ${v.file}, expected those of one row of this review`,
    remedy: 'The row was merged or split since, here or there: look at it in the page, and do there what was done in the file.'
  },
  'review:symbol-idle': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected --symbol for ${v.file}, expected a memory that lives in one file, or raw exports`,
    remedy: 'Leave the option out, or name a memory that `hexapla memory add` has made.'
  }
} as const satisfies Catalogue
