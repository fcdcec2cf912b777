import { isArticleHeading } from '../../grammar/article-word.ts'
import { isPreambleHeading } from '../../grammar/preamble.ts'
import { isColophon } from '../../grammar/colophon.ts'
import { isOpeningFormula, isOrganAlone } from '../../grammar/formula.ts'
import { isAgendaHeading } from '../../grammar/masthead-wording.ts'
import { readSectionHeading, type SectionHeading } from '../../grammar/section-word.ts'
import { isFigureCaption, isTableUnit, readTableCaption } from '../../grammar/table-word.ts'
import { isSalutation } from '../../grammar/salutation.ts'
import type { LanguageCode } from '../../language/code.ts'
import { beginsCapital, beginsSmallInside } from './first-letter.ts'
import { letterKind, small } from './letter-kind.ts'

/**
 * What the words of a printed line say by themselves. Each fact is found when a rule asks for it, and once: a line is looked
 * at as the one below, and then as the one above.
 */
export class LineWords {
  readonly #value: string
  readonly #language: LanguageCode
  #section: SectionHeading | null | undefined
  #formula: boolean | undefined
  #organ: boolean | undefined
  #alone: boolean | undefined
  #inCapitals: boolean | undefined
  #small: boolean | undefined
  #mostlyCapitals: boolean | undefined
  #capital: boolean | undefined

  constructor(value: string, language: LanguageCode) {
    this.#value = value
    this.#language = language
  }

  /** The part that it heads. */
  get section(): SectionHeading | undefined {
    this.#section ??= readSectionHeading(this.#value, this.#language) ?? null
    return this.#section ?? undefined
  }

  /** Whether it is an organ and a comma, which open a resolution. */
  get formula(): boolean {
    return (this.#formula ??= isOpeningFormula(this.#value, this.#language))
  }

  /** Whether it is the name of an organ without that comma. */
  get organ(): boolean {
    return (this.#organ ??= isOrganAlone(this.#value, this.#language))
  }

  /** Whether it is a block by itself, whatever follows. */
  get alone(): boolean {
    return (this.#alone ??= (this.section !== undefined && !this.section.long) || this.formula || standsAlone(this.#value, this.#language))
  }

  /** Whether it is three words and more, and all its letters are capitals; names of organizations in a row are none. */
  get inCapitals(): boolean {
    return (this.#inCapitals ??= isInCapitals(this.#value))
  }

  /** Whether it has more capitals than small letters: names of firms, of ships. */
  get mostlyCapitals(): boolean {
    return (this.#mostlyCapitals ??= hasMoreCapitals(this.#value))
  }

  /** Whether it begins with a small letter; the letter of a formula (`a = 8 mm`) stands at the beginning of anything. */
  get small(): boolean {
    return (this.#small ??= beginsSmallInside(this.#value) && !beginsFormula(this.#value))
  }

  /** Whether it begins with a capital. */
  get capital(): boolean {
    return (this.#capital ??= beginsCapital(this.#value))
  }
}

function standsAlone(value: string, language: LanguageCode): boolean {
  return (
    isColophon(value, language) ||
    isArticleHeading(value, language) ||
    readTableCaption(value, language) === 'alone' ||
    isFigureCaption(value, language) ||
    isTableUnit(value, language) ||
    isAgendaHeading(value, language) ||
    isSalutation(value, language) ||
    isPreambleHeading(value)
  )
}

/** Whether a line begins with a letter of a formula; in most lines a letter follows the first one. */
function beginsFormula(value: string): boolean {
  return (letterKind(value.charCodeAt(0)) === 0 || letterKind(value.charCodeAt(1)) === 0) && /^["“«(]?\p{Ll} ?[=<>≤≥]/u.test(value)
}

function isInCapitals(value: string): boolean {
  if (letterKind(value.charCodeAt(0)) === small || letterKind(value.charCodeAt(1)) === small) return false
  return !/\p{Ll}|\d/u.test(value) && /^\p{Lu}{1,20}(?: \p{Lu}{1,20}| ?[,’'-] ?\p{Lu}{1,20}){2}/u.test(value) && /\p{Lu}{4}/u.test(value)
}

/** Whether less than half of the letters are small ones. */
function hasMoreCapitals(value: string): boolean {
  let smalls = 0
  let others = 0
  for (let at = 0; at < value.length; at++) {
    const kind = letterKind(value.charCodeAt(at))
    if (kind === small) smalls++
    else if (kind !== 0) others++
  }
  return smalls < others
}
