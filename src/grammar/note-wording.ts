import type { LanguageCode } from '../language/code.ts'

/** What a note says of the document or its text. */
export type NoteKind = 'adoption' | 'agenda' | 'footnote' | 'late' | 'other' | 'record' | 'reissue' | 'unedited'

/** Kinds of note that their wording tells. */
export type WordedNote = Exclude<NoteKind, 'footnote' | 'other'>

/**
 * What tells the kind of a star note, in small letters, without vowel marks. Loose on purpose: some wordings are known
 * from one document only. Tried in the order of `kinds`.
 */
export const noteWordings: Readonly<Record<LanguageCode, Readonly<Record<WordedNote, RegExp>>>> = {
  ar: {
    reissue: /(?:أعيد|اعيد|يعاد) (?:إ|ا)?صدار|لأسباب فنية|لاسباب فنية/,
    late: /بعد الموعد|تأخر/,
    unedited: /دون تحرير|غير محرر/,
    adoption: /^(?:\*+ ?)?(?:اعتمدت|اعتمد)/,
    record: /المحاضر? المصوب|تصويب|يتضمن هذا المحضر/,
    agenda: /^(?:\*+ ?)?[a-z]{1,4}\/[\w/.()-]+\.?$/
  },
  en: {
    reissue: /re-?issued for technical|technical reasons/,
    late: /after the deadline|submitted late|late submission/,
    unedited: /without formal editing|unedited/,
    adoption: /^(?:\*+ ?)?(?:adopted|approved) (?:by|at|on|without)/,
    record: /corrected records|corrigendum|subject to correction|this record contains/,
    agenda: /^(?:\*+ ?)?[a-z]{1,4}\/[\w/.()-]+\.?$/
  },
  es: {
    reissue: /publicad[oa] nuevamente|nueva tirada|reedici[oó]n|razones t[eé]cnicas/,
    late: /con retraso|fuera de plazo|despu[eé]s del plazo/,
    unedited: /sin revisi[oó]n|sin edici[oó]n/,
    adoption: /^(?:\*+ ?)?(?:aprobad|adoptad)[oa]s? (?:por|en|el|sin)/,
    record: /actas corregidas|la presente acta contiene/,
    agenda: /^(?:\*+ ?)?[a-z]{1,4}\/[\w/.()-]+\.?$/
  },
  fr: {
    reissue: /nouveau tirage|raisons techniques/,
    late: /après la date|après les délais|retard/,
    unedited: /sans avoir été revu|non édité|sans mise au point/,
    adoption: /^(?:\*+ ?)?adoptée?s? (?:par|à|au|le|sans)/,
    record: /ce procès-verbal contient|rectificatif/,
    agenda: /^(?:\*+ ?)?[a-z]{1,4}\/[\w/.()-]+\.?$/
  },
  ru: {
    reissue: /переизда|повторно|техническим причинам/,
    late: /после установленного срока|с опозданием/,
    unedited: /без официального редактирования|без редактирования/,
    adoption: /^(?:\*+ ?)?(?:принят|утвержден)/,
    record: /могут вноситься поправки|настоящий отчет содержит/,
    agenda: /^(?:\*+ ?)?[a-zа-я]{1,4}\/[\w/.()-]+\.?$/
  },
  zh: {
    reissue: /重新印发|重发|重新分发/,
    late: /逾期|迟交/,
    unedited: /未经正式编辑/,
    adoption: /(?:通过|核准)。?$/,
    record: /^本记录(?:包括|载有|收录)|更正应/,
    agenda: /^(?:\*+ ?)?[a-z]{1,4}\/[\w/.()-]+[。.]?$/
  }
}

/** How the note on a record begins that stands at the foot of its first page, in small letters. */
const recordOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:يتضمن هذا المحضر|هذا المحضر قابل للتصويب)/,
  en: /^this record (?:contains|is subject to correction)/,
  es: /^la presente acta (?:contiene|(?:podrá ser|está sujeta|es objeto))/,
  fr: /^(?:ce procès-verbal contient|le présent (?:compte rendu|procès-verbal) (?:est sujet|contient))/,
  ru: /^(?:настоящий отч[её]т содержит|в настоящем отч[её]те содержатся|в настоящий (?:краткий )?отч[её]т могут вноситься)/,
  zh: /^本记录(?:包括|载有|收录|可以更正)/
}

