import type { LanguageCode } from '../language/code.ts'

/** What a corrigendum puts in place of what: `For X read Y`, a sentence whatever it ends in. */
const corrections: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:بدلا من|بدلاً من) .{1,200} (?:يقرأ|تقرأ|اقرأ)(?= )|^(?:يستعاض|يُستعاض) عن .{1,200} (?:بـ|بعبارة|بكلمة|بما يلي)/,
  en: /^For .{1,200} (?:read|substitute)(?= )|^(?:Replace|Substitute) .{1,200} (?:with|by|for)(?= )/,
  es: /^Donde (?:dice|se lee) .{1,200} (?:debe decir|léase)(?= )|^Sustitúya(?:se|nse) .{1,200} por(?= )/,
  fr: /^Au lieu de .{1,200} lire(?= )|^(?:Remplacer|Substituer) .{1,200} (?:par|à)(?= )/,
  ru: /^Вместо .{1,200} (?:читать|следует читать)(?= )|^Заменить .{1,200} (?:на|словами|словом)(?= )/,
  zh: /^(?:将|把)?.{1,80}(?:改为|应为|应改为|应读作)(?=.)/
}

/** Whether a block corrects another document. */
export function isCorrection(value: string, language: LanguageCode): boolean {
  return corrections[language].test(value)
}
