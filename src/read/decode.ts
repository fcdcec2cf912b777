/** What Windows-1252 has at 0x80 to 0x9F; undefined bytes are as in the WHATWG standard. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Text of bytes, or of a piece of them, in an encoding by its WHATWG label.
 *
 * Node 20 reads Windows-1252 as Latin 1, so that `’ “ ” – œ` become control characters; they are put right here.
 */
export function restoreSigns(text: string, encoding: string): string {
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? sign) : text
}

/** Text of bytes; bytes that are not in the encoding become U+FFFD. Throws a `RangeError` for a label that is none. */
export function decode(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding)
  return restoreSigns(decoder.decode(bytes), decoder.encoding)
}

/** Text of bytes; `undefined` where some are not in the encoding, or there is no such encoding. */
export function decodeWhole(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return restoreSigns(decoder.decode(bytes), decoder.encoding)
  } catch (error) {
    // TypeError: bytes that are not in this encoding. RangeError: no such encoding. Both mean: not this one.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
