import type { ListLevel } from '../flow/list-counter.ts'
import { child, descend, elements, type XmlElement } from '../xml.ts'
import { readNumberFormat } from './number-format.ts'

/** The levels of a list style, or of the outline. */
export function readListStyle(style: XmlElement): ListLevel[] {
  const levels: ListLevel[] = []
  for (const element of elements(style)) {
    const level = Number(element.attributes['text:level']) - 1
    if (!(level >= 0 && level < 10)) continue
    levels[level] = readLevel(element, level)
  }
  return Array.from({ length: 10 }, (_, index) => levels[index] ?? { start: 1, format: 'none', text: '', suffix: '\t' })
}

function readLevel(element: XmlElement, level: number): ListLevel {
  const { attributes } = element
  const followed = descend(element, 'style:list-level-properties', 'style:list-level-label-alignment')?.attributes['text:label-followed-by']
  const suffix = followed === 'nothing' ? '' : followed === 'space' ? ' ' : '\t'
  const bullet = attributes['text:bullet-char']
  if (bullet !== undefined) return { start: 1, format: 'bullet', text: bullet.replace(/[\uF0B7\uE00C]/g, '•').replace(/[\uF0A7\uE00A]/g, '▪'), suffix }
  const format = readNumberFormat(attributes['style:num-format'] ?? '', attributes['style:num-letter-sync'] === 'true')
  return { start: Number(attributes['text:start-value'] ?? 1), format, text: format === 'none' ? (attributes['style:num-prefix'] ?? '') + (attributes['style:num-suffix'] ?? '') : textOf(attributes, level), suffix }
}

/** What is printed: by LibreOffice's own attribute, or put together from prefix, levels and suffix. */
function textOf(attributes: Readonly<Record<string, string>>, level: number): string {
  const own = attributes['loext:num-list-format']
  if (own !== undefined) return own.replace(/%([0-9]{1,2})%/g, '%$1')
  const first = Math.max(0, level + 1 - Number(attributes['text:display-levels'] ?? 1))
  const numbers = Array.from({ length: level + 1 - first }, (_, index) => `%${String(first + index + 1)}`)
  return (attributes['style:num-prefix'] ?? '') + numbers.join('.') + (attributes['style:num-suffix'] ?? '')
}

/** Whether a paragraph holds its own number, which is then not counted. */
export function isListHeader(element: XmlElement): boolean {
  return element.attributes['text:is-list-header'] === 'true' || child(element, 'text:number') !== undefined
}
