import type { Element, ElementContent, Nodes } from 'hast'
import type { XmlElement } from '../xml.ts'

/** A property as text; nothing where there is none. */
export function property(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  return value === undefined || value === null || value === false ? undefined : Array.isArray(value) ? value.join(' ') : String(value)
}

/** All text inside a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

export function isElement(node: ElementContent | Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** Every element below a node, in order, with those around it, the nearest last. */
export function* elementsOf(node: Nodes, around: readonly Element[] = []): Generator<[element: Element, around: readonly Element[]]> {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element') continue
    yield [child, around]
    yield* elementsOf(child, [...around, child])
  }
}

/** An element of another name space, as the readers of XML take it. */
export function asXml(element: Element): XmlElement {
  const attributes = Object.fromEntries(Object.keys(element.properties).map((name) => [name, property(element, name) ?? '']))
  const children = element.children.flatMap((child) => (child.type === 'text' ? child.value : child.type === 'element' ? asXml(child) : []))
  return { name: element.tagName, attributes, children }
}
