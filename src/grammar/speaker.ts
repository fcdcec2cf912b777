import type { LanguageCode } from '../language/code.ts'

/** How a speech begins in a verbatim record: a title or an office, perhaps country and language, a colon. */
export const speakerOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:الرئيسة?|السيدة?|الأمين العام|الآنسة|نائب الرئيس)[^:؛.]{0,100}: /,
  en: /^(?:The (?:Acting )?(?:President|Chair|Chairman|Chairperson|Secretary-General)|Mr\.|Ms\.|Mrs\.|Miss|Sir|Dame|Lord|Prince|Princess|King|Queen|Sheikh|Archbishop|Monsignor)(?![a-z])[^:;]{0,100}: /,
  es: /^(?:(?:El|La) (?:President[ea]|Secretari[oa] General)|Sra?\.|Srta\.)[^:;]{0,100}: /,
  fr: /^(?:(?:Le|La) (?:Présidente?|Secrétaire générale?)|M\.|Mme|Mlle)[^:;]{0,100}: ?/,
  ru: /^(?:Председатель|Генеральный секретарь|[Гг][-\u2011]н|[Гг][-\u2011]жа|Исполняющ\p{Ll}{1,10} обязанности)[^:;]{0,100}: /u,
  zh: /^(?:(?:代理)?主席|秘书长|[\u4E00-\u9FFF·]{1,12}(?:先生|女士|夫人|阁下))[^：:。；]{0,60}[：:]/
}
