/** The numbers of a unit that another version of it lacks. */
import type { LanguageTag } from '../language/tag.ts'
import { figuresOf, missingFigures, valuesOf, type Figure } from './figures.ts'

/** A number, and the versions that lack it. */
export interface DifferingFigure {
  figure: Figure
  lackedBy: LanguageTag[]
}

/** The numbers of each text that another version lacks: by version, for each of its texts a list. Versions without text lack nothing. */
export function differingFigures(texts: ReadonlyMap<LanguageTag, readonly string[]>): ReadonlyMap<LanguageTag, DifferingFigure[][]> {
  const figures = new Map([...texts].map(([code, list]) => [code, list.map(figuresOf)] as const))
  const values = new Map([...figures].flatMap(([code, list]) => (list.length === 0 ? [] : [[code, valuesOf(list.flat())] as const])))
  return new Map([...figures].map(([code, list]) => [code, list.map((own) => lacking(code, own, values))]))
}

function lacking(code: LanguageTag, own: readonly Figure[], values: ReadonlyMap<LanguageTag, ReadonlySet<number>>): DifferingFigure[] {
  const found = new Map<Figure, LanguageTag[]>()
  for (const [other, theirs] of values) {
    if (other === code) continue
    for (const figure of missingFigures(own, theirs)) found.set(figure, [...(found.get(figure) ?? []), other])
  }
  return own.flatMap((figure) => {
    const lackedBy = found.get(figure)
    return lackedBy ? [{ figure, lackedBy }] : []
  })
}
