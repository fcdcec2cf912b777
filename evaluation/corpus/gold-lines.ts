/**
 * Says of each printed line of an extract what it belongs to: the truth for joins of lines and for furniture.
 *
 * Each block is consumed from its start, whatever the order in which an extractor gives the blocks.
 */
import { distribution } from './distribution.ts'
import type { PageFurniture } from './read-furniture.ts'
import { plainText, sentenceGap, type SourceBlock, type SourceDocument } from './read-source.ts'
import { pageWordings } from './page-wording.ts'

export interface GoldLine {
  /** Offsets in the extract, UTF-16 code units, without the line break. */
  start: number
  end: number
  /** From 1. */
  page: number
  /** Address of a block, `masthead`, `furniture:<kind>`, or nothing where the line could not be told. */
  owner?: string
}

interface Stock {
  address: string
  text: string
  used: number
  /** Letters of the label that the text begins with. */
  label?: string
}

/** Radicals that extractors write in place of the characters they look like; Unicode does not fold these. */
const radicals = new Map([...'⺠民⻅见⻉贝⻓长⻔门⻙韦⻚页⻛风⻢马'].map((character, i, all) => [character, all[i + 1] ?? '']))

/** Letters and digits only; of Arabic letters only, as extractors move its digits and signs about. */
export function lineLetters(text: string, language: string): string {
  const folded = text.replace(/[⺀-⻿]/g, (radical) => radicals.get(radical) ?? radical).normalize('NFKC').toLowerCase()
  return folded.replace(language === 'ar' ? /[^\u0621-\u063F\u0641-\u064A]/g : /[^\p{L}\p{N}]/gu, '')
}

/** The lines of an extract that are not empty, with their owners. */
export function goldLines(extract: string, document: SourceDocument, furniture: readonly PageFurniture[]): GoldLine[] {
  const stocks = document.blocks.filter((block) => block.kind !== 'section' && block.kind !== 'table').map((block) => stockOf(block, document))
  const facts = mastheadStocks(document)
  const tables = tableStocks(document)
  const lines = splitLines(extract)
  const values = lines.map((line) => lineLetters(extract.slice(line.start, line.end), document.language))
  const kindOf = furnitureKinds(furniture)
  let current: Stock | undefined
  /** What the line before belongs to. */
  let last = 'masthead'
  for (const [index, line] of lines.entries()) {
    const raw = extract.slice(line.start, line.end)
    const value = values[index] ?? ''
    const kind = kindOf(raw, line.page)
    if (kind !== undefined) {
      line.owner = `furniture:${kind}`
      continue
    }
    // A hyphen or a reference mark on a line of its own stays with its block; so do the Latin lines of an Arabic masthead.
    if (value === '') {
      line.owner = last
      continue
    }
    if (line.page === 1 && takePieces(facts, value)) {
      line.owner = 'masthead'
      continue
    }
    // Columns of a table may come apart; the page of the block before it is known, and the table may go over to the next.
    const table = tables.find((one) => one.page > 0 && (one.page === line.page || one.page + 1 === line.page) && takePieces(one.cells, value))
    if (table !== undefined) {
      line.owner = table.address
      last = table.address
      continue
    }
    const next = values.slice(index + 1).find((other) => other !== '') ?? ''
    const found = chooseStock(stocks, current, value, next)
    if (found !== undefined) {
      found.used += value.length
      line.owner = found.address
      last = found.address
      current = found
      for (const one of tables) if (one.before === found.address) one.page = line.page
    }
  }
  return lines
}

/** The cells of each table, and the block before it. */
function tableStocks(document: SourceDocument): Array<{ address: string; before: string; page: number; cells: Stock[] }> {
  return document.blocks.flatMap((block, index) => {
    const cells = block.rows.flat().map((cell) => ({ address: block.address, text: lineLetters(cell, document.language), used: 0 }))
    return block.kind === 'table' ? [{ address: block.address, before: document.blocks[index - 1]?.address ?? '', page: 0, cells }] : []
  })
}

/** The facts that the masthead prints, in no order. */
function mastheadStocks(document: SourceDocument): Stock[] {
  const unprinted = ['language', 'layout', 'distribution', 'date', 'original', 'job', 'job-dates', 'record-date', 'contents']
  const symbols = document.facts.filter(([key]) => key === 'symbol').map(([, value]) => value)
  const values = document.facts.filter(([key]) => !unprinted.includes(key) && key !== 'symbol').map(([key, value]) => (key === 'agenda' ? value.replace(/[[\]^]/g, '') : plainText(value)))
  const lines = document.facts.some(([key, value]) => key === 'layout' && value === 'record') ? [] : distribution(document)
  return [pageWordings[document.language].organization, symbols.join('–'), ...lines, ...values].map((text) => ({
    address: 'masthead',
    text: lineLetters(text, document.language),
    used: 0
  }))
}

