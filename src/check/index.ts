/** Memories that others built: what is wrong in them, by the aligner's own evidence. */
export { amendUnit } from './amend-unit.ts'
export { checkMemory, isDoubting, type MemoryCheck } from './check-memory.ts'
export { type Fault, type FaultKind, faultKinds } from './fault.ts'
export { checkJson, type CheckReport, checkTsv, sayCheck } from './report.ts'
export { checkPage } from './report-page.ts'
