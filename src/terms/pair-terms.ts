/** Phrases of two languages that translate each other: they stand in the same units, and their words are linked. */
import { learnWordLinks } from '../align/index.ts'
import { traitsOf } from '../language/tag.ts'
import { entropyOf, type Phrase, type PhraseTable, termhood } from './phrase-table.ts'

/** A phrase and its translation. */
export interface TermPair {
  source: string
  target: string
  /** Units that have both. */
  units: number[]
  /** 0 to 1: how far the two stand together, and cover each other's words. */
  sure: number
}

/** Share of a phrase's units in which the other stands. */
const leastShare = 0.2
/** Share of content words that the other side must have a translation of, each word for one; Chinese parts words as no other language. */
const leastCovered = { spaced: 0.76, unspaced: 0.7 } as const
const leastLink = 0.08
/** Units of a phrase that are looked at: of the commonest there are more than tell anything new. */
const mostUnits = 400

/** Translations by word key, both ways. */
export interface WordLinks {
  forward: ReadonlyMap<string, ReadonlyMap<string, number>>
  backward: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Whether both languages part words by spaces. */
  spaced: boolean
  /** Letters of the target for one of the source, in the texts. */
  ratio: number
}

export function wordLinks(source: string, target: string, pairs: ReadonlyArray<readonly [string, string]>): WordLinks {
  const spaced = traitsOf(source).spaced && traitsOf(target).spaced
  const ratio = letters(pairs.map(([, text]) => text)) / Math.max(1, letters(pairs.map(([text]) => text)))
  const links = { forward: new Map<string, Map<string, number>>(), backward: new Map<string, Map<string, number>>(), spaced, ratio }
  const put = (to: Map<string, Map<string, number>>, one: string, other: string, share: number): void => {
    const known = to.get(one) ?? new Map<string, number>()
    to.set(one, known.set(other, share))
  }
  for (const link of learnWordLinks({ source, target, pairs })) {
    const share = Math.max(link.forward, link.backward)
    if (share < leastLink) continue
    put(links.forward, link.source, link.target, share)
    put(links.backward, link.target, link.source, share)
  }
  return links
}

function letters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}

/** Letters of the form that was seen first. */
function lengthOf({ forms }: Phrase): number {
  const [first = ''] = forms.keys()
  return letters([first])
}

/** Log of the ratio of lengths to the usual one, up to which a name may be a translation of another: pieces are shorter. */
const mostOdd = Math.log(2.6)

/** Chinese characters that write foreign names by their sounds. */
const sounds = /^[阿埃艾安奥巴班邦包鲍贝本比彼宾波伯博勃卜布采查茨达大戴丹道得德邓登迪丁东杜敦顿多厄恩尔法凡范方菲费芬佛夫弗福富盖冈高哥戈格贡古哈海汉杭豪赫黑亨侯胡华惠霍基吉济加贾简杰金卡凯坎康考科克肯孔库夸奎昆拉腊莱兰劳勒雷里利莉丽林龙卢鲁伦罗洛吕马玛迈麦曼毛梅门蒙米密明缪莫默姆木穆拿内娜纳奈南尼宁纽农努诺欧帕潘庞佩彭皮平珀普奇齐恰强乔切钦琴丘屈饶日荣瑞若撒萨塞赛桑瑟森沙莎山绍舍申圣史舒顺斯松苏索所塔泰坦汤唐陶特滕提田廷通图土托瓦万旺威韦维魏温沃翁乌吾武西希锡夏肖谢辛欣休许逊雅亚延扬姚耶叶伊依尹因英尤于约宰赞泽扎詹张哲珍治朱兹宗祖佐]+$/u
/** Letters of a name that one of them stands for at most: where there are more, a part of the name is missing. */
const mostLetters = 3.7

function isCutName(phrase: Phrase, candidate: Phrase): boolean {
  const [name, spelled] = phrase.isName ? [phrase, candidate] : [candidate, phrase]
  return name.isName && sounds.test([...spelled.forms.keys()][0] ?? '') && lengthOf(name) > mostLetters * lengthOf(spelled)
}

