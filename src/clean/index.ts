import type { LanguageCode } from '../language/code.ts'
import { silent, type Report } from '../message/report.ts'
import type { Source } from '../source/source.ts'
import { locator, type Locator } from '../tree/place.ts'
import type { CleanBlock } from './decide/block.ts'
import { geometryOf } from './geometry/index.ts'
import { passes, type Draft, type Pass } from './passes.ts'
import { characterRepair } from './repair/index.ts'
import { foldSource, unfoldBlocks } from './traditional.ts'
import type { Joint } from './joints/weigh-joint.ts'

export type { BodyBlock, CleanBlock, Decision, DecisionRule, FurnitureBlock, MastheadBlock, NoteBlock, PrintedLabel, TableBlock } from './decide/block.ts'
export type { Fit, SequencedLabel } from './labels/sequenced-label.ts'
export type { LabelShape } from '../grammar/label.ts'
export type { LiftedReference } from './notes/lift-references.ts'
export { traceOf } from './trace.ts'

/** A source in blocks; together they hold each of its characters once, white space aside. */
export interface CleanText {
  /** Without its lines: the blocks have what they said, and a long document is many. */
  source: Pick<Source, 'pages' | 'text'>
  language: LanguageCode
  place: Locator
  /** In the order in which they begin in the source. */
  blocks: CleanBlock[]
}

/** Options of `clean`. */
export interface CleanOptions {
  report?: Report
  /** Called behind each pass, with what there is of the document. */
  observe?: (pass: Pass, draft: Draft) => void
  /** Called with what was weighed between each two printed lines of text. */
  weighed?: (joint: Joint) => void
  /** Called between passes, where what the one before has left may be collected. */
  rest?: () => void
}

/** A source to blocks: characters repaired, what belongs to the page marked, notes lifted out, lines joined, each block decided. */
export function clean(printed: Source, language: LanguageCode, { report = silent, observe, weighed, rest }: CleanOptions = {}): CleanText {
  const source = foldSource(printed, language)
  const characters = characterRepair(source, language)
  const place = locator(source.text)
  const geometry = geometryOf(source, language, characters)
  let draft: Draft = {
    source,
    language,
    place,
    report,
    characters,
    geometry,
    lines: [],
    notes: [],
    tables: [],
    signatures: [],
    blockLines: 0,
    joined: [],
    observed: observe !== undefined || weighed !== undefined,
    texts: [],
    blocks: [],
    ...(weighed ? { weighed } : {})
  }
  for (const pass of passes) {
    draft = { ...draft, ...pass.run(draft) }
    observe?.(pass, draft)
    rest?.()
  }
  const { text, pages } = printed
  const blocks = source === printed ? [...draft.blocks] : unfoldBlocks(draft.blocks, text)
  return { source: pages ? { text, pages } : { text }, language, place, blocks }
}
