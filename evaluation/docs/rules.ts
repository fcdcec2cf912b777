import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { clean } from '../../src/clean/index.ts'
import { passes } from '../../src/clean/passes.ts'
import type { DecisionRule } from '../../src/clean/decide/block.ts'
import { breakWeights, openingWeights, type BreakSign, type OpeningSign } from '../../src/clean/joints/weights.ts'
import type { LanguageCode } from '../../src/language/code.ts'
import { textSource } from '../../src/source/text-source.ts'
import { readExtracts } from '../structure/extracts.ts'

/** What tells what a block is. */
const decisions: Readonly<Record<DecisionRule, string>> = {
  given: 'the format says that it is a heading',
  'section-word': '`Annex`, `Appendix`, `Enclosure` and a number, alone on a line or with what it is annexed to',
  article: '`Article 5`, `Rule 12`, where the paragraphs of each are numbered from 1',
  chapter: '`Chapter II`: it ends the article above',
  'pointed-title': 'the title of an article or a chapter ends in a mark, and its text comes below, here and elsewhere in the document',
  'part-letter': 'a letter alone on its line, A first',
  'capital-label': 'a phrase behind `I.`, `A.`, or behind a number that heads the paragraphs below',
  'paragraph-number': 'a number that goes on from the one above, or begins a series',
  'decimal-paragraph': '`2.1`, where many follow each other',
  'item-label': 'a letter or a number in brackets that its list bears out',
  bullet: 'a bullet, or a dash with others about it',
  colophon: 'the number of the meeting at which a resolution was adopted',
  formula: 'an organ and a comma: it opens a resolution',
  'signature-word': '`(Signed)`, or for whom a signature stands',
  dateline: 'a place and a date, or a date below a colophon',
  phrase: 'no mark at its end and no sentence inside',
  preamble: 'below a formula: a participle, or no clause that ends',
  operative: 'below a formula: a clause that ends, without a participle',
  speaker: 'a title or a name, and a colon',
  else: 'nothing else was said of it'
}

/** What each sign between two lines is. */
const signs: Readonly<Record<BreakSign | OpeningSign, string>> = {
  'next-label': 'the next label of an open list',
  'first-label': 'the first label of a list',
  'label-behind-gap': 'a label with a few missing in front of it',
  'label-far-off': 'a label far from what is due, from which others go on',
  'first-bullet': 'the first bullet of a list',
  'next-bullet': 'another bullet',
  'first-dash': 'a dash that may be a bullet',
  'next-dash': 'another such dash',
  'first-number-behind-preamble': 'a label behind a formula and no other label',
  'label-of-heading': 'a label of sections: no full stop stands above it',
  'number-of-paragraph': 'a number, which runs on through the text',
  'label-alone': 'the next label, alone on its line',
  'preambular-opening': 'a participle behind a comma, below a formula',
  'operative-opening': 'a verb behind the comma of the last recital, where the operative paragraphs have no numbers',
  'speaker-opening': 'who speaks, behind a sentence',
  'letter-opening': 'the first words of a paragraph of a letter',
  'testimonium-opening': 'behind a sentence, the clause that a treaty ends in: `IN WITNESS WHEREOF`, `DONE at`',
  'title-opening': 'the first words of a title: `Report of the`',
  'quote-opening': 'a quotation mark below a colon, or below a paragraph that another one began and none ended',
  'sentence-above': 'the line above ends a sentence',
  'clause-above': 'the line above ends in a semicolon or a colon',
  'comma-above': 'the line above ends in a comma',
  'capital-behind-comma': 'behind a comma a word with a capital that is no name: it has small letters elsewhere, or opens a recital or what is decided',
  'capital-behind-item': 'the same behind a semicolon',
  'names-above': 'the line above is of a list of names, and ends in a comma',
  'no-mark-above': 'the line above ends in no mark',
  'short-line-above': 'the line above had room for the next word',
  'room-for-a-word': 'the line above had room for the next word, where lines are filled word by word to one column',
  'capital-below-room': 'a capital below a line that ends in no mark and had room for the word',
  'full-line-above': 'the line above is full',
  'sentences-end-lines': 'behind a sentence, where more full lines end one than sentences inside lines let expect',
  'opens-elsewhere': 'behind a sentence or a clause, the words that other paragraphs open with, behind short lines',
  'small-letter': 'the line begins with a small letter',
  'parallel-clause': 'in small letters it begins with the same word as the line above or below it',
  'small-letter-behind-mark': 'the same in Russian, behind a mark',
  'capitals-begin': 'a line of words in capitals below one that is not: part of a charter, a formula',
  'capitals-end': 'the line above is words in capitals, and this one is not',
  bracket: 'the line begins with a bracket',
  capital: 'the line begins with a capital',
  'elision-above': 'the line above ends in an elision, `l’`',
  'open-word-above': 'the line above ends in an article or a preposition',
  'open-recital-above': 'a recital without its comma above, where each line is a block',
  'open-item-above': 'where each line is a block, a numbered paragraph ends in no mark above a page end, or on the widest line of all',
  'blank-line-between-blocks': 'a blank line, where each line is a block',
  'blank-line-parts': 'a blank line in front, in a document in which no sentence goes on behind one',
  'wider-gap': 'more blank lines than inside the paragraph',
  'wider-than-below': 'more blank lines than below the line',
  'lost-gap-set-in': 'no blank line where one is usual, and the line is set in',
  'no-gap': 'fewer blank lines than usual, or none where they part paragraphs',
  'set-in': 'the line is set in',
  'raised-number-above': 'both lines are one that was cut behind a raised number',
  'raised-number-first': 'a raised number that came out on the next line',
  'between-numbers': 'both lines stand between a numbered paragraph and the next number',
  'under-short-heading': 'the line above is a short heading with a label',
  'under-heading': 'the line above is a heading with a label',
  'wide-below-title': 'text as wide as the page below a narrow title',
  'heading-behind-sentence': 'a short phrase behind a sentence or an item, with a new beginning below it',
  'new-heading': 'the same behind a title: its first word has small letters elsewhere in the text',
  'short-title-above': 'a line of a title that left much room, and a capital below it',
  'line-a-block': 'each line of the document is a block',
  'hyphen-above': 'the line above ends in a hyphen',
  'title-of-a-person-above': 'the line above ends in `Mr.`'
}

