/** Garbage of a long build, collected before it is much. */
import { getHeapStatistics } from 'node:v8'
import { collector } from '../process/collector.ts'

/** Bytes of the heap, above those that were live, at which garbage is collected. */
const room = 32_000_000

let collect: (() => void) | undefined
let live = 0

/**
 * Collects garbage where there is much. What lives of a build is some megabytes, and V8 by itself would not look for garbage that
 * has become old before there are some hundred; one look takes some milliseconds.
 */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size < live + room) return
  collect ??= collector()
  collect()
  live = getHeapStatistics().used_heap_size
}
