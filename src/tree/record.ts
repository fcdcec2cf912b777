import { areSymbols, findSymbols } from '../grammar/symbol.ts'
import type { LanguageTag } from '../language/tag.ts'
import { toText } from './text.ts'
import type { Block, Furniture, Masthead, Note, Root } from './undast.ts'
import type { DocumentRecord, VersionRecord } from './unit.ts'
import { walkBlocks } from './walk.ts'

/** What a tree says of its version, for provenance. `file` is its name without folders. */
export function versionRecord(root: Root, file: string): VersionRecord {
  const masthead = find(root.children, (block): block is Masthead => block.type === 'masthead')
  const job = find(root.children, (block): block is Furniture => block.type === 'furniture' && block.kind === 'job-number')
  const reissue = find(root.children, (block): block is Note => block.type === 'note' && block.kind === 'reissue')
  const jobNumber = masthead?.jobNumber ?? /(?:[A-Z]{1,2}\.)?\d{2}-\d{5}/.exec(job?.value ?? '')?.[0]
  return {
    language: root.lang,
    file,
    ...(root.symbol === undefined ? {} : { symbol: root.symbol }),
    ...(jobNumber === undefined ? {} : { jobNumber }),
    ...(masthead?.date === undefined ? {} : { date: masthead.date }),
    ...(masthead?.original === undefined ? {} : { original: masthead.original }),
    ...(reissue ? { reissue: reissue.date ?? 'undated' } : {})
  }
}

/** Blocks in which a symbol that stands alone is that of the document: nobody else writes one above a title. */
const opening = 3

/**
 * The symbols of a version as printed, the one that the tree has first: joint documents have one of each organ, in the
 * masthead, the running heads, or alone above the title.
 */
export function symbolsOf(root: Root): string[] {
  const printed = root.children.flatMap((block, index) => {
    if (block.type === 'masthead') return block.symbols
    if (block.type === 'furniture') return block.kind === 'running-head' ? findSymbols(block.value) : []
    const text = index < opening && (block.type === 'heading' || block.type === 'paragraph') ? toText(block).trim() : ''
    return text.length < 80 && areSymbols(text) ? findSymbols(text) : []
  })
  const organs = new Map<string, string>()
  for (const symbol of root.symbol === undefined ? printed : [root.symbol, ...printed]) {
    const [organ = ''] = symbol.split('/')
    if (!organs.has(organ)) organs.set(organ, symbol)
  }
  return [...organs.values()]
}

/** Provenance of a document from the records of its versions: the symbol is that of the first that has one, unstarred. */
export function documentRecord(versions: readonly VersionRecord[]): DocumentRecord {
  const symbol = versions.find((version) => version.symbol !== undefined)?.symbol?.replace(/\*{1,3}$/, '')
  return {
    ...(symbol === undefined ? {} : { symbol }),
    versions: Object.fromEntries(versions.map((version) => [version.language, version]))
  }
}

/** The languages of a document in the order in which its versions were named: the first is the source. */
export function recordLanguages({ versions }: DocumentRecord): LanguageTag[] {
  return Object.keys(versions)
}

function find<Found extends Block>(blocks: readonly Block[], test: (block: Block) => block is Found): Found | undefined {
  for (const block of walkBlocks(blocks)) if (test(block)) return block
  return undefined
}
