import { HexaplaError } from '../message/report.ts'

/** `20190522T000000Z`, as TMX has dates, from ISO 8601: `2019-05-22` or with a time in UTC. */
export function compactDate(date: string): string {
  return isoDate(date).replace(/[-:]/gu, '')
}

/** `2019-05-22T00:00:00Z` from ISO 8601 with or without a time in UTC. */
export function isoDate(date: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,3})?Z)?$/u.exec(date)
  // `Date` takes the 31st of February for a day in March.
  if (match === null || !new Date(`${match[1]}T00:00:00Z`).toJSON()?.startsWith(match[1] ?? '') || Number.isNaN(Date.parse(date))) throw new HexaplaError('write:date-invalid', { actual: date })
  return `${match[1]}T${match[2] ?? '00:00:00'}Z`
}
