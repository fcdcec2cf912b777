import type { LanguageCode } from './code.ts'

/** What opens a block of signatures, in brackets, small letters. */
const words: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['توقيع', 'التوقيع'],
  en: ['signed'],
  es: ['firmado'],
  fr: ['signé', 'signée'],
  ru: ['подпись'],
  zh: ['签名', '签字']
}

/** Whether a line opens a signature: `(Signed) Name`. */
export function opensSignature(line: string, language: LanguageCode): boolean {
  const found = /^[(（] ?([^()（）]{2,10}?) ?[)）]/.exec(line)?.[1]?.toLowerCase()
  return found !== undefined && words[language].includes(found)
}
