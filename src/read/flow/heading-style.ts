/** Headings of the templates of the United Nations at Geneva, which have no level in the outline, and the title of Word. */
const templates: ReadonlyArray<readonly [name: RegExp, level: number]> = [
  [/^_ h __m_g$/i, 1],
  [/^_ h _ch_g$/i, 2],
  [/^_ h_1_g$/i, 3],
  [/^_ h_2\/3_g$/i, 4],
  [/^_ h_4_g$/i, 5],
  [/^_ h_5\/6_g$/i, 6],
  [/^title$/i, 1]
]

/** The level, from 1, of the headings that a paragraph style of this name sets; some programs leave out what the outline says of it. */
export function headingOfStyle(name: string): number | undefined {
  const level = /^heading ([1-9])$/i.exec(name)?.[1]
  return level === undefined ? templates.find(([pattern]) => pattern.test(name))?.[1] : Number(level)
}
