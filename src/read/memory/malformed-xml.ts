import { HexaplaError } from '../../message/report.ts'

/** XML that cannot be read, with the line where that shows. */
export class MalformedXml extends HexaplaError<'read:memory-malformed'> {
  readonly line: number
  readonly reason: string

  constructor(file: string, line: number, reason: string) {
    super('read:memory-malformed', { file, line, error: reason }, file)
    this.line = line
    this.reason = reason
  }
}