/** How often something happened, by name. */
type Count = Map<string, number>

interface Counts {
  blocks: Count
  rules: Count
  lines: Count
  /** For a block that begins, and against. */
  parted: Count
  joined: Count
}

/** The page of the rules that read structure: a table a kind, with how often each is heard. */
export function rulesPage(table: (head: readonly string[], rows: ReadonlyArray<readonly string[]>) => string): string {
  const [corpus, fixtures] = [noCounts(), noCounts()]
  for (const { extractor, raw, language } of readExtracts()) if (extractor === 'pdftotext') count(raw, language, corpus)
  for (const { text, language } of fixtureTexts()) count(text, language, fixtures)
  const times = (counts: Count, name: string): string => String(counts.get(name) ?? 0)
  const has = (counts: Count, name: string): string => ((counts.get(name) ?? 0) > 0 ? 'yes' : '')
  const named = (key: 'lines' | 'rules'): string[] => [...new Set([...corpus[key].keys(), ...fixtures[key].keys()])].sort()
  const weighed = Object.entries({ ...openingWeights, ...breakWeights }) as Array<[BreakSign | OpeningSign, number]>
  return [
    '## Passes\n\nIn this order; `--trace` shows what each changed.\n\n',
    table(['pass', 'why it stands there'], passes.map(({ name, why }) => [`\`${name}\``, why])),
    '\n## What a line is\n\n',
    table(['rule', 'lines', 'a fixture'], named('lines').map((name) => [name, times(corpus.lines, name), has(fixtures.lines, name)])),
    '\n## Whether a block begins with a line\n\nRules that decide by themselves:\n\n',
    table(['rule', 'lines', 'a fixture'], named('rules').map((name) => [`\`${name}\``, times(corpus.rules, name), has(fixtures.rules, name)])),
    '\nSigns that are weighed; over 0, a block begins:\n\n',
    table(
      ['sign', 'what it is', 'weight', 'blocks that began', 'lines that went on', 'a fixture'],
      weighed.map(([name, weight]) => [`\`${name}\``, signs[name], String(weight), times(corpus.parted, name), times(corpus.joined, name), has(fixtures.parted, name) || has(fixtures.joined, name)])
    ),
    '\n## What a block is\n\n',
    table(['rule', 'its evidence', 'blocks', 'a fixture'], Object.entries(decisions).map(([name, what]) => [`\`${name}\``, what, times(corpus.blocks, name), has(fixtures.blocks, name)]))
  ].join('')
}

function noCounts(): Counts {
  return { blocks: new Map(), rules: new Map(), lines: new Map(), parted: new Map(), joined: new Map() }
}

function count(text: string, language: LanguageCode, counts: Counts): void {
  const add = (to: Count, name: string): void => void to.set(name, (to.get(name) ?? 0) + 1)
  const { blocks } = clean(textSource(text), language, {
    weighed: ({ rule, weight, opening, held }) => {
      if (rule !== undefined) add(counts.rules, rule)
      const to = weight > 0 ? counts.parted : counts.joined
      for (const sign of opening) add(to, sign)
      for (const { sign, share } of held) if (share > 0) add(to, sign)
    },
    observe: ({ name }, { lines }) => {
      if (name === 'find-tables') for (const { role, furniture, why } of lines) if (why !== undefined) add(counts.lines, `${furniture ?? role}: ${why}`)
    }
  })
  for (const block of blocks) if (block.role === 'body') add(counts.blocks, block.decision.why)
}

/** The inputs of the fixtures of `clean` and `parse`. */
function* fixtureTexts(): Generator<{ text: string; language: LanguageCode }> {
  for (const stage of ['clean', 'parse']) {
    const folder = path.resolve(import.meta.dirname, '../../fixtures', stage)
    for (const name of readdirSync(folder).sort()) {
      const options = path.join(folder, name, 'options.json')
      const { language = 'en' } = existsSync(options) ? (JSON.parse(readFileSync(options, 'utf8')) as { language?: LanguageCode }) : {}
      yield { text: readFileSync(path.join(folder, name, 'input.txt'), 'utf8'), language }
    }
  }
}
