import type { LanguageCode } from '../language/code.ts'

/**
 * Lines that open a resolution: an organ and a comma, a paragraph of their own. Any organ, told by the word that names its
 * kind and by what may stand behind it in a name; some extractors leave a blank before the comma.
 */
const formulas: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^إن (?:(?:ال)?(?:جمعية|مجلس|لجنة|مؤتمر|اجتماع|هيئة|دول|أطراف|دورة|منتدى|سلطة)(?: [\u0621-\u064A ]{2,120})?)(?: \([^()]{2,20}\))? ?[،,]$/,
  en: /^The (?:(?:[A-Z][\p{L}’'-]{1,20}|and|of|for) ){0,6}(?:Assembly|Council|Commission|Committee|Conference|Board|Parties|Meeting|Congress|Forum|Authority|Body)(?: (?:of|on|for|to|in|serving|acting|established|responsible) [^,;.:]{2,160})? ?,$/u,
  es: /^(?:La (?:Asamblea|Comisión|Conferencia|Junta|Reunión|Autoridad)|El (?:Consejo|Comité|Congreso|Foro|Órgano)|Los Estados [Pp]artes|Las (?:Altas )?Partes(?: Contratantes)?)(?: (?:de|del|para|sobre|en|contra|que actúa|encargad[oa]|constituid[oa]|General|Económic[oa]|Preparatori[oa]|Ejecutiv[oa]|Especial|Permanente|Consultiv[oa]|Mundial|Internacional|Intergubernamental|Subsidiari[oa]|Mixt[oa]|Directiv[oa]|Central|Plenari[oa])(?: [^,;.:]{2,160})?)? ?,$/u,
  fr: /^(?:L[’']\s?(?:Assemblée|Autorité|Organe)|La (?:Commission|Conférence|Réunion)|Le (?:Conseil|Comité|Congrès|Forum)|Les États [Pp]arties|Les (?:Hautes )?Parties(?: contractantes)?)(?: (?:(?:de|du|des|pour|sur|à|au|aux|en|agissant|siégeant|chargée?|constituée?|faisant|générale?|économique|préparatoire|exécutif|spéciale?|permanente?|consultatif|consultative|mondiale?|internationale?|intergouvernementale?|subsidiaire|mixte|centrale?|plénière)(?: [^,;.:]{2,160})?|d[’'][^,;.:]{2,160}))? ?,$/u,
  ru: /^(?:(?:\p{Lu}\p{Ll}{3,20}ая )?[Аа]ссамблея|Совет|Экономический и Социальный Совет|Исполнительный (?:совет|комитет)|(?:\p{Lu}\p{Ll}{3,20}ая (?:(?:и )?\p{Ll}{3,20}ая )?)?[Кк]омиссия|(?:\p{Lu}\p{Ll}{3,20}ый )?[Кк]омитет|(?:\p{Lu}\p{Ll}{3,20}ая )?[Кк]онференция|(?:\p{Lu}\p{Ll}{3,20}(?:ый|ий) )?[Оо]рган|Совещание|Конгресс|Форум|Государства ?[—–-] ?(?:участники|члены|стороны)|(?:Высокие )?(?:Договаривающиеся )?Стороны|Правление)(?: [^,;.:]{2,160})?(?:, действующ(?:ая|ее|ий) в качестве [^,;.:]{2,120})? ?,$/u,
  zh: /^(?:(?!会议)[\u4E00-\u9FFF《》]{0,40}(?:大会|理事会|委员会|会议|缔约(?:各?国|各?方)|(?:管理|执行)局|附属[\u4E00-\u9FFF]{0,12}机构|论坛)) ?[，,]$/
}

/** Words of a sentence, a finite verb or what joins clauses, that stand in no name of an organ. */
const clauses: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /(?:^| )(?:[يت](?:لاحظ|رى|عرب|ؤكد|شعر|وصي|قرر|دعو|حث|رحب|شيد|عتبر|عتقد|حيط|شجع|طلب|كرر|درك|أسف)|(?:أعرب|لاحظ|قرر|طلب|رحب|أكد|أوصى|نظر|اعتمد)ت?|قد|لا|لم|لن|كان(?:ت)?|الذي|التي|أن|إذا)(?= |،|,)/,
  en: /[ ’](?:is|are|was|were|has|had|have|will|would|should|may|might|can|could|shall|must|that|which|who|also|did|does|not|(?:noted?|welcom|request|recommend|urg|express|regrett?|decid|conclud|observ|consider|stress|emphasi[sz]|recall|reiterat|acknowledg|commend|appreciat|encourag|underlin|agre|adopt|approv|invit|remain|continu|receiv|examin|review|discuss|hear|heard|held|met|took|takes|finds|found|thanked|explain|inform)(?:e?s|e?d))(?=[ ,]|$)/,
  es: /[ ](?:es|son|fue|era|ha|han|había|será|debe|debería|puede|podría|que(?! actúa)|acoge|acogió|quien|cual|se|no|también|toma|tomó|(?:observ|recomiend|recomend|lament|expres|celebr|inst|pid|pidi|decid|decidi|consider|subray|reiter|reconoc|alient|invit|examin|recuerd|record|aprob|aprueb|señal|conclu|exhort|encomi)(?:a|e|ó|aba|ía|oge|uye|uyó))(?=[ ,]|$)/,
  fr: /[ ’'](?:est|sont|était|fut|a|ont|avait|sera|doit|devrait|peut|pourrait|que|qu|qui|se|ne|avec|également|prend|prit|reste|fait|(?:not|constat|recommand|regrett|exprim|salu|pri|demand|décid|considèr|considér|soulign|réaffirm|réitèr|rappell|encourag|invit|examin|approuv|estim|engag|adopt|conclu|déplor|félicit)(?:e|a|ait)|rappelait|souhaite|accueille|observe)(?=[ ’',]|$)/,
  ru: / (?:что|который|которая|не|также|был[аои]?|(?!(?:персонал|капитал|материал|журнал|дел)[ао]?[ ,]|(?:кредит|транзит|лимит|дефицит)[ ,])\p{Ll}{2,20}(?:[аяеу]ет|[сдчвжлнм]ит|[аяеиы]л[ао]?|[её]тся|ится|[аи]лся|[аи]лась))(?=[ ,]|$)/u,
  zh: /^(?:第|对|本(?!(?:公约|条约|协定|议定书|规约)(?:的|各)?缔约)|该)|[在向由请至将已了该此但因若届]|经(?!济)|(?<!关)于|提交|通过|认为|建议|本次|下次|召开/
}

