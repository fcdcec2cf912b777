import type { ExclusionRule } from './exclusion.ts'

/** Texts that no one would look up as a whole; most often a block whose breaks were lost. */
export const excludeLongText: ExclusionRule = {
  reason: 'text-long',
  find({ texts }, { maxLength }) {
    const long = [...texts].filter(([, text]) => text.length > maxLength)
    if (long.length === 0) return undefined
    const evidence = long.map(([code, text]) => `${code}: ${text.length} characters`).join(', ')
    return { languages: long.map(([code]) => code), evidence }
  }
}
