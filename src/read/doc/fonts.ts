import { viewOf } from './compound-file.ts'
import { places, type WordFile } from './word-file.ts'

/** Where the name stands in what is said of a font. */
const nameOffset = 40

/** Names of the fonts of a document by their numbers. */
export function readFonts(file: WordFile): string[] {
  const part = file.part(places.fonts)
  const fonts: string[] = []
  if (part.length < 4) return fonts
  const count = viewOf(part).getUint16(0, true)
  for (let at = 4; fonts.length < count && at < part.length; ) {
    const end = at + 1 + (part[at] ?? 0)
    fonts.push(Buffer.from(part.subarray(at + nameOffset, end)).toString('utf16le').split('\0', 1)[0] ?? '')
    at = end
  }
  return fonts
}
