import type { LanguageCode } from '../language/code.ts'

/** Lines that open a resolution: an organ and a comma, a paragraph of their own. */
export const openingFormulas: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^إن (?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان|اللجنة|لجنة [\u0621-\u064A ]{3,40})[،,]$/,
  en: /^The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Commission on [A-Z][A-Za-z ]{3,40}|Committee(?: on [A-Z][A-Za-z ]{3,50})?|Conference(?: of the Parties)?),$/,
  es: /^(?:La Asamblea General|El Consejo de Seguridad|El Consejo Económico y Social|El Consejo de Derechos Humanos|La Comisión [\p{L} ]{3,40}|El Comité[\p{L} ]{0,50}|La Conferencia[\p{L} ]{0,30}),$/u,
  fr: /^(?:L[’']Assemblée générale|Le Conseil de sécurité|Le Conseil économique et social|Le Conseil des droits de l[’']homme|La Commission [\p{L}’' ]{3,40}|Le Comité[\p{L}’' ]{0,50}|La Conférence[\p{L}’' ]{0,30}),$/u,
  ru: /^(?:Генеральная Ассамблея|Совет Безопасности|Экономический и Социальный Совет|Совет по правам человека|Комиссия [\p{L} ]{3,40}|Комитет[\p{L} ]{0,50}|Конференция[\p{L} ]{0,30}),$/u,
  zh: /^(?:大会|安全理事会|经济及社会理事会|人权理事会|[\u4E00-\u9FFF]{0,12}委员会|[\u4E00-\u9FFF]{0,8}会议)[，,]$/
}
