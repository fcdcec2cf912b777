import type { LanguageCode } from '../language/code.ts'

/** What a treaty ends in: the clause in which those who sign it bear witness, and where and when it was done. */
export const testimoniumOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:وإثباتا|إثباتا|وإثباتاً|إثباتاً|وتصديقا|وإشهادا) (?:لما|لذلك|على)|^(?:حررت?|وحررت?|وقعت?) (?:في|بـ|هذ)/,
  en: /^(?:IN WITNESS WHEREOF|In witness whereof|IN FAITH WHEREOF|In faith whereof)|^(?:DONE|Done) (?:at|in|this) /,
  es: /^(?:EN (?:TESTIMONIO|FE) DE LO CUAL|En (?:testimonio|fe) de lo cual)|^(?:HECH[OA]|Hech[oa]) en /,
  fr: /^(?:EN FOI DE QUOI|En foi de quoi)|^(?:FAIT|Fait) (?:à|au|en) /,
  ru: /^(?:В УДОСТОВЕРЕНИЕ ЧЕГО|В удостоверение чего)|^(?:СОВЕРШЕНО|Совершено) в /,
  zh: /^(?:(?:为此|作为证明)，)?(?:下列|下开|以下)(?:署名|签署|签字)|^(?:[〇零一二三四五六七八九十\d]{4}年[^，。；]{2,12}日)?订于/
}