/** Whether a paragraph is what is said of a record, whatever stands around it. */
export function opensRecordNote(text: string, language: LanguageCode): boolean {
  return recordOpenings[language].test(text.toLowerCase().replace(/[\u064B-\u0652\u0640]/g, ''))
}

const kinds = ['reissue', 'late', 'unedited', 'adoption', 'record', 'agenda'] as const satisfies readonly WordedNote[]

/** The kind of a star note by its wording; `other` where the wording is unknown. */
export function noteKind(text: string, language: LanguageCode): NoteKind {
  const folded = fold(text)
  return kinds.find((kind) => noteWordings[language][kind].test(folded)) ?? 'other'
}

/** Whether that kind is what is said of a record; no other wording is looked for where that of a record is not met. */
export function isRecordNote(text: string, language: LanguageCode): boolean {
  return noteWordings[language].record.test(fold(text)) && noteKind(text, language) === 'record'
}

/** In small letters, without vowel marks. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[\u064B-\u0652\u0640]/g, '').trim()
}

/** How the texts of notes begin that are references: to a document by its symbol, to what was cited, to a resolution. */
const openings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:انظر|المرجع نفسه|المرجع السابق|القرارا?ن?[ :]|قرار الجمعية|الأمم المتحدة، مجموعة|الوثائق الرسمية|للاطلاع|على سبيل المثال|مثلا[ :،])/,
  en: /^(?:See\b|Ibid\b|Id\.|Cf\.|Resolutions? [\dA-Z]|General Assembly resolution|Security Council resolution|United Nations, Treaty Series|Official Records|For the |As contained|Available (?:at|from)|E\.g\.)/,
  es: /^(?:Véan?se\b|Ibid\.|Ibíd|Íd\.|Resoluci(?:ón|ones) [\dA-Z]|Naciones Unidas, Treaty|Documentos Oficiales|Puede consultarse|Disponible en|Por ejemplo\b)/,
  fr: /^(?:Voir\b|Ibid|Id\.|Résolutions? [\dA-Z]|Nations Unies, Recueil|Documents officiels|Pour (?:le|la|les) |Disponible|Par ex(?:emple\b|\.))/,
  ru: /^(?:См\.|Там же|Резолюци[яи] |Организация Объединенных Наций, |United Nations, Treaty|Официальные отчеты|Имеется на|Например[ ,:])/,
  zh: /^(?:见|参见|同上|另见|第 ?\d[\d/]{0,9}号决议|联合国，?《条约汇编》|《.{2,30}》，第|《大会正式记录|例如)/
}

/** Whether a text begins as notes do that refer to something: with a symbol, with the address of a page, or with such words. */
export function opensNote(text: string, language: LanguageCode): boolean {
  return /^(?:[A-Z]{1,5}(?:\/[\w.()-]{1,20}){1,8}|https?:\/\/|www\.)/.test(text) || openings[language].test(text)
}

/** Whether a line ends in a word that points to what must follow, shortened: `См.`, `Cf.`. */
export function endsInReferral(line: string): boolean {
  return /(?:^| )(?:См|Ср|[Cc]f)\.$/u.test(line.slice(-5))
}

/** Headings of the notes at the end of a text, small letters. */
const headings: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['الحواشي', 'حواشي', 'الهوامش'],
  en: ['notes', 'footnotes', 'endnotes'],
  es: ['notas'],
  fr: ['notes'],
  ru: ['примечания', 'сноски'],
  zh: ['注', '注释', '脚注', '尾注']
}

/** Whether a line heads the notes at the end of a text. */
export function headsNotes(line: string, language: LanguageCode): boolean {
  return line.length < 16 && headings[language].includes(line.toLowerCase().replace(/[:：]$/, '').trim())
}
