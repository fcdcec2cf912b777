/** Memories that live in a file: documents in, units found and written by what they say. */
export type { AddedDocument } from './add.ts'
export type { Change } from './distance.ts'
export { openMemory, type AddOptions, type FindOptions, type FoundUnit, type ListedEntry, type Match, type Memory, type Occurrence } from './memory.ts'
export { leastMin } from './least-min.ts'
export type { Entry, Issue } from './entry.ts'
export type { MemoryFilter } from './sight.ts'
export { statsPlot } from './stats-plot.ts'
export type { MemoryStats } from './stats.ts'
