/**
 * Reads the structured source of one language of a corpus document: what is typeset and what is gold.
 *
 * The markup is described in `readme.md` beside this file.
 */
import { isLanguageCode, type LanguageCode } from '../../src/language/code.ts'

export type SourceKind = 'dateline' | 'heading' | 'item' | 'note' | 'paragraph' | 'section' | 'signature' | 'table'

/** One sentence, and the units `[first, last]` (numbers in its block, from 0) that it covers. */
export interface SourceSentence {
  text: string
  first: number
  last: number
}

/** A mark in the text that refers to a note. */
export interface SourceReference {
  marker: string
  /** Index of the sentence in the block. */
  sentence: number
  /** Offset in the text of the sentence. */
  at: number
}

export interface SourceBlock {
  address: string
  kind: SourceKind
  /** Of a heading. */
  depth?: number
  /** As printed: `(b)`. */
  label?: string
  /** Of a paragraph: `preambular`, `formula`, `colophon`, `speaker`. Of a note: its kind. Of a section: its kind. */
  role?: string
  /** Of a note, as printed. Missing where the note has none. */
  marker?: string
  sentences: SourceSentence[]
  references: SourceReference[]
  /** The text as it is to be read: sentences joined, no marks, no label. */
  text: string
  /** How many units the six languages split the block into; the same in all of them. */
  units: number
  /** Units that this language leaves out. */
  omitted: number[]
  /** Of a table: the text of its cells. */
  rows: string[][]
  /** The text with its markup, for typesetting. */
  marked: string
}

export interface SourceDocument {
  language: LanguageCode
  /** Facts of the masthead and of the page, in order: `symbol`, `organ`, `date`, `job` … A key may repeat. */
  facts: Array<readonly [key: string, value: string]>
  blocks: SourceBlock[]
}

const kinds: readonly string[] = ['dateline', 'heading', 'item', 'note', 'paragraph', 'section', 'signature', 'table']
const header = /^\[([a-z0-9/]+) ([a-z]+)(?: (.+))?\]$/

/** Reads a whole source file. Throws where it is not well formed: a gold with a hole is worse than none. */
export function readSource(text: string): SourceDocument {
  const facts: Array<readonly [string, string]> = []
  const blocks: SourceBlock[] = []
  for (const stanza of text.split(/\n{2,}/)) {
    const lines = stanza.split('\n').filter((line) => line !== '')
    const first = lines[0]
    if (first === undefined) continue
    if (first.startsWith('@')) for (const line of lines) facts.push(readFact(line))
    else blocks.push(first.startsWith('[') ? readBlock(first, lines.slice(1), readLanguage(facts)) : fail(first))
  }
  return { language: readLanguage(facts), facts, blocks }
}

/** First value of a fact. */
export function factOf(document: SourceDocument, key: string): string | undefined {
  return document.facts.find(([name]) => name === key)?.[1]
}

/** All values of a fact. */
export function factsOf(document: SourceDocument, key: string): string[] {
  return document.facts.filter(([name]) => name === key).map(([, value]) => value)
}

/** Takes the marks of emphasis and of references out of a text. */
export function plainText(marked: string): string {
  return marked.replace(/\[\^[^\]]{1,3}\]/g, '').replace(/\*\*|_/g, '')
}

/** What stands between two sentences of a language. */
export function sentenceGap(language: LanguageCode): string {
  return language === 'zh' ? '' : ' '
}

function fail(line: string): never {
  throw new Error(`Unexpected line in a source: ${line}`)
}

function readLanguage(facts: SourceDocument['facts']): LanguageCode {
  const value = facts.find(([key]) => key === 'language')?.[1] ?? ''
  return isLanguageCode(value) ? value : fail(`@language ${value}`)
}

function readFact(line: string): readonly [string, string] {
  const match = /^@([a-z0-9-]+) (.+)$/.exec(line)
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : fail(line)
}

function readBlock(line: string, body: string[], language: LanguageCode): SourceBlock {
  const match = header.exec(line)
  const kind = match?.[2] ?? ''
  const address = match?.[1]
  if (address === undefined || !kinds.includes(kind)) return fail(line)
  const rest = match?.[3] ?? ''
  const block: SourceBlock = {
    address,
    kind: kind as SourceKind,
    sentences: [],
    references: [],
    text: '',
    units: 0,
    omitted: [],
    rows: [],
    marked: body.join(' ')
  }
  readFields(block, rest, line)
  if (block.kind === 'table') {
    block.rows = body.map((row) => row.split(' || ').map((cell) => plainText(cell.trim())))
    block.text = block.rows.flat().filter((cell) => cell !== '').join(sentenceGap(language))
  } else readSentences(block, language)
  return block
}

function readFields(block: SourceBlock, rest: string, line: string): void {
  if (block.kind === 'heading') {
    const match = /^([1-9])(?: (.+))?$/.exec(rest)
    if (match?.[1] === undefined) fail(line)
    block.depth = Number(match[1])
    if (match[2] !== undefined) block.label = match[2]
  } else if (block.kind === 'item') {
    if (rest === '') fail(line)
    block.label = rest
  } else if (block.kind === 'note') {
    const [role, marker] = rest.split(' ')
    if (role === undefined || role === '') fail(line)
    block.role = role
    if (marker !== undefined) block.marker = marker
  } else if (rest !== '') block.role = rest
}

/** ` | ` ends a sentence, ` ~ ` ends a unit inside a sentence, `∅` is a unit that this language leaves out. */
function readSentences(block: SourceBlock, language: LanguageCode): void {
  if (block.marked === '') return
  const gap = sentenceGap(language)
  const groups = block.marked.split(' | ').map((group) => group.split(' ~ '))
  for (const group of groups) {
    const first = block.units
    const kept = group.filter((unit, index) => {
      if (unit === '∅') block.omitted.push(first + index)
      return unit !== '∅'
    })
    block.units += group.length
    if (kept.length === 0) continue
    const marked = kept.join(gap)
    let plain = ''
    let from = 0
    for (const match of marked.matchAll(/\[\^([^\]]{1,3})\]/g)) {
      plain += plainText(marked.slice(from, match.index))
      from = match.index + match[0].length
      block.references.push({ marker: match[1] ?? '', sentence: block.sentences.length, at: plain.length })
    }
    plain += plainText(marked.slice(from))
    block.sentences.push({ text: plain, first, last: block.units - 1 })
  }
  block.text = block.sentences.map((sentence) => sentence.text).join(gap)
}
