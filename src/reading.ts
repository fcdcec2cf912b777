/** Files to text or to a source with facts of its lines; memories to units. */
export { readDocument, type ReadDocumentOptions } from './read/document.ts'
export { readText, type ReadOptions } from './read/index.ts'
export { readTmx, readUnitsJsonl, type ByteStream } from './read/memory/index.ts'
export type { PagePicture, PagePictures } from './read/pdf/pictures.ts'
export { openPictures } from './read/pictures.ts'
export { boxesOf, type PageBox } from './source/boxes.ts'
export type { LineFacts, Source, SourceLine } from './source/source.ts'
export { textSource } from './source/text-source.ts'
