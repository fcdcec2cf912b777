import type { LanguageCode } from '../language/code.ts'

/** What opens a block of signatures, in brackets, small letters. */
const words: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['توقيع', 'التوقيع'],
  en: ['signed'],
  es: ['firmado'],
  fr: ['signé', 'signée'],
  ru: ['подпись'],
  zh: ['签名', '签字']
}

const signatories: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^عن (?:حكومة|جمهورية|مملكة|دولة) .{2,60}:$/,
  en: /^For the (?:Government|Republic|Kingdom|State) .{2,60}:$/i,
  es: /^Por (?:el Gobierno|la República|el Reino|el Estado) .{2,60}:$/i,
  fr: /^Pour (?:le Gouvernement|la République|le Royaume|l[’']État) .{2,60}[ \u00A0]?:$/i,
  ru: /^За (?:Правительство|Республику|Королевство) .{2,60}:$/i,
  zh: /^.{2,30}(?:政府)?代表[：:]$/
}

/** French sets the office above the signature: `L’Ambassadeur, Représentant permanent`, `Le Ministre des affaires étrangères`. */
const officeAbove = /^(?:(?:L[ea] |L[’'])(?:Chargée? d[’']affaires|Ambassad(?:eur|rice)|Représentante?|Ministre|Secrétaire|Présidente?|Vice-|Première? |Chef(?:fe)? |Direct(?:eur|rice)|Haute?[- ]|Coordonnat|Envoyée?|Conseill|Rapporteu|Observat)|Au nom d)/

/** Whether a line may be the office of who signs below it. */
export function opensOffice(line: string, language: LanguageCode): boolean {
  return language === 'fr' && line.length < 100 && officeAbove.test(line)
}

/** Lines of an office and the mark of the signature, in one block. */
const longestOffice = 240

/** Whether a line says for whom the signature below it is: `For the Government of …:`. */
export function namesSignatory(line: string, language: LanguageCode): boolean {
  return line.length < 100 && ':：'.includes(line.charAt(line.length - 1)) && signatories[language].test(line)
}

/** Whether a line opens a signature: `(Signed) Name`. */
export function opensSignature(line: string, language: LanguageCode): boolean {
  if (language === 'zh' && line.length < 40 && /[(（]签[名字][)）]$/.test(line)) return true
  if (!'(（'.includes(line.charAt(0))) return false
  const found = /^[(（] ?([^()（）]{2,10}?) ?[)）]/.exec(line)?.[1]?.toLowerCase()
  return found !== undefined && words[language].includes(found)
}

/** Whether a block is a signature: the mark stands first, behind the one for whom it is, or last in Chinese. */
export function isSignature(block: string, language: LanguageCode): boolean {
  if (opensSignature(block, language)) return true
  if (block.length < longestOffice && language === 'fr' && opensOffice(block.slice(0, 60), language)) return opensSignature(block.slice(block.indexOf('(')), language)
  // Few blocks have a bracket, and none is looked through for a colon without one.
  const behind = block.includes('(') || block.includes('（') ? /^[^:：]{2,100}[:：] ?(?=[(（])/.exec(block)?.[0] : undefined
  if (behind !== undefined && namesSignatory(behind.trim(), language)) return opensSignature(block.slice(behind.length), language)
  return language === 'zh' && block.length < 80 && /[(（]签[名字][)）]$/.test(block)
}
