import { languages, type LanguageCode } from '../../language/code.ts'
import { foldText } from '../../language/fold.ts'
import { functionWords } from '../../language/function-word.ts'
import type { ExclusionRule } from './exclusion.ts'

/** Words in small letters that a text must have to count as language at all: names and titles are the same in many. */
const minWords = 4

/** A text in another language's column: the same there, or in a script that the language does not have. */
export const excludeUntranslatedCopy: ExclusionRule = {
  reason: 'untranslated-copy',
  find({ texts }) {
    const copies: LanguageCode[] = []
    for (const [code, text] of texts) {
      if (words(text).length < minWords) continue
      const same = [...texts].filter(([, other]) => foldText(other) === foldText(text)).map(([other]) => other)
      if (same.length > 1 && ownLanguage(text, same) !== code) copies.push(code)
    }
    return copies.length === 0 ? undefined : { languages: copies, evidence: [...texts.values()][0]?.slice(0, 80) ?? '' }
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
