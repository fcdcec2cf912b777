/** XML as hexapla writes it: an escaper that leaves no character that XML 1.0 forbids, and elements as strings. */
const special = /[&<>\r]/gu
const specialInAttribute = /[&<>"\t\n\r]/gu
/** A character that is escaped or forbidden, or a surrogate, of which some are: most texts have none, and one look is faster than two. */
const notPlain = /[^ !#-%'-;=?-\uD7FF\uE000-\uFFFD]/
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, number | string | undefined>>

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** `value` as character data. */
export function escapeText(value: string): string {
  if (!notPlain.test(value)) return value
  return value.replace(forbidden, '').replace(special, (character) => references[character] ?? '')
}

/** `value` as an attribute value in double quotes. */
export function escapeAttribute(value: string): string {
  if (!notPlain.test(value)) return value
  return value.replace(forbidden, '').replace(specialInAttribute, (character) => references[character] ?? '')
}

/** `<name a="b">`. */
export function startTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${attributeList(attributes)}>`
}

/** `<name a="b"/>`. */
export function emptyTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${attributeList(attributes)}/>`
}

/** `<name a="b">text</name>`, the text escaped. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributeList(attributes)}>${escapeText(text)}</${name}>`
}

function attributeList(attributes: Attributes): string {
  let list = ''
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    if (value !== undefined) list += ` ${name}="${escapeAttribute(String(value))}"`
  }
  return list
}
