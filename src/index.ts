/**
 * hexapla: raw exports of United Nations documents to a clean tree, aligned versions and translation memories.
 *
 * One version is a unified processor (`hexapla`) or plain functions (`readVersion` and the stages); several are plain
 * functions (`alignVersions`); writers yield text.
 */
export * from './align/index.ts'
export { alignVersions, type AlignedVersions, type AlignVersionsOptions, type Version } from './align-versions.ts'
export { clean, type BodyBlock, type CleanBlock, type CleanOptions, type CleanText, type Decision, type FurnitureBlock, type MastheadBlock, type NoteBlock } from './clean/index.ts'
export { convertMemory, memoryFormatOf, type MemoryFormatName, type MemoryInput } from './convert.ts'
export { detectBlock, detectLanguage, findContradiction, type Contradiction, type Detection } from './detect/index.ts'
export { groupDocuments, type DocumentGroup, type Grouping, type GroupMember } from './group-documents.ts'
export type { AbbreviationKind, AddedAbbreviation } from './language/abbreviation.ts'
export { isLanguageCode, languageCodes, languages, type Language, type LanguageCode, type Script } from './language/code.ts'
export { compareIssues, findSymbols, isSymbol, readSymbol, type SymbolParts } from './grammar/symbol.ts'
export { catalogue, messageText, type FatalId, type MessageId, type MessageValues, type ReportedId } from './message/catalogue.ts'
export { HexaplaError, reportTo, silent, type Report } from './message/report.ts'
export { parse, type ParseOptions } from './parse/index.ts'
export { foreignBlocks, readVersion, type ForeignBlock, type VersionOptions } from './pipeline.ts'
export { hexapla, hexaplaMarkdown, hexaplaParse, hexaplaSegment } from './processor.ts'
export { readText, type ReadOptions } from './read/index.ts'
export type { LineFacts, Source, SourceLine } from './source/source.ts'
export { textSource } from './source/text-source.ts'
export { hexaplaRetext, onWords, retextUn, toNlcst, type RetextUnOptions, type ToNlcstOptions } from './retext.ts'
export { parseAbbreviations, segment, splitSentences, type Span } from './segment/index.ts'
export { assertComplete } from './tree/assert.ts'
export { inspect, type InspectOptions } from './tree/inspect.ts'
export { leafSpans, type LeafSpan } from './tree/leaves.ts'
export { locator, type Locator } from './tree/place.ts'
export { documentRecord, symbolsOf, versionRecord } from './tree/record.ts'
export { offsetInRaw, toText } from './tree/text.ts'
export type * from './tree/undast.ts'
export type * from './tree/unit.ts'
export * from './write/index.ts'
