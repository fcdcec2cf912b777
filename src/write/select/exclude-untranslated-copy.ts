import { languages, type LanguageCode } from '../../language/code.ts'
import { functionWords } from '../../language/function-word.ts'
import type { ExclusionRule } from './exclusion.ts'

/** Words in small letters that a text must have to count as language at all: names and titles are the same in many. */
const minWords = 4

/** A text in another language's column: of the languages that have the same text, all but the one it is written in. */
export const excludeUntranslatedCopy: ExclusionRule = {
  reason: 'untranslated-copy',
  find({ texts }) {
    const holders = new Map<string, LanguageCode[]>()
    for (const [code, text] of texts) {
      const key = text.toLowerCase()
      holders.set(key, [...(holders.get(key) ?? []), code])
    }
    for (const codes of holders.values()) {
      const [first] = codes
      const text = first === undefined ? '' : (texts.get(first) ?? '')
      if (codes.length < 2 || words(text).length < minWords) continue
      const own = ownLanguage(text, codes)
      return { languages: codes.filter((code) => code !== own), evidence: text.slice(0, 80) }
    }
    return undefined
  }
}

function words(text: string): string[] {
  return text.match(/(?<!\p{L})\p{Ll}{2,}(?!\p{L})|\p{Script=Han}|\p{Script=Arabic}{2,}/gu) ?? []
}

/** Of languages with the same text, the one that it is written in; `undefined` where that is not clear. */
function ownLanguage(text: string, candidates: readonly LanguageCode[]): LanguageCode | undefined {
  const inScript = candidates.filter((code) => new RegExp(`\\p{Script=${languages[code].script}}`, 'u').test(text))
  const counted = inScript
    .map((code) => ({ code, count: words(text).filter((word) => functionWords[code].has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first !== undefined && (second === undefined || first.count > second.count) ? first.code : undefined
}
