import type { LanguageCode } from '../../language/code.ts'
import { isColophon } from '../../grammar/colophon.ts'
import { isArticleTitle, isChapterHeading, isPointedTitle, readArticle, type ArticleHead } from '../../grammar/article-word.ts'
import { findDate } from '../../language/date.ts'
import { isDateAlone, isDateline, isDateRange } from '../../grammar/dateline.ts'
import { isPreambleHeading, preambularOpenings } from '../../grammar/preamble.ts'
import { isOpeningFormula, isOrganAlone } from '../../grammar/formula.ts'
import { opensOperative } from '../../grammar/operative.ts'
import { enclosesAppendices, readPartLetter, readSectionHeading } from '../../grammar/section-word.ts'
import { isSignature } from '../../grammar/signature-word.ts'
import { speakerOpenings } from '../../grammar/speaker.ts'
import { opensLetter } from '../../grammar/title-opening.ts'
import type { SectionKind } from '../../tree/undast.ts'
import { decidedBlock, type BodyBlock, type CleanBlock, type Decision, type DecisionRule, type UndecidedBlock } from './block.ts'
import { isMain } from '../labels/sequenced-label.ts'
import { endsClause, endsSentence } from '../lines/sentence-end.ts'
import { hasArticles } from './has-articles.ts'
import { hasPointedTitles } from './has-pointed-titles.ts'
import { entriesOf } from './entries.ts'
import { listedPhrases } from './listed-phrases.ts'
import { nestHeadings } from './nest-headings.ts'
import { partArticle } from './part-articles.ts'
import { headingDepth, looksLikeHeading } from './read-heading.ts'

/** Decides what each block is, in the order of the text: titles come first, a preamble behind its formula. */
export function decideBlocks(collected: ReadonlyArray<Exclude<CleanBlock, BodyBlock> | UndecidedBlock>, language: LanguageCode): CleanBlock[] {
  const [articles, pointed] = [hasArticles(collected, language), hasPointedTitles(collected, language)]
  const blocks = articles ? collected.flatMap((block): Array<Exclude<CleanBlock, BodyBlock> | UndecidedBlock> => (block.role === 'body' ? partArticle(block, language, pointed) : [block])) : collected
  const decider = new Decider(language, articles, pointed)
  const body = blocks.filter((block) => block.role === 'body')
  const entries = entriesOf(body.map(({ text: { value }, label }) => ({ value, label })), language)
  const listed = listedPhrases(blocks, language)
  let index = 0
  const decided = blocks.map((block): CleanBlock => {
    if (block.role === 'body') {
      const own = entries.has(index++) || listed.has(block) ? { ...block, cell: true as const } : block
      return decidedBlock(block, isFormulaWithoutComma(own, body[index], language) ? decider.openPreamble() : decider.decide(own))
    }
    if (block.role === 'table') decider.passTable()
    return block
  })
  return nestHeadings(decided)
}

/** Whether a text is an organ without a comma, and the next one a recital or what it decides. */
function isFormulaWithoutComma({ text: { value }, label }: UndecidedBlock, next: UndecidedBlock | undefined, language: LanguageCode): boolean {
  if (label || next === undefined || !isOrganAlone(value, language)) return false
  return next.label !== undefined || preambularOpenings[language].test(next.text.value) || opensOperative(next.text.value, language)
}

/** A text that begins as recitals do and is longer heads nothing. Characters. */
const shortRecital: Readonly<Record<LanguageCode, number>> = { ar: 60, en: 60, es: 60, fr: 60, ru: 60, zh: 24 }

class Decider {
  readonly #language: LanguageCode
  /** How many sections of each kind there are. */
  readonly #sections = new Map<SectionKind, number>()
  #inSection = false
  /** Whether the title of the document or of the annex may not come any more. */
  #titled = false
  /** Whether an opening formula or the heading of a preamble has been read and no numbered paragraph yet. */
  #preamble = false
  /** Whether the document is a letter or a note verbale: what is appended to its annex is enclosed. */
  #letter = false
  #afterColophon = false
  /** Whether articles are sections, each with a numbering of its own. */
  readonly #articles: boolean
  /** Whether titles of articles and chapters end in a mark. */
  readonly #pointed: boolean

  constructor(language: LanguageCode, articles: boolean, pointed: boolean) {
    this.#language = language
    this.#articles = articles
    this.#pointed = pointed
  }

  /** An organ that lost its comma. */
  openPreamble(): Decision {
    this.#preamble = true
    this.#titled = true
    this.#afterColophon = false
    return { kind: 'paragraph', level: 0, role: 'formula', why: 'formula' }
  }

  passTable(): void {
    this.#titled = true
    this.#afterColophon = false
  }

  decide(block: UndecidedBlock): Decision {
    const afterColophon = this.#afterColophon
    this.#afterColophon = false
    // An annex that is set as a heading is an annex.
    const decision = this.#section(block) ?? this.#given(block) ?? (block.label ? this.#labelled(block, block.label) : this.#plain(block, afterColophon))
    return decision
  }

