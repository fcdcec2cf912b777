/** The flow of `pipeline.ts` as unified plugins, in a file of its own: the command has no need of unified. */
import { unified, type Plugin, type Processor } from 'unified'
import { reportTo } from '../message/report.ts'
import { hexaplaRetext } from './retext.ts'
import { readBlocks, type VersionOptions } from './source-to-tree.ts'
import { segment } from '../segment/segment.ts'
import { addressSentences } from '../tree/address.ts'
import { locator } from '../tree/place.ts'
import type { Root } from '../tree/undast.ts'
import { markdown } from '../write/markdown.ts'

/** unified plugin: sets the parser, so that a processor reads raw exports. Messages go on the file. */
export const hexaplaParse: Plugin<[VersionOptions?], string, Root> = function (options = {}) {
  this.parser = (document, file) =>
    readBlocks(document, { ...options, report: reportTo(file), ...(file.basename === undefined ? {} : { name: file.basename }) }).root
}

/** unified plugin: divides the blocks of a tree into sentences. */
export const hexaplaSegment: Plugin<[Pick<VersionOptions, 'abbreviations'>?], Root> = function ({ abbreviations } = {}) {
  return (tree, file) => {
    segment(tree, locator(String(file)), abbreviations)
    addressSentences(tree)
  }
}

/** unified plugin: sets the compiler, so that a processor writes a tree as Markdown. Messages go on the file. */
export const hexaplaMarkdown: Plugin<[], Root, string> = function () {
  this.compiler = (tree, file) => [...markdown.write(tree as Root, { name: '', numbering: 'keep' }, reportTo(file))].join('')
}

/**
 * The processor of one version: raw export in, undast with sentences, Markdown out. retext plugins may be used on it: they run
 * on the words of the tree.
 */
export function hexapla(options: VersionOptions = {}): Processor<Root, Root, Root, Root, string> {
  return unified().use(hexaplaParse, options).use(hexaplaSegment, options).use(hexaplaRetext).use(hexaplaMarkdown)
}
