/**
 * A function of UTF-16 code units that hot loops ask: what `find` says of one is found once, and read from a table after that.
 *
 * @param find gives a whole number, not negative, for a character; half of a pair comes alone
 */
export function codeUnitTable(find: (character: string) => number): (code: number) => number {
  const table = new Int32Array(0x10000).fill(-1)
  return (code) => {
    const known = table[code] ?? 0
    return known < 0 ? (table[code] = find(String.fromCharCode(code))) : known
  }
}
