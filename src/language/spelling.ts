/** The words of a language as they are written: those of the lexicon and the words of grammar. */
import type { LanguageCode } from './code.ts'
import { functionWords } from './function-word.ts'
import { readKnownWords } from './known-file.ts'
import { lexicon } from './lexicon.ts'

/** A list of words that knows their other forms, too. */
export interface Spelling {
  /** Whether a word, small letters, is in the list as it stands. */
  hasForm: (word: string) => boolean
  /** Whether a word, small letters, is in the list, in this form or another of the same beginning. */
  has: (word: string) => boolean
}

/** Words of grammar with a second part that is a word: no break makes two of them. */
const joined: Readonly<Record<LanguageCode, string>> = {
  ar: '',
  en: `without within upon throughout whereby thereby therein herein hereby thereof hereof hereto thereto into onto therefore
    however nevertheless notwithstanding another otherwise moreover together although whoever whatever whichever whenever
    wherever themselves itself himself herself ourselves anyone everyone someone anything everything something nothing
    furthermore meanwhile whereas inasmuch insofar outside inside besides beyond before behind between against among along
    around about above below across after again already always almost also altogether toward towards underlying undertake
    undertaken understand understanding overall overcome outcome outcomes ongoing output outputs input inputs offset onset
    update updated upgrade uphold upheld outline outlined overview oversee oversight workshop workshops framework network
    landmine landmines safeguard safeguards widespread worldwide nationwide forthcoming throughout healthcare childhood`,
  es: 'también además asimismo siempre aunque sino porque tampoco mediante durante contra sobre entre hasta desde según cualquier cualquiera quienes mientras todavía demás nuestro nosotros excepto incluso',
  fr: `lorsque puisque quoique quelquefois quelque quelques auprès aussi ensemble ainsi alors aujourd toutefois cependant néanmoins
    toujours plusieurs quelconque lequel laquelle lesquels lesquelles auquel duquel desquels notamment également davantage
    désormais ailleurs autrement parfois partout pourquoi pourtant pendant depuis presque surtout chacun chacune avant auparavant
    entretien entreprise maintien maintenir souscrire soustraire soussigné soutenir soulever souligner soumettre contribuer
    contribution contrevenir contredire contrôle poursuivre poursuite survivre surveiller surtout malgré bienvenue bienfait`,
  ru: `также между однако после поэтому чтобы если когда перед через около вместе только более менее потом тоже сейчас затем
    например прежде теперь иногда всегда никогда почему потому откуда отсюда оттуда здесь везде нигде вокруг против
    вопрос вопросы вопросам вопросов необходимо`,
  zh: ''
}

const built = new Map<LanguageCode, Spelling>()

/** The spelling of a language, read at the first call. */
export function spellingOf(language: LanguageCode): Spelling {
  const known = built.get(language)
  if (known) return known
  const spelling = build([...spellingWords(language), ...functionWords[language], ...joined[language].split(/\s+/u)])
  built.set(language, spelling)
  return spelling
}

/** Letters by which two forms of a word may differ in length; short words end in one letter more or less. */
const [difference, shortDifference] = [3, 1]
const short = 4

function build(words: readonly string[]): Spelling {
  const whole = new Set<string>()
  /** Beginnings, without the last letters, by the length of the whole word. */
  const beginnings = new Map<string, number[]>()
  for (const word of words) {
    if (word.length < 2 || whole.has(word)) continue
    whole.add(word)
    const beginning = word.slice(0, Math.max(short, word.length - 2))
    if (word.length < 5) continue
    const lengths = beginnings.get(beginning) ?? []
    lengths.push(word.length)
    beginnings.set(beginning, lengths)
  }
  return {
    hasForm: (word) => whole.has(word),
    has: (word) => {
      if (whole.has(word)) return true
      if (word.length < 5) return false
      for (let length = word.length; length >= Math.max(short, word.length - difference - 1); length--) {
        const most = length === short ? shortDifference : difference
        if (beginnings.get(word.slice(0, length))?.some((other) => Math.abs(other - word.length) <= most)) return true
      }
      return false
    }
  }
}

/** The words of the lexicon in a language: from the file that the build made, or from the lists themselves. */
function spellingWords(language: LanguageCode): readonly string[] {
  return readKnownWords(`spelling.${language}.words`) ?? lexiconWords(language)
}

/** The words of the lexicon in a language, each once, small letters. */
export function lexiconWords(language: LanguageCode): string[] {
  const words = new Set<string>()
  for (const row of lexicon()) for (const entry of row[language] ?? []) for (const word of entry.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) words.add(word)
  return [...words].sort()
}
