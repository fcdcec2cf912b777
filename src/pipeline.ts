import { unified, type Plugin, type Processor } from 'unified'
import { clean } from './clean/index.ts'
import { detectBlock, detectLanguage, type Detection } from './detect/index.ts'
import type { LanguageCode } from './language/code.ts'
import { reportTo, type Report } from './message/report.ts'
import { parse } from './parse/index.ts'
import { segment } from './segment/index.ts'
import { addressSentences } from './tree/address.ts'
import { locator, type Locator } from './tree/place.ts'
import { toText } from './tree/text.ts'
import type { Block, Root } from './tree/undast.ts'

/** What is known of a version before it is read. */
export interface VersionOptions {
  /** Its language; found out where it is not given. */
  language?: LanguageCode
  /** The symbol of the document. */
  symbol?: string
}

/** What a version is read with, beside what is known of it: the name of its file, and who hears the messages. */
type Reading = VersionOptions & { name?: string; report?: Report }

/**
 * Raw text to a tree with sentences: detect, clean, parse, segment. Plain functions, one a stage.
 *
 * Throws a `HexaplaError` where the language cannot be told.
 */
export function readVersion(raw: string, options: Reading = {}): Root {
  const { root, place } = readBlocks(raw, options)
  segment(root, place)
  addressSentences(root)
  return root
}

/** unified plugin: sets the parser, so that a processor reads raw exports. Messages go on the file. */
export const hexaplaParse: Plugin<[VersionOptions?], string, Root> = function (options = {}) {
  this.parser = (document, file) =>
    readBlocks(document, { ...options, report: reportTo(file), ...(file.basename === undefined ? {} : { name: file.basename }) }).root
}

/** unified plugin: divides the blocks of a tree into sentences. */
export const hexaplaSegment: Plugin<[], Root> = function () {
  return (tree, file) => {
    segment(tree, locator(String(file)))
    addressSentences(tree)
  }
}

/** The processor of one version: raw export in, undast with sentences out. */
export function hexapla(options: VersionOptions = {}): Processor<Root, Root, Root> {
  return unified().use(hexaplaParse, options).use(hexaplaSegment)
}

/** Raw text to a tree whose blocks are not divided into sentences yet. */
function readBlocks(raw: string, options: Reading): { root: Root; place: Locator } {
  const { language, score } = options.language === undefined ? detectLanguage(raw, options.name) : { language: options.language }
  const cleaned = clean(raw, language, options.report)
  const root = parse(cleaned, pick(options, ['symbol', 'report']))
  if (score !== undefined) root.data = { ...root.data, languageScore: score }
  return { root, place: cleaned.place }
}

/** A block in another language than its document. */
export interface ForeignBlock extends Detection {
  address: string
  position: Block['position']
}

/** The blocks of a tree that are surely in another language than the tree. */
export function foreignBlocks(root: Root): ForeignBlock[] {
  const found: ForeignBlock[] = []
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'section' || block.type === 'item') walk(block.children)
      else if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'note') {
        const detection = detectBlock(toText(block), root.lang)
        if (detection) found.push({ ...detection, address: block.data?.address ?? '', position: block.position })
      }
    }
  }
  walk(root.children)
  return found
}

/** The options that are set, of those named: unset ones must not become `undefined`. */
function pick<Options extends object, Key extends keyof Options>(options: Options, keys: readonly Key[]): Pick<Options, Key> {
  return Object.fromEntries(keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]])) as Pick<Options, Key>
}
