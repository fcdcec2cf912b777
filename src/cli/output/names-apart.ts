import path from 'node:path'

/**
 * What tells paths apart, by path: the last step where no other path ends in it (`note` of `in/note`), else the steps before
 * what they end in alike (`a` and `b` of `a/source` and `b/source`).
 */
export function namesApart(paths: readonly string[]): ReadonlyMap<string, string> {
  const all = paths.map((each) => ({ path: each, steps: path.resolve(each).split(path.sep).filter((step) => step !== '') }))
  const endings = new Map<string, number>()
  for (const { steps } of all) for (let length = 1; length <= steps.length; length++) count(endings, steps.slice(-length).join('/'))
  const names = new Map<string, string>()
  for (const { path: each, steps } of all) {
    const own = steps.findLastIndex((_, at) => endings.get(steps.slice(at).join('/')) === 1)
    if (own < 0 || own === steps.length - 1) names.set(each, steps.at(-1) ?? each)
    else {
      const step = steps[own] ?? each
      // Steps that only this path has, where one alone would be a name that another has.
      names.set(each, (endings.get(step) ?? 0) > 0 ? steps.slice(own).join('-') : step)
    }
  }
  const taken = new Map<string, number>()
  for (const name of names.values()) count(taken, name)
  return new Map(all.map(({ path: each, steps }) => {
    const name = names.get(each) ?? each
    return [each, (taken.get(name) ?? 0) > 1 ? steps.slice(-3).join('-') : name] as const
  }))
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
