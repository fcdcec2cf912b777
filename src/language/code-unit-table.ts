/**
 * A function of UTF-16 code units that hot loops ask: what `find` says of one is found once, and read from a table after that.
 *
 * @throws {RangeError} where `find` gives a negative number, which would be found anew each time
 * @param find gives a whole number, not negative, for a character; half of a pair comes alone
 */
export function codeUnitTable(find: (character: string) => number): (code: number) => number {
  // One more than what was found; 0 of what was not asked yet: of a table that is not filled, the system gives the pages that are used.
  const table = new Int32Array(0x10000)
  return (code) => {
    const known = table[code] ?? 1
    if (known > 0) return known - 1
    const found = find(String.fromCharCode(code))
    if (found < 0) throw new RangeError(`Unexpected ${found} for a code unit: a table holds no negative number`)
    table[code] = found + 1
    return found
  }
}
