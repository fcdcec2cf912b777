/** Messages: their catalogue, how a stage reports them, and the error that ends the work. */
export { catalogue, messageText, type FatalId, type MessageId, type MessageValues, type ReportedId } from './catalogue.ts'
export { HexaplaError, reportTo, silent, type Report } from './report.ts'
