/** Of languages that disagree in pairs, those that are wrong: who disagrees with most goes first, and of two both. */
import type { LanguageTag } from '../language/tag.ts'

export function outvoted(languages: readonly LanguageTag[], disagreeing: ReadonlyArray<readonly [LanguageTag, LanguageTag]>): LanguageTag[] {
  const out: LanguageTag[] = []
  let pairs = [...disagreeing]
  while (pairs.length > 0) {
    const counts = new Map<LanguageTag, number>()
    for (const code of pairs.flat()) counts.set(code, (counts.get(code) ?? 0) + 1)
    const most = Math.max(...counts.values())
    const worst = [...counts].filter(([, count]) => count === most).map(([code]) => code)
    out.push(...worst)
    pairs = pairs.filter((pair) => !pair.some((code) => worst.includes(code)))
  }
  return languages.filter((code) => out.includes(code))
}
