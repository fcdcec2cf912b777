/** Offsets in the header of a compound file, and how many sectors of the table of sectors stand in it. */
const header = { sectorShift: 30, miniTable: 60, moreTable: 68, table: 76, tables: 109 }

/** Sector numbers from here on are signs: the end of a chain, a sector that is free. */
const lastSector = 0xfffffffa

/**
 * Whether a chain of sectors of a compound file comes back on itself: what follows it would never end.
 *
 * Sectors that lie outside of the file end a chain.
 */
export function hasEndlessChain(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return false
  const shift = view.getUint16(header.sectorShift, true)
  if (shift < 7 || shift > 20) return false
  const size = 2 ** shift
  const numbers = (sector: number): number[] => {
    const start = (sector + 1) * size
    return start + size > bytes.length ? [] : Array.from({ length: size / 4 }, (_, index) => view.getUint32(start + 4 * index, true))
  }
  const sectors = Array.from({ length: header.tables }, (_, index) => view.getUint32(header.table + 4 * index, true))
  // Large files have more tables; the last number of each such sector leads to the next one.
  const seen = new Set<number>()
  for (let next = view.getUint32(header.moreTable, true); next < lastSector; ) {
    if (seen.has(next)) return true
    seen.add(next)
    const more = numbers(next)
    next = more.pop() ?? lastSector
    for (const sector of more) sectors.push(sector)
  }
  const table = sectors.filter((sector) => sector < lastSector).flatMap(numbers)
  if (hasCycle(table)) return true
  const mini: number[] = []
  for (let sector = view.getUint32(header.miniTable, true); sector < lastSector; sector = table[sector] ?? lastSector) for (const number of numbers(sector)) mini.push(number)
  return hasCycle(mini)
}

/** Whether following a table from any place comes to a place for the second time. */
function hasCycle(table: readonly number[]): boolean {
  /** The walk that came to each place. */
  const walks = new Uint32Array(table.length)
  for (let start = 0; start < table.length; start++)
    for (let at = start; at < table.length; at = table[at] ?? lastSector) {
      if (walks[at] === start + 1) return true
      if (walks[at] !== 0) break
      walks[at] = start + 1
    }
  return false
}
