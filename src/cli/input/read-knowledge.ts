import { dictionaryPairs, isLearnedLexicon, parseDictionary, type Dictionary, type LearnedLexicon } from '../../align/index.ts'
import type { Report } from '../../message/report.ts'
import { readList } from './read-list.ts'

/** Options of the aligner that come from files. */
export interface KnowledgeOptions {
  /** Dictionaries in TSV, glossaries of OmegaT, TBX. */
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
export async function readKnowledge(options: KnowledgeOptions, report: Report): Promise<Knowledge> {
  const { dictionaries, lexicons } = await readDictionaries(options, report)
  return { lexicons, pairs: (source, target) => dictionaries.flatMap((each) => dictionaryPairs(each, source, target)) }
}

/** The same as plain JSON. */
export async function readDictionaries({ dictionary = [], lexicon = [] }: KnowledgeOptions, report: Report): Promise<{ dictionaries: Dictionary[]; lexicons: LearnedLexicon[] }> {
  // TBX needs a reader of XML, which a run without it does not load.
  const { readTbx } = dictionary.some((file) => isTbx(file)) ? await import('../../read/tbx.ts') : { readTbx: undefined }
  const parse = (file: string): ((text: string) => Dictionary) => (isTbx(file) && readTbx ? readTbx : parseDictionary)
  const dictionaries = await Promise.all(dictionary.map((file) => readList(file, 'a dictionary, which --dictionary names', parse(file), report, isTbx(file))))
  const lexicons = (await Promise.all(lexicon.map((file) => readList(file, 'a lexicon, which --lexicon names', parseLexicons, report)))).flat()
  return { dictionaries, lexicons }
}

function isTbx(file: string): boolean {
  return /\.(?:tbx|xml)$/iu.test(file)
}

function parseLexicons(text: string): LearnedLexicon[] {
  const value: unknown = JSON.parse(text)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((each) => {
    if (!isLearnedLexicon(each)) throw new SyntaxError('no lexicon that hexapla train made')
    return each
  })
}
