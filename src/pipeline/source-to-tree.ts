import { clean, type CleanOptions, type CleanText } from '../clean/index.ts'
import { detectBlock, detectLanguage, type Detection } from '../detect/index.ts'
import type { AddedAbbreviation } from '../language/abbreviation.ts'
import type { LanguageCode } from '../language/code.ts'
import type { Report } from '../message/report.ts'
import { parse } from '../parse/index.ts'
import { segment } from '../segment/segment.ts'
import type { Source } from '../source/source.ts'
import { textSource } from '../source/text-source.ts'
import { addressSentences } from '../tree/address.ts'
import { symbolsOf } from '../tree/record.ts'
import { setPlace, type Locator } from '../tree/place.ts'
import { toText } from '../tree/text.ts'
import type { Block, Root } from '../tree/undast.ts'
import { walkBlocks } from '../tree/walk.ts'

/** What is known of a version before it is read. */
export interface VersionOptions {
  /** Its language; found out where it is not given. */
  language?: LanguageCode
  /** The symbol of the document. */
  symbol?: string
  /** Abbreviations that carry a full stop without ending a sentence, beside those that hexapla knows. */
  abbreviations?: readonly AddedAbbreviation[]
}

/** What a version is read with, beside what is known of it: the name of its file, who hears the messages, what is done between its stages. */
export type Reading = Pick<CleanOptions, 'observe'> & VersionOptions & { name?: string; report?: Report; rest?: (ended?: 'stage') => void }

/**
 * What a reader yields, or plain text, to a tree with sentences: detect, clean, parse, segment. Plain functions, one a stage.
 *
 * Throws a `HexaplaError` where the language cannot be told.
 */
export function readVersion(input: Source | string, options: Reading = {}): Root {
  const { root, place } = readBlocks(input, options)
  options.rest?.()
  segment(root, place, options.abbreviations)
  addressSentences(root)
  return root
}

/** The same to a tree whose blocks are not divided into sentences yet. */
export function readBlocks(input: Source | string, options: Reading): { root: Root; place: Locator } {
  const { cleaned, score } = cleanVersion(input, options)
  options.rest?.()
  // Each block is let go when it stands in the tree: a long document is many of both.
  const root = parse({ ...cleaned, blocks: handOut(cleaned.blocks) }, pick(options, ['symbol', 'report']))
  const [symbol] = symbolsOf(root)
  if (symbol !== undefined) root.symbol ??= symbol
  if (score !== undefined) root.data = { ...root.data, languageScore: score }
  setPlace(root, cleaned.place)
  return { root, place: cleaned.place }
}

/** The elements of a list one by one; the list is empty then. */
function* handOut<Element>(list: Element[]): Generator<Element> {
  list.reverse()
  for (let next = list.pop(); next !== undefined; next = list.pop()) yield next
}

/** A version in blocks, and how sure its language is; the lines of a text are made here, and gone behind it. */
function cleanVersion(input: Source | string, options: Reading): { cleaned: CleanText; score?: number } {
  const source = typeof input === 'string' ? textSource(input) : input
  const { language, score } = options.language === undefined ? detectLanguage(source.text, options.name) : { language: options.language }
  const cleaned = clean(source, language, pick(options, ['report', 'observe', 'rest']))
  return score === undefined ? { cleaned } : { cleaned, score }
}

/** A block in another language than its document. */
export interface ForeignBlock extends Detection {
  address: string
  position: Block['position']
}

/** The blocks of a tree that are surely in another language than the tree. */
export function foreignBlocks(root: Root): ForeignBlock[] {
  const found: ForeignBlock[] = []
  for (const block of walkBlocks(root.children)) {
    if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'note') continue
    const detection = detectBlock(toText(block), root.lang)
    if (detection) found.push({ ...detection, address: block.data?.address ?? '', position: block.position })
  }
  return found
}

/** The options that are set, of those named: unset ones must not become `undefined`. */
function pick<Options extends object, Key extends keyof Options>(options: Options, keys: readonly Key[]): Pick<Options, Key> {
  return Object.fromEntries(keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]])) as Pick<Options, Key>
}
