/** Review: rows of an alignment that a person puts right, with a log of what was done. */
export { reviewRoutes, type ServedReview } from './api.ts'
export { LogFile, readLog } from './log-file.ts'
export { pageFiles } from './page-files.ts'
export { prepareRealign } from './realign.ts'
export { reportOf, sayReport, type ReviewReport } from './report.ts'
export type { Patch } from './patch.ts'
export { documentsOf, languagesOf, tableOf, type Row, type Segment, type Table } from './row.ts'
export { Session, type LogEntry, type Step } from './session.ts'
