import type { LanguageCode } from '../language/code.ts'

/**
 * Lines that open a resolution: an organ and a comma, a paragraph of their own. Any organ, told by the word that names its
 * kind; some extractors leave a blank before the comma.
 */
export const openingFormulas: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^إن (?:الجمعية العامة|(?:ال)?(?:مجلس|لجنة|مؤتمر|اجتماع|هيئة|دول|دورة|منتدى)(?: [\u0621-\u064A ]{2,120})?)(?: \([^()]{2,20}\))? ?[،,]$/,
  en: /^The (?:[A-Z][\p{L}’'-]{1,20} ){0,6}(?:Assembly|Council|Commission|Committee|Conference|Board|Parties|Meeting|Congress|Forum|Authority)(?: (?:of|on|for|to|in|serving|acting) [^,;.:]{2,160})? ?,$/u,
  es: /^(?:La (?:Asamblea|Comisión|Conferencia|Junta|Reunión|Autoridad)|El (?:Consejo|Comité|Congreso|Foro|Órgano)|Los Estados [Pp]artes)(?: [^,;.:]{2,160})? ?,$/u,
  fr: /^(?:L[’']\s?(?:Assemblée|Autorité|Organe)|La (?:Commission|Conférence|Réunion)|Le (?:Conseil|Comité|Congrès|Forum)|Les États [Pp]arties)(?: [^,;.:]{2,160})? ?,$/u,
  ru: /^(?:Генеральная Ассамблея|Совет|Экономический и Социальный Совет|Исполнительный (?:совет|комитет)|Комиссия|Комитет|Конференция|Совещание|Конгресс|Форум|Государства-участники|Правление)(?: [^,;.:]{2,160})? ?,$/u,
  zh: /^(?:[\u4E00-\u9FFF《》]{0,40}(?:大会|理事会|委员会|会议|缔约国|管理局|论坛)) ?[，,]$/
}
