import type { LanguageCode } from '../language/code.ts'

/** How the title of a document begins that says what kind of document it is: a line of its own below another title. */
const titleOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:تقرير (?:الأمين العام|اللجنة|لجنة|مجلس|الفريق|المقرر)|مذكرة من|رسالة مؤرخة|رسالتان متطابقتان|مذكرة شفوية|مشروع قرار|ورقة عمل|بيان |قرار اتخذته|\[دون الإحالة|\[بناء على|مقرر اعتمده|مذكرة (?:بشأن|إيضاحية))/,
  en: /^(?:Report (?:of|by|on) the |Note by the |Letter dated |Identical letters |Note verbale |Draft resolution|Draft decision|Working paper|Statement by the |Resolution adopted |Decision adopted |Memorandum |Aide-m[eé]moire |Explanatory (?:memorandum|note)|Joint (?:statement|communiqu[eé])|\[without reference|\[on the report)/,
  es: /^(?:Informe (?:del|de la) |Nota (?:del|de la) |Carta de fecha |Cartas idénticas |Nota verbal |Proyecto de (?:resolución|decisión)|Documento de trabajo|Declaración (?:del|de la) |Resolución aprobada |Decisión aprobada |Memorando |Memorándum |Ayuda memoria |Nota explicativa|(?:Declaración|Comunicado) conjunt[oa]|\[sin remisión|\[sobre la base)/,
  fr: /^(?:Rapport (?:du|de la|de l[’'])|Note (?:du|de la) |Lettre datée |Lettres identiques |Note verbale |Projet de (?:résolution|décision)|Document de travail|Déclaration (?:du|de la) |Résolution adoptée |Décision adoptée |Mémorandum |Aide-mémoire |Mémoire explicatif|(?:Déclaration|Communiqué) (?:commune?|conjointe?)|\[sans renvoi|\[sur (?:la base|le rapport))/,
  ru: /^(?:Доклад (?:Генерального|Комитета|Комиссии|Совета|Группы|Специального)|Записка |Письмо \p{L}|Идентичные письма|Вербальная нота |Проект (?:резолюции|решения)|Рабочий документ|Заявление |Резолюция, принятая|Решение, принятое|Меморандум |Памятная записка|Пояснительная записка|Совместн(?:ое заявление|ое коммюнике)|\[без передачи|\[по докладу)/u,
  zh: /^(?:秘书长的(?:报告|说明)|秘书处的(?:报告|说明)|.{2,20}的(?:报告|说明|声明)$|普通照会|决议草案|决定草案|工作文件|备忘录|解释性备忘录|.{2,20}备忘录$|联合(?:声明|公报)|\d{4}年\d{1,2}月\d{1,2}日[^，。；：]{4,60}(?:给|致)|\d{4}年\d{1,2}月\d{1,2}日.{2,16}(?:决议|决定)$|\[未经发交|\[根据)/
}

/** The characters that such titles begin with, where not with any: most lines begin with another. */
const firstCharacters: Readonly<Partial<Record<LanguageCode, string>>> = { ar: 'تمروبق[', en: 'RNLIDWSMAEJ[', es: 'INCPDRMA[', fr: 'RNLPDMAC[', ru: 'ДЗПИВРМС[' }

/** The number of a resolution in front of its title: `77/941. Title`, `443 (V). Title`, which scans misread; in Arabic `77/941 - `. */
const numbered = /^\d{1,4}(?:\/\d{1,4}|(?<=\d{2}) ?[(（](?:[IVXLTl1]{1,8}|[一二三四五六七八九十]{1,4}|د ?[-–] ?\d{1,2})[)}）])(?:\.| [-–]) ?[\p{Lu}\p{Lo}]/u

/** Whether a line begins the title of a document, or of a numbered resolution. */
export function opensTitle(line: string, language: LanguageCode): boolean {
  const begun = firstCharacters[language]?.includes(line.charAt(0)) ?? true
  return (begun && titleOpenings[language].test(line)) || ('0123456789'.includes(line.charAt(0)) && numbered.test(line))
}

/** A title that is a letter's or a note's, whole in itself: no other title stands above it. */
const letters: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:رسالة مؤرخة|رسالتان متطابقتان|رسائل متطابقة|مذكرة شفوية)/,
  en: /^(?:Letter dated |Letters dated |Identical letters |Notes? verbales? )/,
  es: /^(?:Cartas? de fecha |Cartas idénticas |Notas? verbal(?:es)? )/,
  fr: /^(?:Lettres? datées? |Lettres identiques |Notes? verbales? )/,
  ru: /^(?:Письмо \p{L}+|Письма |Идентичные письма|Вербальная нота )/u,
  zh: /^(?:普通照会|\d{4}年\d{1,2}月\d{1,2}日.{4,120}(?:的信|同文信|的普通照会)$|\d{4}年\d{1,2}月\d{1,2}日.{0,40}(?:给|致|常驻))/
}

/** Whether a line begins the title of a letter or a note verbale. */
export function opensLetter(line: string, language: LanguageCode): boolean {
  return letters[language].test(line)
}
