/** The font Symbol from 0x20 to 0x7E, and from 0xA0 to 0xFE: what its places look like. */
const symbolLow = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolHigh = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{f8ff}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

/** Bullets and boxes of Wingdings that lists use. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫', 0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x9f: '•', 0xa0: '▪', 0xa7: '▪', 0xa8: '◻', 0xb7: '•',
  0xd8: '➢', 0xe0: '→', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑'
}

/** The character that a place of a symbol font looks like; the same character where that is not known. */
export function symbolCharacter(code: number, font: string | undefined): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const name = (font ?? '').toLowerCase()
  if (name === 'symbol') {
    const known = place < 0xa0 ? symbolLow[place - 0x20] : symbolHigh[place - 0xa0]
    if (known !== undefined) return known
  }
  if (name.startsWith('wingdings') && wingdings[place] !== undefined) return wingdings[place] ?? ''
  // Places of fonts that nobody knows: a dot is what most of them draw for these.
  if (code === 0xf0b7 || code === 0xf0a7) return code === 0xf0b7 ? '•' : '▪'
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
}

/** A text in which characters of the private area stand for places of a symbol font. */
export function symbolText(text: string, font: string | undefined): string {
  return text.replace(/[\uF000-\uF0FF]/g, (place) => symbolCharacter(place.charCodeAt(0), font))
}

/** What a list prints in front of its paragraphs: a place of a font that nobody knows is a dot. */
export function labelText(text: string, font: string | undefined): string {
  return symbolText(text, font).replace(/[\uE000-\uF8FF]/g, '•')
}
