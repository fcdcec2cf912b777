/** Texts in another language than they are said to be: by the words of the memory, and by what is known of the six. */
import { detectBlock } from '../detect/index.ts'
import { isLanguageCode, languages } from '../language/code.ts'
import { primaryLanguage, traitsOf, type LanguageTag } from '../language/tag.ts'
import { sureOf, type Fault } from './fault.ts'
import { wordsOf, type LanguageModel } from './language-model.ts'

/** Nats, and nats a word, from which a text is in another language of its unit. */
const leastNats = 6
const leastPerWord = 0.7
/** Words in small letters that a text must have to count as language at all: names and titles are the same in many. */
const leastWords = 4

/** Those that a text in a script that its language has not must have to be more than a name. */
const leastForeign = 2

const smallWord = /(?<!\p{L})\p{Ll}{2,}(?!\p{L})|\p{Script=Han}|\p{Script=Arabic}{2,}/gu

/** The faults of language of a unit; `texts` are those of its languages. */
export function checkLanguage(unit: number, texts: ReadonlyMap<LanguageTag, string>, model: LanguageModel): Fault[] {
  const copied = copies(unit, texts, model)
  const other = new Map<LanguageTag, { language: LanguageTag; nats: number }>()
  for (const [code, text] of texts) {
    const found = languageOf(code, text, texts, model)
    if (found) other.set(code, found)
  }
  const faults = [...copied]
  const done = new Set(copied.flatMap(({ languages }) => languages))
  for (const [code, { language, nats }] of other) {
    if (done.has(code)) continue
    const back = other.get(language)
    const isSwapped = back?.language === code && !done.has(language)
    const languages = isSwapped ? [code, language] : [code]
    for (const each of languages) done.add(each)
    const name = (tag: LanguageTag): string => traitsOf(tag).name
    const evidence = isSwapped ? `${code} is in ${name(language)}, ${language} in ${name(code)}` : `${code} is in ${name(language)}`
    faults.push({ kind: isSwapped ? 'swapped' : 'language', unit, languages, sure: sureOf(Math.min(nats, back?.nats ?? nats)), evidence, ...(isSwapped ? { certain: true } : {}) })
  }
  return faults
}

/** The language that a text is surely in, where it is not the one that is said. */
function languageOf(said: LanguageTag, written: string, texts: ReadonlyMap<LanguageTag, string>, model: LanguageModel): { language: LanguageTag; nats: number } | undefined {
  const text = withoutQuotations(written)
  let best: { language: LanguageTag; nats: number } | undefined
  for (const [language, other] of texts) {
    if (language === said || isCarriedOver(text, other)) continue
    const { nats, words } = model.against(text, said, language)
    if (nats < leastNats || nats < leastPerWord * words || nats <= (best?.nats ?? 0)) continue
    best = { language, nats }
  }
  if (best || !isLanguageCode(said)) return best
  const seen = detectBlock(text, said)
  return seen && !texts.has(seen.language) ? { language: seen.language, nats: leastNats } : undefined
}

/** Whether a text without a word of grammar has most of its words from another one: names and titles are in the language of neither. */
function isCarriedOver(text: string, other: string): boolean {
  if ((text.replace(quotation, ' ').match(smallWord) ?? []).length >= leastWords) return false
  const words = wordsOf(text)
  const there = new Set(wordsOf(other))
  return words.filter((word) => there.has(word)).length * 2 > words.length
}

const quotation = /"[^"]{1,400}"|«[^«»]{1,400}»|“[^“”]{1,400}”|<<[^<>]{1,400}>>|《[^《》]{1,200}》|[(（][^()（）]{1,400}[)）]/gu

/** Titles and names are quoted in their own language: what stands beside them tells, as long as there is enough of it. */
function withoutQuotations(text: string): string {
  const rest = text.replace(quotation, ' ')
  return (rest.match(smallWord) ?? []).length >= leastWords ? rest : text
}

/** Whether a text with words of grammar has no letter of the script of its language. */
function isInOtherScript(said: LanguageTag, text: string): boolean {
  const code = primaryLanguage(said)
  if (!isLanguageCode(code) || (text.match(smallWord) ?? []).length < leastForeign) return false
  return !scriptLetters[languages[code].script].test(text)
}

const scriptLetters = { Arabic: /\p{Script=Arabic}/u, Cyrillic: /\p{Script=Cyrillic}/u, Han: /\p{Script=Han}/u, Latin: /\p{Script=Latin}/u } as const

/** Texts that are the same in several languages, and long enough to be language: of those, all but the one that they are in. */
function copies(unit: number, texts: ReadonlyMap<LanguageTag, string>, model: LanguageModel): Fault[] {
  const holders = new Map<string, LanguageTag[]>()
  for (const [code, text] of texts) {
    if ((text.match(smallWord) ?? []).length < leastWords && !isInOtherScript(code, text)) continue
    const key = text.toLowerCase().trim()
    holders.set(key, [...(holders.get(key) ?? []), code])
  }
  // A short text of another script is a copy of one that may be right.
  for (const [code, text] of texts) {
    const known = holders.get(text.toLowerCase().trim())
    if (known && !known.includes(code)) known.push(code)
  }
  return [...holders].flatMap(([text, codes]): Fault[] => {
    if (codes.length < 2) return []
    const own = codes.find((code) => codes.every((each) => each === code || model.against(text, code, each).nats < 0))
    const languages = codes.filter((code) => code !== own)
    return [{ kind: 'untranslated', unit, languages, sure: 0.99, evidence: `${languages.join(', ')} ${own === undefined ? 'have the same text' : `as in ${own}`}: ${text.slice(0, 80)}` }]
  })
}
