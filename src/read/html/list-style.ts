import type { Element } from 'hast'
import type { NumberFormat } from '../flow/number-format.ts'
import { property } from './element.ts'

const types: Readonly<Record<string, NumberFormat>> = { 1: 'decimal', a: 'lowerLetterCarried', A: 'upperLetterCarried', i: 'lowerRoman', I: 'upperRoman' }

const styles: Readonly<Record<string, NumberFormat>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetterCarried',
  'lower-latin': 'lowerLetterCarried',
  'upper-alpha': 'upperLetterCarried',
  'upper-latin': 'upperLetterCarried',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'lower-greek': 'lowerGreek',
  'lower-russian': 'lowerCyrillic',
  'upper-russian': 'upperCyrillic',
  'arabic-indic': 'indic',
  'cjk-ideographic': 'hanCount',
  'cjk-decimal': 'hanDigit',
  'simp-chinese-informal': 'hanCount',
  'trad-chinese-informal': 'hanCount',
  'cjk-heavenly-stem': 'stem',
  'cjk-earthly-branch': 'branch',
  none: 'none',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet'
}

/** How a list writes its numbers: by the style of the item, of the list, or by its type. */
export function listFormat(list: Element, item: Element): NumberFormat {
  for (const element of [item, list]) {
    const style = /list-style(?:-type)?\s*:([^;]*)/i.exec(property(element, 'style') ?? '')?.[1]
    const named = style?.toLowerCase().split(/\s+/).map((word) => styles[word]).find((format) => format !== undefined)
    if (named !== undefined) return named
    const type = types[property(element, 'type') ?? '']
    if (type !== undefined) return type
  }
  return list.tagName === 'ol' ? 'decimal' : 'bullet'
}

/** What browsers print behind a number: Chinese ones are followed by a comma of their own. */
export function listSuffix(format: NumberFormat): string {
  return format === 'hanCount' || format === 'stem' || format === 'branch' || format === 'hanDigit' ? '、' : '.'
}
