/** A memory as it is at a moment: its documents, what is to be seen of them, and its index. */
import { inOrder, languageAmong, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import type { Entry } from './entry.ts'
import { Sight, type Amendment, type MemoryFilter } from './sight.ts'
import { readAmendments, readEntries } from './stored-entry.ts'
import type { Store } from './store.ts'
import type { TranslationFinder, Translations } from './translation.ts'
import { WordIndex } from './word-index.ts'

/** Filters whose sight is kept. */
const mostSights = 50

/** Phrases of which it is remembered how they are said. */
const mostPhrases = 2_000

export class View {
  readonly store: Store
  readonly entries: ReadonlyMap<number, Entry>
  /** Of the store, before anything was read. */
  readonly #state: string
  readonly #amended: ReadonlyMap<number, readonly Amendment[]>
  readonly #languages: readonly LanguageTag[]
  readonly #sights = new Map<string, Sight>()
  /** In the order in which they were asked for last. */
  readonly #translations = new Map<string, Translations>()
  /** The index that was known last. */
  #before: Promise<WordIndex> | undefined
  #index: Promise<WordIndex> | undefined

  private constructor(
    store: Store,
    state: string,
    entries: ReadonlyMap<number, Entry>,
    amended: ReadonlyMap<number, readonly Amendment[]>,
    before: Promise<WordIndex> | undefined
  ) {
    this.store = store
    this.#state = state
    this.entries = entries
    this.#amended = amended
    this.#languages = inOrder([...new Set([...entries.values()].flatMap(({ issues }) => [...issues.keys()]))])
    this.#before = before
  }

  /** `before` is what was known last, of which is kept what has not changed. */
  static async open(store: Store, state: string, before?: View): Promise<View> {
    return new View(store, state, await readEntries(store), await readAmendments(store), before && (before.#index ?? before.#before))
  }

  /** What is to be seen by a filter. */
  sight(filter: MemoryFilter): Sight {
    const key = JSON.stringify(filter)
    let sight = this.#sights.get(key)
    if (sight === undefined) {
      if (this.#sights.size >= mostSights) this.#sights.clear()
      this.#sights.set(key, (sight = new Sight(this.entries, this.#amended, filter)))
    }
    return sight
  }

  /** What was learned of a phrase; the key tells all that it depends on. */
  translations(key: string): Translations {
    const known = this.#translations.get(key) ?? new Map<LanguageTag, TranslationFinder | undefined>()
    this.#translations.delete(key)
    this.#translations.set(key, known)
    if (this.#translations.size > mostPhrases) for (const oldest of this.#translations.keys()) {
      this.#translations.delete(oldest)
      break
    }
    return known
  }

  /** The index of words, which is read when somebody looks for something. */
  index(): Promise<WordIndex> {
    const before = this.#before
    this.#before = undefined
    return (this.#index ??= (before ?? Promise.resolve(undefined)).then((known) => WordIndex.open(this.store, known)))
  }

  /** Whether the index that was read is the one that there is: runs are read only where anything has changed. */
  async isCurrent(): Promise<boolean> {
    return this.#index === undefined || (await this.store.state()) === this.#state || (await this.#index).isCurrent()
  }

  /** Languages to look for a text in: one, or all. Throws `memory:language-unknown`. */
  languagesToSearch(from: LanguageTag | undefined): readonly LanguageTag[] {
    return from === undefined ? this.#languages : [this.languageOf(from)]
  }

  /** The language of the memory that a tag means. Throws `memory:language-unknown`. */
  languageOf(tag: LanguageTag): LanguageTag {
    const known = this.#languages
    const meant = languageAmong(known, tag)
    if (meant === undefined) throw new HexaplaError('memory:language-unknown', { actual: tag, expected: known }, this.store.name)
    return meant
  }
}
