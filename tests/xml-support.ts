/** XML as tests look at it: well-formed or not, and as a tree that is compared with another. */
import { SaxesParser } from 'saxes'

export interface Element {
  name: string
  attributes: Record<string, string>
  children: Array<Element | string>
}

/** What is wrong with a text as XML; empty where it is well-formed. */
export function xmlErrors(text: string): string[] {
  const errors: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => errors.push(error.message))
  parser.write(text).close()
  return errors
}

/** The root element of a text, white space as it is. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: false })
  const open: Element[] = [{ name: '', attributes: {}, children: [] }]
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (value: string): void => {
    const siblings = open.at(-1)?.children ?? []
    const last = siblings.at(-1)
    if (typeof last === 'string') siblings[siblings.length - 1] = last + value
    else siblings.push(value)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  const root = open[0]?.children.find((child) => typeof child !== 'string')
  if (root === undefined) throw new Error('Unexpected text without an element')
  return root
}

/** Elements of a name at any depth, in order. */
export function elementsOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsOf(child, name)]
  )
}

/** Text at any depth. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