  /** What the format knows. */
  #given({ heading: level, text }: UndecidedBlock): Decision | undefined {
    if (level === undefined) return undefined
    if (!this.#inSection) this.#letter ||= opensLetter(text.value, this.#language)
    this.#titled = true
    this.#preamble = false
    return { kind: 'heading', level, why: 'given' }
  }

  /** A heading that opens a part with a numbering of its own. */
  #section({ text, label }: UndecidedBlock): Decision | undefined {
    const language = this.#language
    if (label) return undefined
    const article = this.#articles ? readArticle(text.value, language) : undefined
    if (article) return this.#article(article, text.value)
    const heading = readSectionHeading(text.value, language)
    const part = heading ? undefined : readPartLetter(text.value, language)
    if (heading) {
      const kind = heading.kind === 'appendix' && this.#letter && enclosesAppendices.has(language) ? 'enclosure' : heading.kind
      return this.#open(kind, heading.ordinal ?? (this.#sections.get(kind) ?? 0) + 1, 'section-word')
    }
    return part !== undefined && (part === 1 || this.#inSection) ? this.#open('part', part, 'part-letter') : undefined
  }

  #open(kind: SectionKind, ordinal: number, why: DecisionRule): Decision {
    this.#sections.set(kind, (this.#sections.get(kind) ?? 0) + 1)
    this.#inSection = true
    this.#preamble = false
    this.#titled = false
    return { kind: 'section', level: 1, section: { kind, ordinal }, why }
  }

  /** An article or a rule: its number and perhaps its title are a heading; with its text behind, it is a paragraph. */
  #article({ kind, ordinal }: ArticleHead, value: string): Decision {
    this.#preamble = false
    this.#titled = true
    return { kind: 'section', level: isArticleTitle(value, this.#language) || this.#isPointed(value) ? 2 : 0, section: { kind, ordinal }, why: 'article' }
  }

  #isPointed(value: string): boolean {
    return this.#pointed && isPointedTitle(value, this.#language)
  }

  #labelled({ text }: UndecidedBlock, label: NonNullable<UndecidedBlock['label']>): Decision {
    const depth = headingDepth(label, text.value, this.#language)
    this.#titled = true
    if (depth !== undefined) {
      this.#preamble = false
      return { kind: 'heading', level: depth, why: 'capital-label' }
    }
    const main = isMain(label, label.shape)
    if (main) this.#preamble = false
    return { kind: 'item', level: label.level, why: label.path ? 'decimal-paragraph' : main ? 'paragraph-number' : label.style === 'bullet' ? 'bullet' : 'item-label' }
  }

  #plain({ text: { value }, cell }: UndecidedBlock, afterColophon: boolean): Decision {
    const language = this.#language
    if (isColophon(value, language)) {
      this.#afterColophon = true
      this.#preamble = false
      return { kind: 'paragraph', level: 0, role: 'colophon', why: 'colophon' }
    }
    if (isOpeningFormula(value, language)) return this.openPreamble()
    if (isSignature(value, language)) return { kind: 'signature', level: 0, why: 'signature-word' }
    if (isDateline(value, language) || isDateRange(value, language) || (value.length < 40 && (afterColophon ? findDate(value, language) !== undefined : isDateAlone(value, language)))) return { kind: 'dateline', level: 0, why: 'dateline' }
    // A recital that the page or the extractor broke off ends in no mark.
    if (this.#preamble && cell !== true && value.length > shortRecital[language] && preambularOpenings[language].test(value)) return { kind: 'paragraph', level: 0, role: 'preambular', why: 'preamble' }
    if (this.#isPointed(value)) {
      this.#titled = true
      this.#preamble = false
      return { kind: 'heading', level: 2, ...(this.#articles ? { closes: true } : {}), why: 'pointed-title' }
    }
    if (cell !== true && looksLikeHeading(value, language)) {
      if (!this.#inSection) this.#letter ||= opensLetter(value, language)
      const closes = this.#articles && isChapterHeading(value, language)
      this.#preamble ||= isPreambleHeading(value)
      return { kind: 'heading', level: this.#titled ? 2 : 1, ...(closes ? { closes } : {}), why: closes ? 'chapter' : 'phrase' }
    }
    // `[without reference to a Main Committee]` stands between titles.
    if (!/^[[（(].*[\]）)]$/.test(value)) this.#titled = true
    if (this.#preamble) {
      if (preambularOpenings[language].test(value) || !(endsSentence(value) || endsClause(value))) return { kind: 'paragraph', level: 0, role: 'preambular', why: 'preamble' }
      // A recital begins with its participle and ends in a comma: this decides something, without a number.
      this.#preamble = false
      return { kind: 'paragraph', level: 0, why: 'operative' }
    }
    if (speakerOpenings[language].test(value)) return { kind: 'paragraph', level: 0, role: 'speaker', why: 'speaker' }
    return { kind: 'paragraph', level: 0, why: 'else' }
  }
}
