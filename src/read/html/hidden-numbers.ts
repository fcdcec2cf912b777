import type { Element, Root } from 'hast'
import type { TimeLimit } from '../limits.ts'
import { elementsOf, isElement, property, textOf } from './element.ts'

/** One of the steps of a selector: what an element must be. */
interface Step {
  tag?: string
  id?: string
  classes: string[]
}

/** Selectors that are looked at; style sheets of sites have thousands, few of them of lists. */
const mostSelectors = 200

/** Lists, and items of lists, whose numbers and bullets the style sheets of a page take away. */
export function hiddenNumbers(root: Root, time?: TimeLimit): ReadonlySet<Element> {
  const hidden = new Set<Element>()
  const selectors: Step[][] = []
  const lists: Array<readonly [element: Element, around: readonly Element[]]> = []
  for (const [element, around] of elementsOf(root)) {
    if (isElement(element, 'style')) for (const selector of hidingSelectors(textOf(element))) if (selectors.length < mostSelectors) selectors.push(selector)
    if (isElement(element, 'ol', 'ul', 'li', 'menu', 'dir')) lists.push([element, around])
  }
  if (selectors.length === 0) return hidden
  for (const [element, around] of lists) {
    time?.check()
    if (selectors.some((steps) => matches(steps, element, around))) hidden.add(element)
  }
  return hidden
}

/** The selectors of rules that say `list-style: none`; those that ask for more than names, classes and what is around are passed over. */
function hidingSelectors(sheet: string): Step[][] {
  const rules = sheet.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, '').split('}')
  return rules.flatMap((rule) => {
    const [selectors = '', body = ''] = rule.split('{').slice(-2)
    return /list-style(?:-type)?\s*:\s*none/i.test(body) ? selectors.split(',').flatMap((selector) => readSelector(selector) ?? []) : []
  })
}

function readSelector(selector: string): [Step[]] | undefined {
  const steps: Step[] = []
  // What is right inside of something is inside of it.
  for (const word of selector.trim().split(/[\s>]+/)) {
    if (!/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)*$/i.test(word) || word === '') return undefined
    const [tag = '', ...names] = word.split(/(?=[.#])/)
    const own = /^[.#]/.test(tag) ? [tag, ...names] : names
    const id = own.find((name) => name.startsWith('#'))?.slice(1)
    steps.push({ classes: own.flatMap((name) => (name.startsWith('.') ? [name.slice(1)] : [])), ...(/^[.#]|^$/.test(tag) ? {} : { tag: tag.toLowerCase() }), ...(id === undefined ? {} : { id }) })
  }
  return [steps]
}

function matches(steps: readonly Step[], element: Element, around: readonly Element[]): boolean {
  const last = steps.at(-1)
  if (!last || !isStep(last, element)) return false
  let left = steps.length - 1
  for (let index = around.length - 1; index >= 0 && left > 0; index--) {
    const [step, outer] = [steps[left - 1], around[index]]
    if (step && outer && isStep(step, outer)) left--
  }
  return left === 0
}

function isStep({ tag, id, classes }: Step, element: Element): boolean {
  const own = (property(element, 'className') ?? '').split(' ')
  return (tag === undefined || tag === element.tagName) && (id === undefined || id === property(element, 'id')) && classes.every((name) => own.includes(name))
}
