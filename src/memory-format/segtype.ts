import type { Unit } from '../tree/unit.ts'

/** The granularity that a TMX `segtype` means: `block` and `paragraph` hold several sentences, the others do not. */
export function granularityOf(segtype: string | undefined): Unit['granularity'] {
  return segtype === 'block' || segtype === 'paragraph' ? 'paragraph' : 'sentence'
}
