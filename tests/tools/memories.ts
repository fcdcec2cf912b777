/** Memories that the tools are given: the corpus document in paragraphs and in sentences. */
import { alignVersions } from '../../src/pipeline/align-versions.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import { joinSegments } from '../../src/tree/segments.ts'
import type { AlignedDocument, Unit } from '../../src/tree/unit.ts'
import { defaultSelectOptions, Selection } from '../../src/write/select/index.ts'
import { noteVerbale, versionsOf } from '../../evaluation/corpus/files.ts'
import { corpusDocument, corpusParagraphs, sampleDocument } from '../write-support.ts'

/** The corpus, and a document with labels, pages and markup characters: units of both kinds. */
export function memory(): AlignedDocument[] {
  return [corpusDocument(), corpusParagraphs(), sampleDocument()]
}

/** The raw exports of the corpus through the whole of hexapla: cleaned, parsed, aligned, selected. */
export function alignedMemory(): AlignedDocument[] {
  const versions = [...versionsOf(noteVerbale)].map(([language, raw]) => ({ root: readVersion(raw, { language }), file: `${language}.txt` }))
  const { document, units } = alignVersions(versions)
  const selection = new Selection([{ kind: 'memory', languages: languageCodes }], defaultSelectOptions, () => undefined)
  return [{ document, units: units.flatMap((unit) => selection.select(unit, document).units.memory ?? []) }]
}

/** Units of one kind, in order. */
export function unitsOf(documents: readonly AlignedDocument[], granularity: Unit['granularity']): Unit[] {
  return documents.flatMap(({ units }) => units.filter((unit) => unit.granularity === granularity))
}

/** The texts of both sides of the units that have both, first ones of each source. */
export function pairsOf(units: readonly Unit[], source: LanguageCode, target: LanguageCode): Array<[string, string]> {
  const pairs = new Map<string, string>()
  for (const { versions } of units) {
    const from = versions[source]
    const to = versions[target]
    if (from === undefined || to === undefined) continue
    const key = joinSegments(from.segments, source)
    if (!pairs.has(key)) pairs.set(key, joinSegments(to.segments, target))
  }
  return [...pairs]
}
