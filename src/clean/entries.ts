import { areSymbols, isResolutionNumber } from '../grammar/symbol.ts'
import type { BodyBlock } from './block.ts'

type UndecidedBlock = Omit<BodyBlock, 'decision'>

/** Characters of the name of a field, and of what it is. */
const [longestField, longestValue] = [100, 200]

/** `Ada Harbour (Lumeria)`: so many below each other are a list, and what is in the brackets differs. */
const namedBy = /^.{3,80}?[(（](\p{L}[^()（）]{1,60})[)）]$/u
const fewestNames = 3

/** So many numbers of resolutions, each so few blocks below the last, are a list of them. */
const [fewestResolutions, farthest] = [3, 4]

/** Characters of such a number, or of the symbol of a document. */
const longestNumber = 40

/** Phrases that head nothing: what stands below `Submitted by:`, `State party:`, one field below the other; names in a list; titles of resolutions beside their numbers. */
export function entriesOf(body: readonly UndecidedBlock[]): ReadonlySet<UndecidedBlock> {
  return new Set([...valuesOf(body), ...namesOf(body), ...titlesOf(body)])
}

function valuesOf(body: readonly UndecidedBlock[]): UndecidedBlock[] {
  return body.filter((block, index) => {
    if (!isField(body[index - 1]) || isField(block) || block.text.value.length > longestValue) return false
    return isField(body[index - 3]) || isField(body[index + 1])
  })
}

function namesOf(body: readonly UndecidedBlock[]): UndecidedBlock[] {
  const found: UndecidedBlock[] = []
  for (let start = 0; start < body.length; start++) {
    const places: string[] = []
    for (let place = placeOf(body[start]); place !== undefined; place = placeOf(body[start + places.length])) places.push(place)
    if (new Set(places).size >= fewestNames) for (const block of body.slice(start, start + places.length)) found.push(block)
    start += places.length
  }
  return found
}

/** The blocks between the numbers of resolutions in a list. */
function titlesOf(body: readonly UndecidedBlock[]): UndecidedBlock[] {
  const numbers = body.flatMap(({ text: { value } }, index) => (value.length <= longestNumber && (areSymbols(value) || isResolutionNumber(value)) ? [index] : []))
  const found: UndecidedBlock[] = []
  for (let from = 0; from < numbers.length; ) {
    let to = from + 1
    while (to < numbers.length && (numbers[to] ?? 0) - (numbers[to - 1] ?? 0) <= farthest) to++
    if (to - from >= fewestResolutions) for (const block of body.slice(numbers[from], numbers[to - 1])) if (block.label === undefined) found.push(block)
    from = to
  }
  return found
}

function isField(block: UndecidedBlock | undefined): boolean {
  return block !== undefined && block.label === undefined && block.text.value.length <= longestField && /[:：]$/.test(block.text.value)
}

/** The country or the office behind a name, where it begins as names do. */
function placeOf(block: UndecidedBlock | undefined): string | undefined {
  const place = block && block.label === undefined && block.text.value.length < longestField ? namedBy.exec(block.text.value)?.[1] : undefined
  return place !== undefined && !/^\p{Ll}/u.test(place) ? place : undefined
}
