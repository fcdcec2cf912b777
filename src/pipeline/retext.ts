/** Words for retext: a parser with our sentences, and a bridge that lets retext plugins run on a tree of hexapla. */
import type { Root as Words } from 'nlcst'
import { type Data, type Plugin, type Processor, type Transformer, unified } from 'unified'
import { detectLanguage } from '../detect/index.ts'
import type { LanguageCode } from '../language/code.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import { parseNlcst, treeToNlcst } from '../segment/index.ts'
import { locator, placeOf } from '../tree/place.ts'
import type { Root } from '../tree/undast.ts'

/** Options of `retextUn`. */
export interface RetextUnOptions {
  /** Language of the text; found out where it is not given. */
  language?: LanguageCode
}

/**
 * retext plugin: parses plain text in one of the six languages to nlcst with our sentences, in place of retext-english.
 *
 * A text whose language cannot be told is read as English, and a message says so.
 */
export const retextUn: Plugin<[RetextUnOptions?], string, Words> = function ({ language } = {}) {
  this.parser = (value, file) => {
    const told = language ?? tellLanguage(value)
    if (told === undefined) reportTo(file)('segment:language-assumed', undefined, {})
    return parseNlcst(value, told ?? 'en', this.data())
  }
}

function tellLanguage(value: string): LanguageCode | undefined {
  try {
    return detectLanguage(value).language
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error
    return undefined
  }
}

/** Options of `toNlcst`. */
export interface ToNlcstOptions {
  /** The raw text that the tree was made from; needed for a tree that was read back from JSON. */
  raw?: string
  /** Data of a processor, for the extensions that retext plugins put there. */
  data?: Data
}

/**
 * A tree as nlcst, with words, and with positions in the raw text: a paragraph for each block and cell, in order.
 *
 * Throws a `RangeError` for a tree that this process did not make where `raw` is missing.
 */
export function toNlcst(root: Root, { raw, data }: ToNlcstOptions = {}): Words {
  const place = raw === undefined ? placeOf(root) : locator(raw)
  if (!place) throw new RangeError('Unexpected tree without the raw text that it was made from, expected toNlcst(root, { raw })')
  return treeToNlcst(root, place, data)
}

/** The words of each tree that a processor has at hand: plugins that come one after the other see the same nodes. */
const known = new WeakMap<Root, Words>()

/**
 * Makes a retext plugin one for the trees of hexapla: it gets their nlcst, and its messages go on the file. The tree itself
 * stays as it is. Plugins whose names begin with `retext` need no more than `hexapla().use(plugin)`.
 */
export function onWords<Options extends unknown[]>(plugin: Plugin<Options, Words>): Plugin<Options, Root> {
  return function (this: Processor, ...options: Options) {
    const transform = plugin.apply(this as unknown as ThisParameterType<typeof plugin>, options) as Transformer<Words> | undefined
    if (typeof transform !== 'function') return undefined
    return async (tree, file) => {
      const words = known.get(tree) ?? toNlcst(tree, { raw: String(file), data: this.data() })
      known.set(tree, (await unified().use(() => transform).run(words, file)) as Words)
    }
  } as Plugin<Options, Root>
}

/** unified plugin: the retext plugins that come after it run on the words of the tree. They are known by their names. */
export const hexaplaRetext: Plugin<[], Root> = function () {
  const attachers = this.attachers as Array<[Plugin<unknown[], Words>, ...unknown[]]>
  for (const entry of attachers.slice(this.freezeIndex + 1)) if (/^retext[A-Z]/.test(entry[0].name)) entry[0] = onWords(entry[0]) as typeof entry[0]
}
