import { isLanguageCode, type LanguageCode } from '../../language/code.ts'
import { canonicalTag, isLanguageTag, type LanguageTag } from '../../language/tag.ts'

/** Three letters, as some tools write languages: ISO 639-2 in both its forms, and 639-3 for the two with dialects. */
const threeLetters: ReadonlyMap<string, LanguageCode> = new Map(Object.entries({
  ara: 'ar',
  arb: 'ar',
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  fre: 'fr',
  rus: 'ru',
  zho: 'zh',
  chi: 'zh',
  cmn: 'zh'
} as const))

/** The one of the six that a tag of a memory stands for: `EN`, `en-US`, `zh_CN`, `fra`; `undefined` for any other. */
export function languageOfTag(tag: string): LanguageCode | undefined {
  const primary = tag.toLowerCase().split(/[-_]/u, 1)[0] ?? ''
  return isLanguageCode(primary) ? primary : threeLetters.get(primary)
}

/** The language that a tag of a memory names: one of the six, or the tag as BCP 47 writes it; `undefined` for what is no tag. */
export function anyLanguageOfTag(tag: string): LanguageTag | undefined {
  const written = tag.replaceAll('_', '-')
  return languageOfTag(tag) ?? (isLanguageTag(written) ? canonicalTag(written) : undefined)
}
