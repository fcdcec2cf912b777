/**
 * Chinese affixes, which a segmenter parts from their words: `委员|会`, `服务|提供|者`, `非|传染|性|疾病`. A term is not
 * cut beside them.
 */
import type { TermToken } from './token.ts'

/** Characters that make a noun of what stands in front of them, wherever they stand by themselves. */
const suffixes: ReadonlySet<string> = new Set('者 性 化 权 率 品 员 局 署 厅 处 司 部 团 法 费 额 国 区 组 院 站 库 学 型 级 界 群 类 岛 州 省 市 县 罪 案 书 税 款 源 量 力 物 器 机 网 病 症 业 党 派 军 人 家 长 式 体 站 金 制'.split(' '))

/** Characters that turn or weigh what stands behind them. */
const prefixes: ReadonlySet<string> = new Set('非 无 未 不 反 副 总 核'.split(' '))

/** Uses of a word in front of a character, and the share of all its uses, from which on the two are one: `委员会`, but `战争会`. */
const [fewestTogether, leastTogether] = [2, 0.5]

/** Share of all uses of two characters from which on they are a word. */
const leastAlways = 0.8

/** Joins affixes to their words: those of the lists, and other single characters where the word hardly stands without. */
export function joinAffixes(runs: ReadonlyArray<ReadonlyArray<TermToken[]>>): void {
  const [alone, together] = [new Map<string, number>(), new Map<string, number>()]
  for (const run of runs.flat()) {
    for (const [at, { stem }] of run.entries()) {
      alone.set(stem, (alone.get(stem) ?? 0) + 1)
      const next = run[at + 1]
      if (next && isOne(next.stem)) together.set(`${stem} ${next.stem}`, (together.get(`${stem} ${next.stem}`) ?? 0) + 1)
    }
  }
  const isOften = (stem: string, next: string): boolean => {
    const count = together.get(`${stem} ${next}`) ?? 0
    return count >= fewestTogether && count >= leastTogether * (alone.get(stem) ?? 0)
  }
  // Names from other languages fall into characters, `里|约`.
  const isAlways = (stem: string, next: string): boolean => {
    const count = together.get(`${stem} ${next}`) ?? 0
    return count >= fewestTogether && count >= leastAlways * Math.max(alone.get(stem) ?? 0, alone.get(next) ?? 0)
  }
  for (const run of runs.flat()) {
    for (const [at, token] of run.entries()) {
      const before = run[at - 1]
      if (!before) continue
      if (isOne(before.stem) && isOne(token.stem) && !free.has(token.stem) && !free.has(before.stem) && isAlways(before.stem, token.stem)) {
        before.isStop = false
        Object.assign(token, { isJoined: true, isStop: false, isLink: false })
      } else if (prefixes.has(before.stem) && !token.isStop) {
        Object.assign(before, { isStop: false, isLink: false, isAffix: true })
        token.isJoined = true
      } else if (!before.isStop && isOne(token.stem) && (suffixes.has(token.stem) || (!free.has(token.stem) && isOften(before.stem, token.stem)))) {
        Object.assign(token, { isJoined: true, isStop: false, isLink: false, isAffix: true })
      }
    }
  }
}

/** Characters that are words, however often they stand behind another one. */
const free: ReadonlySet<string> = new Set('的 和 与 及 或 在 对 为 是 了 将 把 被 从 以 于 由 向 到 至 等 并 也 都 又 而 但 其 该 此 这 那 各 每 不 未 就 才 还 使 让 令 给 要 须 需 应 可 能 着 过 得 地 之 第 共 仅 年 月 日 号'.split(' '))

function isOne(stem: string): boolean {
  return stem.length === 1 && /^\p{Script=Han}/u.test(stem)
}
