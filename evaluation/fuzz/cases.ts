/** What is tried on inputs that nobody wrote, and what must hold of each. */
import { SaxesParser } from 'saxes'
import { assertSource } from '../read/assert-source.ts'
import { makeDocx } from '../read/make-docx.ts'
import { makeWorkbook, sheetOf } from './make-workbook.ts'
import { convertMemory, type MemoryFormatName } from '../../src/pipeline/convert.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { HexaplaError } from '../../src/message/report.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import { readDocument } from '../../src/read/document.ts'
import { assertComplete } from '../../src/tree/assert.ts'
import { unitFormatNames } from '../../src/write/format-name.ts'
import type { Chance } from './chance.ts'
import { makeTable } from './make-table.ts'
import { mutate } from './mutate.ts'

/** Kinds of inputs. */
export const kinds = ['text', 'table', 'tmx', 'jsonl', 'tsv', 'xliff', 'xlsx', 'docx', 'file'] as const
export type Kind = (typeof kinds)[number]

/** An input, and the language that it is read in. */
export interface FuzzInput {
  kind: Kind
  /** Of `docx` the body and of `xlsx` the sheet, which are put into an archive; of `file` the bytes, a character each. */
  text: string
  language: LanguageCode
}

/** What inputs are made of. */
export interface Seeds {
  /** Texts by their language. */
  texts: ReadonlyArray<{ language: LanguageCode; text: string }>
  tmx: string
  jsonl: string
  tsv: string
  xliff: string
  /** The body of a DOCX. */
  docx: string
  /** Files with a layout of their own, a character a byte. */
  files: readonly [string, ...string[]]
}

export function makeInput({ texts, tmx, jsonl, tsv, xliff, docx, files }: Seeds, chance: Chance): FuzzInput {
  const kind = chance.of(kinds)
  const language = chance.of(languageCodes)
  const pick = (): string => texts[chance.below(texts.length)]?.text ?? ''
  switch (kind) {
    case 'text': {
      const seed = texts[chance.below(texts.length)]
      return { kind, text: mutate(seed?.text ?? '', pick(), chance), language: seed?.language ?? language }
    }
    case 'table':
      return { kind, text: makeTable(chance, language), language }
    case 'tmx':
      return { kind, text: mutate(tmx, chance.happens(0.5) ? tmx : pick(), chance), language }
    case 'jsonl':
      return { kind, text: mutate(jsonl, chance.happens(0.5) ? jsonl : tmx, chance), language }
    case 'tsv':
      return { kind, text: mutate(tsv, chance.happens(0.5) ? tsv : pick(), chance), language }
    case 'xliff':
      return { kind, text: mutate(xliff, chance.happens(0.5) ? xliff : tmx, chance), language }
    case 'xlsx': {
      const sheet = sheetOf(tsv)
      return { kind, text: mutate(sheet, chance.happens(0.5) ? sheet : tmx, chance), language }
    }
    case 'docx':
      return { kind, text: mutate(docx, chance.happens(0.5) ? docx : tmx, chance), language }
    case 'file':
      return { kind, text: mutate(chance.of(files), chance.of(files), chance).replace(/[^\0-\u00FF]/g, '?'), language }
  }
}

/** Milliseconds that no input of this size may take. */
const longest = 20_000

/** What does not hold of an input; `undefined` where all does. A `HexaplaError` is a proper answer. */
export async function checkInput(input: FuzzInput): Promise<string | undefined> {
  const start = process.cpuUsage()
  try {
    const first = await outputOf(input)
    if (first !== (await outputOf(input))) return 'two runs differ'
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.split(':')[0] ?? ''}` : String(error)
  }
  const { user } = process.cpuUsage(start)
  return user / 1000 > longest ? 'too slow' : undefined
}

/** All that comes of an input, held to be complete and well-formed. */
async function outputOf({ kind, text, language }: FuzzInput): Promise<string> {
  try {
    if (kind === 'tmx' || kind === 'jsonl' || kind === 'tsv' || kind === 'xliff') return await convertAll(text, kind)
    if (kind === 'xlsx') return await convertAll(makeWorkbook(text), kind)
    const source = kind === 'docx' ? await readDocument(makeDocx({ body: text })) : kind === 'file' ? await readDocument(Buffer.from(text, 'latin1')) : text
    if (typeof source !== 'string') assertSource(source)
    const root = readVersion(source, { language })
    assertComplete(root, typeof source === 'string' ? source : source.text)
    return JSON.stringify(root)
  } catch (error) {
    if (error instanceof HexaplaError) return error.id
    throw error
  }
}

async function convertAll(text: string | Uint8Array, format: MemoryFormatName): Promise<string> {
  const files = new Map<string, string>()
  const lenient = text.length % 2 === 0
  for await (const { file, text: piece } of convertMemory({ file: 'm', format, open: () => [text], reading: { lenient } }, unitFormatNames, { keepAll: true })) files.set(file, (files.get(file) ?? '') + piece)
  for (const [file, written] of files) if (/\.(?:tmx|xlf|xml)$/.test(file)) assertWellFormed(written)
  return [...files].join('\n')
}

function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
