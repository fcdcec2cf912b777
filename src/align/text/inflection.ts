/**
 * Inflected words that a list of words does not have, by the form that it has. Keys are stems of five letters, so it is short words
 * that are missed: `girls`, `новые`, `temas`; in Arabic, words with what is written together with them; in Chinese, words that the
 * segmenter has left together with a particle.
 */
import { partitionPoint } from '../../tree/partition-point.ts'
import { stemOf } from '../../words/token.ts'

/** Endings by language, of folded words. */
const endings: Readonly<Record<string, RegExp>> = {
  en: /^(\p{L}{3,}?)(?:ing|ied|ies|ed|es|s|e|y)?$/u,
  es: /^(\p{L}{3,}?)(?:iendo|ieron|ando|aron|aban|aba|ad[ao]s?|id[ao]s?|[aei]mos|[aei]r|i?an|i?en|i?[ao]s?|es?|s)?$/u,
  fr: /^(\p{L}{3,}?)(?:aient|erent|eront|ions|a[in]t|ais|ent|era|ons|er|ez|ees?|es?|ie|i[rst]|ues?|us?|[aisx])?$/u,
  ru: /^(\p{L}{3,}?)(?:иями|[яаыи]ми|[ое]го|[ое]му|и[яюе]м?|иях|[яаыи]х|[яаыиое]м|[ое]в|[еоыи]и|[ыо]е|ее|[ая]я|[ую]ю|ью|[аиыея]л[аио]?|[аиеыоя]ть|[иеяую]т|[аяыиоеуюь])?$/u
}

/** The dictionary forms of words, over the words of one list. */
export class Inflections {
  /** Types by their keys. */
  readonly #list: ReadonlyMap<string, number>
  readonly #language: string
  readonly #keys: readonly string[]
  /** What is left of each key without an ending, once it was asked for; empty for a key that is too short. */
  readonly #stubs: Array<string | undefined>

  /** `keys` are those of the list, in the order of code units. */
  constructor(list: ReadonlyMap<string, number>, language: string, keys: readonly string[] = [...list.keys()].sort()) {
    this.#list = list
    this.#language = language
    this.#keys = keys
    this.#stubs = new Array(keys.length)
  }

  /** Types of the list that a folded word is a form of; none where the list has nothing like it. */
  typesOf(form: string): readonly number[] {
    if (this.#language === 'ar') return this.#first(arabicBases(form))
    if (this.#language === 'zh') return this.#first(chineseBases(form))
    const stub = stubOf(form, this.#language)
    return stub === undefined ? [] : this.#likest(stub, form)
  }

  /** Of the keys with a stub, those that have the longest beginning in common with a word. */
  #likest(stub: string, form: string): readonly number[] {
    const keys = this.#keys
    let types: number[] = []
    let most = 0
    // Keys that begin with the stub follow each other.
    for (let at = partitionPoint(keys.length, (index) => (keys[index] as string) < stub); at < keys.length; at++) {
      const key = keys[at] as string
      if (!key.startsWith(stub)) break
      this.#stubs[at] ??= stubOf(key, this.#language) ?? ''
      if (this.#stubs[at] !== stub) continue
      const common = commonLength(key, form)
      if (common > most) types = []
      if (common >= most) types.push(this.#list.get(key) as number)
      most = Math.max(most, common)
    }
    return types
  }

  #first(keys: Iterable<string>): readonly number[] {
    for (const key of keys) {
      const type = this.#list.get(key)
      if (type !== undefined) return [type]
    }
    return []
  }
}

/** Letters that two words have in common at the beginning. */
function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

function stubOf(word: string, language: string): string | undefined {
  return endings[language]?.exec(word)?.[1]
}

/** What is written together with an Arabic word in front and behind; `ت` before a pronoun is `ة`. */
const arabicHeads = [/^[وف](?=\p{L}{2})/u, /^[وف]?[بلكس](?=\p{L}{3})/u, /^[وف]?[بلك]?ال(?=\p{L}{3})/u]
const arabicTails = [/(?:هما|ها|هم|هن|كم|نا|ه|ك)$/u, /ت(?:هما|ها|هم|هن|كم|نا|ه|ك)?$/u, /(?:وا|ا)$/u]

/** Keys of what an Arabic word may be a form of, what is changed least first. */
function* arabicBases(form: string): Generator<string> {
  for (const head of ['', ...arabicHeads]) {
    const bare = head === '' ? form : form.replace(head, '')
    if (head !== '' && bare === form) continue
    for (const tail of ['', ...arabicTails]) {
      const word = tail === '' ? bare : bare.replace(tail, '')
      if ((tail !== '' && word === bare) || word.length < (tail === '' ? 2 : 3)) continue
      yield stemOf(word, 'ar')
      // An imperfect verb of another person.
      if (/^[تنا]\p{L}{3}/u.test(word)) yield stemOf(`ي${word.slice(1)}`, 'ar')
    }
  }
}

/** The longest words of two characters and more that a Chinese one ends or begins with, one character longer than they. */
function* chineseBases(form: string): Generator<string> {
  if (form.length < 2) return
  if (/[的了们着]$/u.test(form)) yield form.slice(0, -1)
  if (form.length < 3) return
  yield form.slice(1)
  yield form.slice(0, -1)
}
