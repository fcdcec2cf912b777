/** One version of a document from its text to its tree, as plain functions and as unified plugins. */
export { foreignBlocks, readVersion, type ForeignBlock, type Reading, type VersionOptions } from './pipeline/source-to-tree.ts'
export { hexapla, hexaplaMarkdown, hexaplaParse, hexaplaSegment } from './pipeline/processor.ts'
