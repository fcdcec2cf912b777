import type { Entry } from './entry.ts'

/** Messages of the stage `align`. */
export const alignMessages = {
  'align:item-unpaired': {
    severity: 'warning',
    text: (v) => `Unexpected ${v.language} block ${v.address} without a counterpart, expected one in every version`,
    remedy: 'Check whether a version lacks the block or the cleaner lost its number.'
  }
} as const satisfies Record<string, Entry>
