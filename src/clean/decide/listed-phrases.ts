import { isChapterHeading } from '../../grammar/article-word.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { isFigureCaption, readTableCaption } from '../../grammar/table-word.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInColon, endsInMark, endsSentence } from '../lines/sentence-end.ts'
import type { CleanBlock, UndecidedBlock } from './block.ts'
import { looksLikeHeading } from './read-heading.ts'

/** So many phrases one below the other, with no text between, are a list; below the heading of an annex titles stand first. */
const [fewest, fewestInAnnex] = [5, 8]
/** Titles below the heading of an annex. */
const titles = 2
/** Characters of an entry, and of a sentence that is text: where letters stand for words, a third of it. */
const [longestEntry, shortestText] = [250, 60]

/**
 * The phrases that are a list, of those who took part, of meetings, of documents: a heading has text below it. Titles stand
 * above all text, the first and the last of such phrases may head what stands below, unless a colon leads to them, and so may
 * one in capitals among others.
 */
export function listedPhrases(blocks: ReadonlyArray<Exclude<CleanBlock, { role: 'body' }> | UndecidedBlock>, language: LanguageCode): ReadonlySet<UndecidedBlock> {
  const found = new Set<UndecidedBlock>()
  const shortest = languages[language].spaced ? shortestText : shortestText / 3
  let run: UndecidedBlock[] = []
  /** How many phrases are a list here, and how many above it are titles; at the beginning of a document none are. */
  let [asked, above] = [Infinity, 0]
  const close = (next?: UndecidedBlock): void => {
    if (run.length >= asked) {
      const phrases = run.filter(({ text }) => looksLikeHeading(text.value, language))
      const heads = next !== undefined && phrases.at(-1) === run.at(-1) && (next.label ? above > 0 : endsInMark(next.text.value))
      const capitals = phrases.some(({ text }) => !isInCapitals(text.value))
      if (phrases.length >= asked) for (const phrase of phrases.slice(above, heads ? -1 : undefined)) if (!(capitals && isInCapitals(phrase.text.value))) found.add(phrase)
    }
    run = []
  }
  for (const block of blocks) {
    if (block.role === 'table') close()
    if (block.role !== 'body') continue
    const { text: { value }, label } = block
    if (isEntry(block) && !opensPart(value, language)) {
      run.push(block)
      continue
    }
    close(block)
    if (endsInColon(value)) [asked, above] = [fewest, 0]
    else if (label || (value.length >= shortest && endsSentence(value))) [asked, above] = [fewest, 1]
    else if (readSectionHeading(value, language)) [asked, above] = [asked === Infinity ? Infinity : fewestInAnnex, titles]
  }
  close()
  return found
}

function isEntry({ text: { value }, label, heading }: UndecidedBlock): boolean {
  return label === undefined && heading === undefined && value.length <= longestEntry && !endsInMark(value)
}

function isInCapitals(value: string): boolean {
  return /\p{Lu}{3}/u.test(value) && value === value.toUpperCase()
}

/** Whether a line says of itself that it heads something. */
function opensPart(value: string, language: LanguageCode): boolean {
  if (readSectionHeading(value, language) || isChapterHeading(value, language)) return true
  return readTableCaption(value, language) !== undefined || isFigureCaption(value, language)
}
