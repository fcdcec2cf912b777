import { dictionaryPairs, isLearnedLexicon, parseDictionary, type LearnedLexicon } from '../align/index.ts'
import { HexaplaError, type Report } from '../message/report.ts'
import { readText } from '../read/index.ts'
import { readBytes } from './load-file.ts'

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
export async function readKnowledge({ dictionary = [], lexicon = [] }: KnowledgeOptions, report: Report): Promise<Knowledge> {
  const dictionaries = await Promise.all(dictionary.map((file) => readInput(file, 'a dictionary, which --dictionary names', parseDictionary, report)))
  const lexicons = (await Promise.all(lexicon.map((file) => readInput(file, 'a lexicon, which --lexicon names', parseLexicons, report)))).flat()
  return { lexicons, pairs: (source, target) => dictionaries.flatMap((each) => dictionaryPairs(each, source, target)) }
}

async function readInput<Value>(file: string, expected: string, parse: (text: string) => Value, report: Report): Promise<Value> {
  const text = readText(await readBytes(file, expected), { name: file, report })
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new HexaplaError('cli:input-unreadable', { file, error: error.message }, file)
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
