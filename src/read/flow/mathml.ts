import { elements, innerText, type XmlElement } from '../xml.ts'
import { fraction, root, rowsOfCells, withScripts } from './formula.ts'

/** Operators that are not printed: of functions, products, lists and sums. */
const invisible = /[\u2061-\u2064]/g

/** A formula in MathML as a line. */
export function mathmlText(element: XmlElement): string {
  const parts = elements(element)
  const at = (index: number): string => {
    const part = parts[index]
    return part ? mathmlText(part) : ''
  }
  const all = (): string => parts.map(mathmlText).join('')
  switch (localName(element)) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'ms':
    case 'mtext':
      return innerText(element).replace(/\s+/g, ' ').replace(invisible, '').trim()
    case 'mspace':
      return ' '
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return ''
    case 'mfrac':
      return fraction(at(0), at(1), !/^0(?:\D|$)/.test(element.attributes.linethickness ?? ''))
    case 'msub':
    case 'munder':
      return withScripts(at(0), { below: at(1) })
    case 'msup':
    case 'mover':
      return withScripts(at(0), { above: at(1) })
    case 'msubsup':
    case 'munderover':
      return withScripts(at(0), { below: at(1), above: at(2) })
    case 'msqrt':
      return root(all())
    case 'mroot':
      return root(at(0), at(1))
    case 'mfenced': {
      const { open = '(', close = ')', separators = ',' } = element.attributes
      return open + parts.map(mathmlText).join(separators.trim().slice(0, 1)) + close
    }
    case 'mtable':
      return rowsOfCells(parts.map((row) => elements(row).map(mathmlText)))
    default:
      return all()
  }
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}
