import { isLanguageCode, languages } from '../../language/code.ts'
import { functionWords } from '../../language/function-word.ts'
import type { LanguageTag } from '../../language/tag.ts'
import type { ExclusionRule } from './exclusion.ts'

/** Words in small letters that a text must have to count as language at all: names and titles are the same in many. */
const minWords = 4

/** A text in another language's column: of the languages that have the same text, all but the one it is written in. */
export const excludeUntranslatedCopy: ExclusionRule = {
  reason: 'untranslated-copy',
  find({ texts }) {
    const holders = new Map<string, LanguageTag[]>()
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
function ownLanguage(text: string, candidates: readonly LanguageTag[]): LanguageTag | undefined {
  const inScript = candidates.filter(isLanguageCode).filter((code) => new RegExp(`\\p{Script=${languages[code].script}}`, 'u').test(text))
  const counted = inScript
    .map((code) => ({ code, count: words(text).filter((word) => functionWords[code].has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  if (first === undefined || (second !== undefined && first.count <= second.count)) return undefined
  // Of a language beyond the six no words are known: that it is not written in that one must be seen.
  return first.count > 0 || candidates.every(isLanguageCode) ? first.code : undefined
}
