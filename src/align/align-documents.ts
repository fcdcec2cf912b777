/**
 * Aligning two to six versions of a document: each pair of versions once, over all sentences, with the blocks of the trees as
 * evidence; units over all versions by the votes of the pairs; paragraphs read off the sentences.
 */
import type { LanguageCode } from '../language/code.ts'
import type { WordPair } from '../language/lexicon.ts'
import type { LanguageTag } from '../language/tag.ts'
import { HexaplaError, silent, type Report } from '../message/report.ts'
import type { Root } from '../tree/undast.ts'
import type { Bead, Unit } from '../tree/unit.ts'
import { alignPairs, type FlatLanguage } from './align-pairs.ts'
import { flatten } from './text/flatten.ts'
import { commonBoundaries } from './versions/join-versions.ts'
import { differs, type PairEvidence } from './evidence/pair-evidence.ts'
import { paragraphBoundaries } from './paragraph.ts'
import type { LearnedLexicon } from './links/train-lexicon.ts'
import { UnitMaker } from './unit-maker.ts'
import { type AlignWeights, alignWeights } from './weights.ts'

export interface AlignDocumentsOptions {
  /** What units are made of, in this order; sentences unless told. */
  units?: ReadonlyArray<Unit['granularity']>
  /** The user's own word pairs for a pair of languages. */
  dictionary?: (source: LanguageTag, target: LanguageTag) => readonly WordPair[]
  /** Lexicons learned from other texts. */
  lexicons?: readonly LearnedLexicon[]
  /** Goes on where the versions do not seem to be of one document. */
  force?: boolean
  weights?: Partial<AlignWeights>
  report?: Report
  /** Hears after each pair of versions which share of them is done; no result depends on it. */
  progress?: (share: number) => void
}

/** The versions of one document by language. */
export type Versions = Readonly<Partial<Record<LanguageCode, Root>>>

/** Order in which the first address is taken for the id of a unit, and from which pivots are chosen. */
const order: readonly LanguageCode[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar']

export interface DocumentAlignment {
  units: Unit[]
  evidence: PairEvidence[]
}

/**
 * Aligns the versions of a document. Every sentence of every version is in exactly one unit of each granularity, and order is
 * kept in each; notes come behind the body.
 *
 * Reports `align:item-unpaired` for a block without counterpart in any other version, and `align:item-differs` where blocks of
 * one label have hardly anything in common. Throws `align:documents-differ` where versions do not look like those of one document.
 */
export function alignDocuments(versions: Versions, options: AlignDocumentsOptions = {}): DocumentAlignment {
  const weights: AlignWeights = { ...alignWeights, ...options.weights }
  const { report = silent, units: granularities = ['sentence'] } = options
  const list = order.flatMap((language): FlatLanguage[] => {
    const root = versions[language]
    return root ? [{ language, ...flatten(root) }] : []
  })
  const { paths, evidence, differing } = alignPairs(list, options, weights)
  const sentences = commonBoundaries(list.map((version) => version.sentences.length), paths)
  const paragraphs = paragraphBoundaries(sentences, list)
  const maker = new UnitMaker(list, paths, weights)
  for (const block of maker.unpaired(paragraphs)) report('align:item-unpaired', block.position, { language: block.language, address: block.address })
  for (const { source, target, block } of differing) report('align:item-differs', block.position, { source, target, address: block.address })
  sayWhatDiffers(evidence, options.force === true, report)
  const unitsOf = { sentence: () => maker.units(sentences, 'sentence'), paragraph: () => maker.units(paragraphs, 'paragraph') }
  return { units: granularities.flatMap((granularity) => unitsOf[granularity]()), evidence }
}

/** Says which pairs do not look like versions of one document; throws unless the caller goes on in spite of it. */
function sayWhatDiffers(evidence: readonly PairEvidence[], isForced: boolean, report: Report): void {
  const apart = evidence.filter(differs).toSorted((a, b) => a.paired - b.paired)
  for (const { source, target, agreement, paired, compared } of apart) {
    const values = { source, target, agreement: percent(agreement), paired: percent(paired), compared }
    if (!isForced) throw new HexaplaError('align:documents-differ', { ...values, others: apart.length - 1 })
    report('align:documents-related', undefined, values)
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** The beads of two languages that the units imply, in order; units with neither are left out. A unit of one version has the score 0. */
export function beadsOf(document: { units: readonly Unit[] }, source: LanguageTag, target: LanguageTag): Bead[] {
  return document.units.flatMap((unit) => {
    const [left, right] = [unit.versions[source]?.addresses ?? [], unit.versions[target]?.addresses ?? []]
    return left.length + right.length === 0 ? [] : [{ source: [...left], target: [...right], score: unit.score ?? 0, by: unit.by }]
  })
}
