/**
 * Boundary precision, recall and F1 on a folder of gold sentences, ours beside the splitters that exist:
 *
 *     npx tsx bench/segment/gold.ts --gold DIR [--show LANGUAGE]
 *
 * `DIR/sentences.jsonl` holds `{lang, text, sentences}` a line. A boundary is the index, white space not counted, at
 * which one sentence ends and another begins; the end of the text is none. The project's own cases come after.
 */
import { existsSync, readFileSync } from 'node:fs'
import { ParseLatin } from 'parse-latin'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import type { Nodes } from 'nlcst'
import { toString } from 'nlcst-to-string'
import { isLanguageCode, type LanguageCode, languageCodes } from '../../src/language/code.ts'
import { splitSentences } from '../../src/segment/index.ts'
import { addCounts, type Count, countBoundaries, noCount, readCases } from '../../evaluation/segment/cases.ts'

interface Gold {
  lang: string
  text: string
  sentences: string[]
}

type Splitter = (text: string, language: LanguageCode) => string[]

const english = unified().use(retextEnglish).freeze()

const splitters: Record<string, Splitter> = {
  hexapla: (text, language) => splitSentences(text, language).map(([start, end]) => text.slice(start, end)),
  'Intl.Segmenter': (text, language) =>
    [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map((one) => one.segment),
  'retext-english': (text, language) => (language === 'en' ? sentencesBelow(english.parse(text)) : []),
  'parse-latin': (text) => sentencesBelow(new ParseLatin().parse(text))
}

function sentencesBelow(node: Nodes): string[] {
  if (node.type === 'SentenceNode') return [toString(node)]
  return 'children' in node ? node.children.flatMap(sentencesBelow) : []
}

/** Ends of sentences as counts of characters that are no white space. */
function ends(sentences: readonly string[]): number[] {
  let at = 0
  const all = sentences.map((sentence) => (at += sentence.replace(/\s+/gu, '').length))
  return [...new Set(all)]
}

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name)
  return index < 0 ? undefined : process.argv[index + 1]
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '     -' : `${((100 * part) / whole).toFixed(1).padStart(5)} `
}

function report(title: string, cases: ReadonlyMap<LanguageCode, Array<Pick<Gold, 'sentences' | 'text'>>>): void {
  console.log(`\n${title}\n${'splitter'.padEnd(16)} lang  bound. missed  extra  prec.   rec.     F1`)
  for (const [name, split] of Object.entries(splitters)) {
    let sum: Count = noCount
    for (const language of languageCodes) {
      if (name === 'retext-english' && language !== 'en') continue
      let count: Count = noCount
      for (const { text, sentences } of cases.get(language) ?? []) {
        const given = split(text, language)
        count = addCounts(count, countBoundaries(ends(sentences), ends(given)))
        if (name === 'hexapla' && argument('--show') === language && String(ends(given)) !== String(ends(sentences))) {
          console.log('  wanted', sentences, '\n  given ', given)
        }
      }
      line(name, language, count)
      sum = addCounts(sum, count)
    }
    line(name, 'all', sum)
  }
}

function line(name: string, language: string, { boundaries, found, missed, extra }: Count): void {
  const figures = [boundaries, missed, extra].map((figure) => String(figure).padStart(6)).join(' ')
  const scores = [percent(found, found + extra), percent(found, boundaries), percent(2 * found, 2 * found + missed + extra)]
  console.log(`${name.padEnd(16)} ${language.padEnd(4)} ${figures}  ${scores.join(' ')}`)
}

const folder = argument('--gold')
const path = folder === undefined ? undefined : `${folder}/sentences.jsonl`
if (path === undefined || !existsSync(path)) console.log('No gold sentences: give a folder that holds sentences.jsonl with --gold.')
else {
  const cases = new Map<LanguageCode, Gold[]>(languageCodes.map((code) => [code, []]))
  for (const row of readFileSync(path, 'utf8').split('\n')) {
    if (row === '') continue
    const one = JSON.parse(row) as Gold
    if (isLanguageCode(one.lang)) cases.get(one.lang)?.push(one)
  }
  report('Gold sentences', cases)
}
if (argument('--show') === undefined) report('Cases of the project', new Map(languageCodes.map((code) => [code, readCases(code)])))
