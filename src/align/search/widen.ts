/** A wider band where the paths touch the edge of one. */
import { type Band, makeBand } from './band.ts'

/** Least number of columns that a row is widened by. */
const leastWidening = 8

/** The band with every touched row, and the rows near it, twice as wide, and the rows that are. Nothing is settled near them. */
export function widenTouched(band: Band, touched: Uint8Array): { band: Band; rows: Uint8Array } {
  const last = touched.length - 1
  const rows = new Uint8Array(touched.length)
  const [low, high] = [band.low.slice(), band.high.slice()]
  const settled = band.settled && { columns: band.settled.columns, posteriors: band.settled.posteriors.slice() }
  for (let row = 0; row <= last; row++) {
    if (touched[row] === 0) continue
    const more = Math.max(leastWidening, (band.high[row] as number) - (band.low[row] as number))
    const [from, to] = [Math.max(0, row - more), Math.min(last, row + more)]
    rows.fill(1, from, to + 1)
    settled?.posteriors.fill(0, from, to + 1)
    for (let near = from; near <= to; near++) {
      low[near] = Math.min(low[near] as number, (band.low[near] as number) - more)
      high[near] = Math.max(high[near] as number, (band.high[near] as number) + more)
    }
  }
  return { band: makeBand(low, high, band.high[last] as number, settled), rows }
}
