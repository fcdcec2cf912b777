import type { Entry } from './entry.ts'

/** Messages of the stage `write`. */
export const writeMessages = {
  'write:text-illegal': {
    severity: 'warning',
    text: (v) => `Unexpected character ${v.actual} in ${v.id}, expected text that XML 1.0 allows`,
    remedy: 'The character was left out of the output; look at the raw text there.'
  }
} as const satisfies Record<string, Entry>
