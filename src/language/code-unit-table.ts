/**
 * A function of UTF-16 code units that hot loops ask: what `find` says of one is found once, and read from a table after that.
 *
 * @throws {RangeError} where `find` gives a negative number, which would be found anew each time
 * @param find gives a whole number, not negative, for a character; half of a pair comes alone
 */
export function codeUnitTable(find: (character: string) => number): (code: number) => number {
  const table = new Int32Array(0x10000).fill(-1)
  return (code) => {
    const known = table[code] ?? 0
    if (known >= 0) return known
    const found = find(String.fromCharCode(code))
    if (found < 0) throw new RangeError(`Unexpected ${found} for a code unit: a table holds no negative number`)
    return (table[code] = found)
  }
}
