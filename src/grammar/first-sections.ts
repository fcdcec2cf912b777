/** A line at the edge of a page that names an annex. */
interface NamingLine<Line> {
  line: Line
  name: string
  page: number
  /** Where it stands: greater below. */
  at: number
}

/** Of heads of pages that name an annex the first is the annex itself: where its page says it twice, the lower one, and the other is the head. */
export function firstSections<Line>(naming: Iterable<NamingLine<Line>>): { sections: ReadonlySet<Line>; heads: ReadonlySet<Line> } {
  const first = new Map<string, NamingLine<Line>>()
  const heads = new Set<Line>()
  for (const each of naming) {
    const before = first.get(each.name)
    const again = before?.page === each.page && before.at < each.at
    if (again) heads.add(before.line)
    if (!before || again) first.set(each.name, each)
  }
  return { sections: new Set([...first.values()].map(({ line }) => line)), heads }
}
