/** What Word writes into pages that are saved from it: styles of its own say what no element of HTML does. */
import type { Element } from 'hast'
import { symbolCharacter } from '../flow/symbol-font.ts'
import { textOf } from './element.ts'

/** Whether a style is that of the number or the bullet which a list prints. */
export function isWordLabel(style: string): boolean {
  return /mso-list:\s*ignore/i.test(style)
}

/** The level of a list, from 0, that the style of a paragraph names: `mso-list:l0 level2 lfo1`. */
export function wordLevel(style: string): number | undefined {
  const level = /mso-list:[^;]{0,40}\blevel([1-9])/i.exec(style)?.[1]
  return level === undefined ? undefined : Number(level) - 1
}

/** Whether an element is a tab, or the gap behind the number of a list: nothing but spaces, in a type that no text is set in. */
export function isWordGap(element: Element, style: string): boolean {
  return (/mso-tab-count/i.test(style) || /font:\s*7(?:\.0)?pt\b/i.test(style)) && /^[\u00A0\s]+$/.test(textOf(element))
}

/** The font of signs that a style sets, whose letters are none. */
export function symbolFont(style: string): string | undefined {
  return /font-family:\s*["']?(symbol|wingdings)\b/i.exec(style)?.[1]
}

/** Characters of a font of signs as what they look like. */
export function wordSymbols(text: string, font: string | undefined): string {
  return font === undefined ? text : text.replace(/[^\s\u00A0]/g, (character) => symbolCharacter(character.charCodeAt(0), font))
}
