/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i

/** Bytes of a name: 255 are allowed, and `.ar-en.sent.2.jsonl.12345.part` must fit behind. */
const mostBytes = 180

/**
 * A symbol or name that can be the name of a file or folder on every system: `A/47/60–S/23329` to `A_47_60-S_23329`.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll('/', '_')
    .replace(/[–—]/g, '-')
    .replace(/[<>:"\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '-')
    .replace(/\s+/g, ' ')
  let short = ''
  for (const sign of plain) {
    if (Buffer.byteLength(short + sign) > mostBytes) break
    short += sign
  }
  const trimmed = trimDots(short)
  return trimmed === '' ? '_' : reserved.test(trimmed) ? `_${trimmed}` : trimmed
}

/** Windows drops dots and spaces at the end; a dot at the start hides a file elsewhere. */
function trimDots(name: string): string {
  const signs = [...name]
  const first = signs.findIndex((sign) => !'. '.includes(sign))
  return first < 0 ? '' : signs.slice(first, signs.findLastIndex((sign) => !'. '.includes(sign)) + 1).join('')
}

/** Safe names, one for each; equal ones, case aside, are numbered in order. */
export function safeNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeName(name)
    let free = safe
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${safe}-${number}`
    taken.add(free.toLowerCase())
    return free
  })
}
