import type { LanguageCode } from '../language/code.ts'

/** What the cover of a report says that is a supplement to the records of an organ. */
export interface CoverWording {
  /** The records, alone or with their year. */
  records: RegExp
  /** The number of the supplement. */
  supplement: RegExp
  /** Who published it, where and when. */
  imprint: RegExp
  /** What heads the note on symbols behind the title page. */
  note: RegExp
}

export const coverWordings: Readonly<Record<LanguageCode, CoverWording>> = {
  ar: { records: /^الوثائق الرسمية(?:،? ?\d{4})?$/, supplement: /^الملحق رقم [\d٠-٩]{1,3} ?[A-Zأ-ي]?\*?$/, imprint: /^الأمم المتحدة ?• ?\S/, note: /^(?:ملاحظة|ملحوظة|ملاحظات)$/ },
  en: { records: /^official records(?:, ?\d{4})?$/i, supplement: /^supplement no\. ?\d{1,3} ?[A-Z]?\*?$/i, imprint: /^united nations ?• ?\S/i, note: /^notes?$/i },
  es: { records: /^documentos oficiales(?:, ?\d{4})?$/i, supplement: /^suplemento (?:n[úu]m\.|no\.|n[º°]) ?\d{1,3} ?[A-Z]?\*?$/i, imprint: /^naciones unidas ?• ?\S/i, note: /^notas?$/i },
  fr: { records: /^documents officiels(?:, ?\d{4})?$/i, supplement: /^supplément n(?:o|[º°]) ?\d{1,3} ?[A-Z]?\*?$/i, imprint: /^nations unies ?• ?\S/i, note: /^notes?$/i },
  ru: { records: /^официальные отч[её]ты(?:, ?\d{4}(?: год)?)?$/i, supplement: /^дополнение (?:№|n[º°o]) ?\d{1,3} ?[A-ZА-Я]?\*?$/i, imprint: /^организация объедин[её]нных наций ?• ?\S/i, note: /^примечани[ея]$/i },
  zh: { records: /^(?:\d{4}年)?正式记录$/, supplement: /^补编第 ?\d{1,3} ?[A-Z]? ?号\*?$/, imprint: /^联合国 ?• ?\S/, note: /^(?:说明|附注|注)$/ }
}

/** The standard number of a series, and a date in brackets below it. */
export const seriesNumber = /^ISSN \d{4}-\d{3}[\dX]$/
