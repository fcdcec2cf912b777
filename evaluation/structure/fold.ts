/** Characters that an extractor may add, drop or change without changing what is read. */
const noise = /[\s\u0085\u00AD\u0640\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\u064B-\u0652_-]|[\u2010-\u2015]/g

/** A text for comparison with an extract of it: no spaces, no hyphens, no tatweel; compatibility forms folded. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(noise, '')
}
