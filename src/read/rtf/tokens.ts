/** A piece of an RTF file. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** `\name12`; a sign that is no letter is its own name. */
  | { kind: 'control'; name: string; value: number | undefined }
  /** Bytes of text in the code page that is set. */
  | { kind: 'bytes'; bytes: readonly number[] }

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** The tokens of a file, one pass over its bytes. Line ends are none; binary data is passed over. */
export function* readTokens(bytes: Uint8Array): Generator<RtfToken> {
  let text: number[] = []
  let at = 0
  const byte = (offset: number): number => bytes[offset] ?? 0
  while (at < bytes.length) {
    const code = byte(at)
    if (code === 0x5c && byte(at + 1) === 0x27) {
      const value = Number.parseInt(String.fromCharCode(byte(at + 2), byte(at + 3)), 16)
      if (!Number.isNaN(value)) text.push(value)
      at += 4
      continue
    }
    if (code !== 0x5c && code !== 0x7b && code !== 0x7d) {
      // Zeros are padding, line ends are the writer's.
      if (code !== 0x0a && code !== 0x0d && code !== 0) text.push(code)
      at++
      continue
    }
    if (text.length > 0) {
      yield { kind: 'bytes', bytes: text }
      text = []
    }
    if (code === 0x7b || code === 0x7d) {
      yield { kind: code === 0x7b ? 'open' : 'close' }
      at++
      continue
    }
    const start = ++at
    while (isLetter(byte(at)) && at - start < 40) at++
    if (at === start) {
      const sign = String.fromCharCode(byte(at++))
      yield { kind: 'control', name: sign === '\r' || sign === '\n' ? 'par' : sign === '\t' ? 'tab' : sign, value: undefined }
      continue
    }
    const name = latin1(bytes, start, at)
    const from = at
    if (byte(at) === 0x2d) at++
    while (isDigit(byte(at)) && at - from < 12) at++
    const value = at > from && isDigit(byte(at - 1)) ? Number(latin1(bytes, from, at)) : undefined
    if (value === undefined) at = from
    if (byte(at) === 0x20) at++
    if (name === 'bin') at += Math.max(0, value ?? 0)
    else yield { kind: 'control', name, value }
  }
  if (text.length > 0) yield { kind: 'bytes', bytes: text }
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}
