import type { LanguageCode } from '../language/code.ts'

/** How the names of organs and of the treaties that they serve begin; in Chinese, how they end. */
const words: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:اللجنة|لجنة|مجلس|مؤتمر|اتفاقية|الاتفاقية الدولية|العهد الدولي|الفريق|اللجان) /,
  en: /^(?:(?:Human Rights|Executive|Preparatory|Governing|Economic and Social|Trade and Development|Industrial Development|Statistical|Ad Hoc|Joint|Special|Standing|High-level|Intergovernmental|World|Subsidiary|Open-ended|Advisory|Administrative) )?(?:Committee|Commission|Conference|Council|Board|Body|Working Group|Convention|Meeting|Forum|International (?:Convention|Covenant))\b/,
  es: /^(?:Comité|Comisión|Conferencia|Consejo|Junta|Grupo de Trabajo|Convención|Pacto Internacional|Reunión|Foro)(?!\p{L})/u,
  fr: /^(?:Comité|Commission|Conférence|Conseil|Groupe de travail|Convention|Pacte international|Réunion|Forum)(?!\p{L})/u,
  ru: /^(?:Комитет|Комиссия|Конференция|Совет|Рабочая группа|(?:Международная к|К)онвенция|Международный пакт|Совещание|Форум)(?!\p{L})/u,
  zh: /(?:委员会|会议|公约|理事会|工作组|论坛)$/
}

/** Whether a line may be the name of an organ or of a treaty. */
export function namesOrgan(line: string, language: LanguageCode): boolean {
  return line.length < 120 && words[language].test(line)
}