/** Organs with their article, in letters alone: scans lose the comma, and misread a letter or two. */
const organs: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = {
  ar: ['إن الجمعية العامة', 'إن مجلس الأمن', 'إن المجلس الاقتصادي والاجتماعي', 'إن مجلس حقوق الإنسان', 'إن مؤتمر الأطراف'],
  en: ['The General Assembly', 'The Security Council', 'The Economic and Social Council', 'The Trusteeship Council', 'The Human Rights Council', 'The Conference of the Parties'],
  es: ['La Asamblea General', 'El Consejo de Seguridad', 'El Consejo Económico y Social', 'El Consejo de Administración Fiduciaria', 'El Consejo de Derechos Humanos', 'La Conferencia de las Partes'],
  fr: ['L’Assemblée générale', 'Le Conseil de sécurité', 'Le Conseil économique et social', 'Le Conseil de tutelle', 'Le Conseil des droits de l’homme', 'La Conférence des Parties']
}
const bare = Object.fromEntries(Object.entries(organs).map(([language, names]) => [language, names.map(lettersOf)]))
const [shortestOrgan, longestOrgan] = [14, 44]

function lettersOf(value: string): string {
  return value.normalize('NFD').replace(/[^\p{L}]/gu, '').toLowerCase()
}

/** Whether a line is the name of an organ that adopts resolutions, without the comma behind it, but for a letter or two that a scan misread. */
export function isOrganAlone(line: string, language: LanguageCode): boolean {
  if (line.length < shortestOrgan || line.length > longestOrgan || !/^(?:The|La|El|Le|L ?[’']|إن) ?\p{L}/u.test(line)) return false
  const letters = lettersOf(line)
  return bare[language]?.some((name) => name.slice(0, 3) === letters.slice(0, 3) && differ(name, letters) <= (name.length > 12 ? 2 : 0)) ?? false
}

/** How many letters two words are apart by: put in, left out, or another; 3 where they are more. */
function differ(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++)
      line.push(Math.min((line[column - 1] ?? 0) + 1, (above[column] ?? 0) + 1, (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)))
    if (Math.min(...line) > 2) return 3
    above = line
  }
  return above[other.length] ?? 0
}

/** Whether a line is an organ and a comma, and opens a resolution or a decision. */
export function isOpeningFormula(line: string, language: LanguageCode): boolean {
  return line.length < 260 && ',，،'.includes(line.charAt(line.length - 1)) && formulas[language].test(line) && !clauses[language].test(line)
}
