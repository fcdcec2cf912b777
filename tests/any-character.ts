import fc from 'fast-check'

/** Any character of Unicode. The `binary` of fast-check makes a table of all of them first, which takes a second. */
export const anyCharacter = fc.integer({ min: 0, max: 0x10_FFFF - 0x800 }).map((number) => String.fromCodePoint(number < 0xD800 ? number : number + 0x800))
