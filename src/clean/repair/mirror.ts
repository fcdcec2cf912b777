const mirrored: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }

/** A bracket shows its other face in text that runs to the left. */
export function mirror(sign: string): string {
  return mirrored[sign] ?? sign
}
