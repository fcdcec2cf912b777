import { readFile } from 'node:fs/promises'
import { dictionaryPairs, isLearnedLexicon, parseDictionary, type LearnedLexicon } from '../align/index.ts'
import { HexaplaError } from '../message/report.ts'

/** Options of the aligner that come from files. */
export interface KnowledgeOptions {
  /** Dictionaries in TSV. */
  dictionary?: string[]
  /** Lexicons that `hexapla train` made. */
  lexicon?: string[]
}

/** What the files of the user say of two languages. */
export interface Knowledge {
  lexicons: LearnedLexicon[]
  /** Word pairs for two languages, BCP 47 codes. */
  pairs: (source: string, target: string) => ReturnType<typeof dictionaryPairs>
}

/** Reads dictionaries and learned lexicons; throws a `HexaplaError` that names the file. */
export async function readKnowledge({ dictionary = [], lexicon = [] }: KnowledgeOptions): Promise<Knowledge> {
  const dictionaries = await Promise.all(dictionary.map((file) => readInput(file, parseDictionary)))
  const lexicons = (await Promise.all(lexicon.map((file) => readInput(file, parseLexicons)))).flat()
  return { lexicons, pairs: (source, target) => dictionaries.flatMap((each) => dictionaryPairs(each, source, target)) }
}

async function readInput<Value>(file: string, parse: (text: string) => Value): Promise<Value> {
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new HexaplaError('cli:input-unreadable', { file, error: error instanceof Error ? error.message : String(error) }, file)
  }
}

function parseLexicons(text: string): LearnedLexicon[] {
  const value: unknown = JSON.parse(text)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((each) => {
    if (!isLearnedLexicon(each)) throw new SyntaxError('no lexicon that hexapla train made')
    return each
  })
}
