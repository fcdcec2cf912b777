/**
 * hexapla: exports of United Nations documents to a clean tree, aligned versions and translation memories.
 *
 * What most programs need is here: a version to its tree (`readVersion`, or the unified processor `hexapla`), several to
 * units (`alignVersions`), units to files (`writeFormats`), a memory to another (`convertMemory`). The stages by
 * themselves are in `hexapla/read`, `/detect`, `/clean`, `/parse`, `/segment`, `/align` and `/write`, the rest in
 * `hexapla/tree`, `/documents` and `/message`. What ends the work is thrown, as a `HexaplaError`; what is only noticed goes
 * to the `report` of the options.
 */
export { alignVersions, type AlignedVersions, type AlignVersionsOptions, type Version } from './pipeline/align-versions.ts'
export type { LanguageTag } from './language/tag.ts'
export { convertMemory, type MemoryFormatName, type MemoryInput } from './pipeline/convert.ts'
export { languageCodes, type LanguageCode } from './language/code.ts'
export { HexaplaError, reportTo, type Report } from './message/report.ts'
export { readVersion, type VersionOptions } from './pipeline/source-to-tree.ts'
export { hexapla } from './pipeline/processor.ts'
export { readDocument } from './read/document.ts'
export { readText, type ReadOptions } from './read/index.ts'
export type { MemoryReadOptions } from './read/memory/index.ts'
export { toText } from './tree/text.ts'
export type { Root } from './tree/undast.ts'
export type { AlignedDocument, DocumentRecord, Unit, UnitVersion } from './tree/unit.ts'
export { writeFormats, type Chunk, type UnitFormatName, type WriteFormatsOptions } from './write/index.ts'
