import { applied, fraction, root, rowsOfCells, withScripts } from './formula.ts'
import { child, elements, innerText, type XmlElement } from '../xml.ts'

/** A formula of Word (OMML) as a line; formulas of one display stand on a line each. */
export function ommlText(element: XmlElement): string {
  const part = (name: string): string => {
    const found = child(element, name)
    return found ? ommlText(found) : ''
  }
  /** A property of the element; the default where it is not given. */
  const property = (name: string, missing = ''): string => {
    const found = child(child(element, `${element.name}Pr`), name)
    return found ? (found.attributes['m:val'] ?? '') : missing
  }
  const parts = (parent: XmlElement, name: string): string[] => elements(parent).flatMap((each) => (each.name === name ? [ommlText(each)] : []))
  const scripts = (): { below: string; above: string } => ({ below: part('m:sub'), above: part('m:sup') })
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return innerText(element)
    case 'w:del':
    case 'w:moveFrom':
      return ''
    case 'm:oMathPara':
      return parts(element, 'm:oMath').join('\n')
    case 'm:f':
      return fraction(part('m:num'), part('m:den'), property('m:type') !== 'noBar')
    case 'm:sSub':
    case 'm:sSup':
    case 'm:sSubSup':
      return withScripts(part('m:e'), scripts())
    case 'm:sPre':
      return withScripts('', scripts()) + part('m:e')
    case 'm:nary':
      return applied(withScripts(property('m:chr', '∫'), scripts()), part('m:e'))
    case 'm:limLow':
      return withScripts(part('m:e'), { below: part('m:lim') })
    case 'm:limUpp':
      return withScripts(part('m:e'), { above: part('m:lim') })
    case 'm:func':
      return applied(part('m:fName'), part('m:e'))
    case 'm:rad':
      return root(part('m:e'), part('m:deg'))
    case 'm:d':
      return property('m:begChr', '(') + parts(element, 'm:e').join(property('m:sepChr', '|')) + property('m:endChr', ')')
    case 'm:acc':
      return part('m:e') + property('m:chr', '\u0302')
    case 'm:bar':
      return part('m:e') + (property('m:pos') === 'top' ? '\u0305' : '\u0332')
    case 'm:groupChr':
      return withScripts(part('m:e'), property('m:pos') === 'top' ? { above: property('m:chr') } : { below: property('m:chr', '⏟') })
    case 'm:phant':
      return ['0', 'off'].includes(property('m:show', 'on')) ? '' : part('m:e')
    case 'm:eqArr':
      // Where the lines are set below each other, an ampersand says which signs of them stand in one column.
      return rowsOfCells(parts(element, 'm:e').map((line) => [line.replaceAll('&', '')]))
    case 'm:m':
      return rowsOfCells(elements(element).flatMap((row) => (row.name === 'm:mr' ? [parts(row, 'm:e')] : [])))
    default:
      return elements(element).map(ommlText).join('')
  }
}