/** The best translation of each source phrase, where there is one, and the target phrase has no better source. */
export function pairTerms(source: PhraseTable, target: PhraseTable, links: WordLinks, least: number): TermPair[] {
  const found: TermPair[] = []
  const taken = new Map<string, TermPair>()
  for (const [key, phrase] of source.phrases) {
    if (!isWhole(phrase)) continue
    const pair = bestTarget(key, phrase, target, links, least)
    if (!pair) continue
    const rival = taken.get(pair.target)
    if (rival && rivalry(rival, source) >= rivalry(pair, source)) continue
    taken.set(pair.target, pair)
    found.push(pair)
  }
  return found.filter((pair) => taken.get(pair.target) === pair)
}

function rivalry({ source: key, sure }: TermPair, { phrases }: PhraseTable): number {
  const phrase = phrases.get(key)
  return sure * (phrase ? Math.log1p(termhood(phrase)) : 0)
}

/** Nats of neighbours on a side that a phrase has at least: a piece of a longer one always has the same. */
const leastEntropy = 0.3

/** Whether a phrase is no mere piece of a longer one. */
export function isWhole(phrase: Phrase): boolean {
  return termhood(phrase) > 0 && Math.min(entropyOf(phrase.before), entropyOf(phrase.behind)) >= leastEntropy
}

function bestTarget(key: string, phrase: Phrase, target: PhraseTable, { forward, backward, spaced, ratio }: WordLinks, least: number): TermPair | undefined {
  const together = new Map<string, number[]>()
  for (const unit of phrase.texts.slice(0, mostUnits)) for (const other of target.ofText[unit] ?? []) together.set(other, [...(together.get(other) ?? []), unit])
  const seen = Math.min(phrase.texts.length, mostUnits)
  let best: (TermPair & { worth: number }) | undefined
  for (const [other, units] of together) {
    const candidate = target.phrases.get(other)
    if (!candidate || units.length < least) continue
    const [here, there] = [units.length / seen, units.length / candidate.texts.length]
    if (here < leastShare || there < leastShare) continue
    if (!isWhole(candidate)) continue
    const covered = [coverage(phrase, candidate, forward, spaced), coverage(candidate, phrase, backward, spaced)]
    if (Math.min(...covered) < leastCovered[spaced ? 'spaced' : 'unspaced']) continue
    const dice = (2 * here * there) / (here + there)
    const sure = dice * Math.sqrt((covered[0] ?? 0) * (covered[1] ?? 0))
    const odd = Math.log(lengthOf(candidate) / Math.max(1, ratio * lengthOf(phrase)))
    if (Math.abs(odd) > mostOdd) continue
    const worth = sure * (1 + 0.02 * candidate.stems.length) * Math.exp(-(odd ** 2) / 2)
    if (!best || worth > best.worth || (worth === best.worth && other < best.target)) best = { source: key, target: other, units, sure, worth }
  }
  const found = best && target.phrases.get(best.target)
  // What fits less is no translation either.
  if (best === undefined || found === undefined || isCutName(phrase, found)) return undefined
  return { source: best.source, target: best.target, units: best.units, sure: Math.round(best.sure * 1000) / 1000 }
}

/** Share of words that some word of the other phrase translates, or that stand there themselves; `apart`: no word for two of them. */
function coverage({ keys: words }: Phrase, other: Phrase, links: WordLinks['forward'], apart: boolean): number {
  const free = [...other.keys, ...other.affixes]
  let covered = 0
  for (const word of words) {
    const shares = free.map((each) => (each === word ? 1 : (links.get(word)?.get(each) ?? 0)))
    const best = shares.indexOf(Math.max(0, ...shares))
    if (best < 0 || (shares[best] ?? 0) < leastLink) continue
    covered++
    if (apart) free.splice(best, 1)
  }
  return covered / Math.max(1, words.length)
}
