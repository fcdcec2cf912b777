import type { LanguageCode } from './code.ts'

/** How the title of a document begins that says what kind of document it is: a line of its own below another title. */
const titleOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:تقرير (?:الأمين العام|اللجنة|الفريق|المقرر)|مذكرة من|رسالة مؤرخة|رسالتان متطابقتان|مذكرة شفوية|مشروع قرار|ورقة عمل|بيان |قرار اتخذته)/,
  en: /^(?:Report (?:of|by|on) the |Note by the |Letter dated |Identical letters |Note verbale |Draft resolution|Draft decision|Working paper|Statement by the |Resolution adopted |Decision adopted |\[without reference|\[on the report)/,
  es: /^(?:Informe (?:del|de la) |Nota (?:del|de la) |Carta de fecha |Cartas idénticas |Nota verbal |Proyecto de (?:resolución|decisión)|Documento de trabajo|Declaración (?:del|de la) |Resolución aprobada |Decisión aprobada |\[sin remisión|\[sobre la base)/,
  fr: /^(?:Rapport (?:du|de la|de l[’'])|Note (?:du|de la) |Lettre datée |Lettres identiques |Note verbale |Projet de (?:résolution|décision)|Document de travail|Déclaration (?:du|de la) |Résolution adoptée |Décision adoptée |\[sans renvoi|\[sur (?:la base|le rapport))/,
  ru: /^(?:Доклад (?:Генерального|Комитета|Группы|Специального)|Записка |Письмо \p{L}+|Идентичные письма|Вербальная нота |Проект (?:резолюции|решения)|Рабочий документ|Заявление |Резолюция, принятая|Решение, принятое|\[без передачи|\[по докладу)/u,
  zh: /^(?:秘书长的(?:报告|说明)|秘书处的(?:报告|说明)|.{2,20}的(?:报告|说明)$|普通照会|决议草案|决定草案|工作文件|\[未经发交|\[根据)/
}

/** Whether a line begins the title of a document, or of a numbered resolution: `77/941. Title`. */
export function opensTitle(line: string, language: LanguageCode): boolean {
  return titleOpenings[language].test(line) || /^\d{1,3}\/\d{1,4}\. ?[\p{Lu}\p{Lo}]/u.test(line)
}