/** The block that goes on with this line: the only one, the current one, or the first whose rest begins the next line. */
function chooseStock(stocks: Stock[], current: Stock | undefined, value: string, next: string): Stock | undefined {
  const fitting = stocks.filter((stock) => stock.text.startsWith(value, stock.used))
  // In a line from right to left, a label far from its text comes last.
  if (fitting.length === 0) return stocks.find(({ label = '', text, used }) => used === 0 && label !== '' && value.endsWith(label) && text.startsWith(label + value.slice(0, -label.length)))
  if (fitting.length < 2) return fitting[0]
  if (current !== undefined && current.used > 0 && fitting.includes(current)) return current
  const goesOn = fitting.filter((stock) => {
    const rest = stock.text.slice(stock.used + value.length)
    return rest === '' ? value.length > 3 : next !== '' && (rest.startsWith(next) || next.startsWith(rest))
  })
  return goesOn[0] ?? fitting[0]
}

/** Takes a line out of pieces, each whole or in parts, in any order; whether it was made of nothing else. */
function takePieces(pieces: Stock[], value: string): boolean {
  if (value === '') return true
  for (const piece of pieces) {
    // A piece that is broken over lines ends anywhere: the longest stretch first, and no crumbs.
    const left = piece.text.slice(piece.used)
    for (let length = commonLength(value, left); length > 0; length--) {
      if (length < 3 && length < left.length && !/\p{Script=Han}/u.test(left)) break
      piece.used += length
      if (takePieces(pieces.filter((other) => other !== piece), value.slice(length))) return true
      piece.used -= length
    }
  }
  return false
}

function commonLength(one: string, two: string): number {
  let length = 0
  while (length < one.length && one[length] === two[length]) length += 1
  return length
}

function stockOf(block: SourceBlock, document: SourceDocument): Stock {
  const texts = block.sentences.map((sentence, index) => {
    let text = sentence.text
    const marks = block.references.filter((reference) => reference.sentence === index)
    for (const mark of marks.reverse()) text = text.slice(0, mark.at) + mark.marker + text.slice(mark.at)
    return text
  })
  const label = lineLetters(block.label ?? block.marker ?? '', document.language)
  return { address: block.address, text: label + lineLetters(texts.join(sentenceGap(document.language)), document.language), used: 0, label }
}

function splitLines(extract: string): GoldLine[] {
  const lines: GoldLine[] = []
  let page = 1
  let start = 0
  for (let i = 0; i <= extract.length; i++) {
    const character = extract[i]
    if (character !== undefined && character !== '\n' && character !== '\f') continue
    if (extract.slice(start, i).trim() !== '') lines.push({ start, end: i, page })
    if (character === '\f') page += 1
    start = i + 1
  }
  return lines
}

interface Piece {
  kind: string
  value: string
  sorted: string
}

function bare(text: string): string {
  return text.replace(/[\s\u200E\u200F\u202A-\u202E]/g, '').replace(/[‐-―]/g, '–').replace(/[⺀-⻿]/g, (radical) => radicals.get(radical) ?? radical).normalize('NFKC')
}

/** Tells the kind of a line of a page that is made of nothing but furniture of it. */
function furnitureKinds(furniture: readonly PageFurniture[]): (raw: string, page: number) => string | undefined {
  const pieces = furniture.map(({ page, kind, value }) => ({ page, kind, value: bare(value), sorted: sorted(bare(value)) }))
  return (raw, page) => furnitureKind(bare(raw), pieces.filter((piece) => piece.page === page))
}

function furnitureKind(line: string, pieces: readonly Piece[]): string | undefined {
  const letters = sorted(line)
  const exact = pieces.find((piece) => piece.sorted === letters)
  if (exact !== undefined) return exact.kind
  if (line.length > 5 && pieces.some((piece) => piece.kind === 'job-number' && piece.value.includes(line))) return 'job-number'
  const contents = pieces.find((piece) => piece.kind === 'contents' && isContentsPart(piece.value, line))
  if (contents !== undefined) return 'contents'
  // Several pieces on one line, in any order; brackets and stars of right-to-left lines wander.
  let rest = letters
  const used = pieces.filter((piece) => {
    const left = piece.kind === 'contents' ? undefined : without(rest, piece.sorted)
    if (left === undefined) return false
    rest = left
    return true
  })
  return rest === '' && used.length > 0 ? used[0]?.kind : undefined
}

/** Columns of a contents page may come apart: a number, a range, a row of dots, a heading with its dots or without. */
function isContentsPart(value: string, line: string): boolean {
  const plain = (text: string): string => text.replace(/\.{2,}/g, '')
  if (/^\.{2,}$/.test(line)) return true
  if (/\.{3,}/.test(line)) return sorted(plain(value)).includes(sorted(plain(line))) || without(sorted(plain(value)), sorted(plain(line))) !== undefined
  if (/^[\d–]{1,5}$/.test(line)) return value.slice(value.lastIndexOf('.') + 1).includes(line)
  const [words = ''] = value.split(/\.{2,}/)
  return line.length > 1 && (words === value ? value.includes(line) : sorted(words) === sorted(line))
}

function sorted(text: string): string {
  return [...text].sort().join('')
}

/** The characters of a sorted text that are left when those of another are taken away; nothing if some are missing. */
function without(text: string, taken: string): string | undefined {
  let rest = text
  for (const character of taken) {
    const at = rest.indexOf(character)
    if (at < 0) return undefined
    rest = rest.slice(0, at) + rest.slice(at + 1)
  }
  return rest
}
