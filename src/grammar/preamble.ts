import type { LanguageCode } from '../language/code.ts'

/**
 * How paragraphs of a preamble begin: participles and gerunds, adjectives of concern; in Russian small letters. What ends
 * the preamble of a treaty, `Have agreed as follows`, is one of them.
 * Patterns rather than lists, for the verbs are many and their forms are few.
 */
export const preambularOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:قد اتفقت|و?لما كان|و?حيث إن|و?[إا]ذ |و?(?:رغبة\u064B?|(?:إيمان|اقتناع|إدراك|حرص|اعتراف|تصميم|عزم|يقين|وعي|سعي)(?:ا\u064B?|\u064Bا)|مراعاة\u064B?|أملا\u064B?) من(?:ها|ه|هم) |وقد |إذ\u064A|وبعد (?:أن|النظر|الاطلاع|الاستماع) |وعملا\u064B? ب)/,
  en: /^Have agreed|^Whereas |^(?!United\b)(?:(?:Also|Further|Noting|Still|Once again|Again|[A-Z][a-z]{3,12}ly) ?)?(?:[A-Z]?[a-z]{2,14}ing\b|[A-Z]?[a-z]{3,12}ed\b|[Aa]ware|[Cc]onscious|[Mm]indful|Cognizant|Desirous)/,
  es: /^Han convenido|^\p{Lu}\p{Ll}{2,14}mente (?:\p{Ll}{3,14}(?:[ai]d[oa]|ando|iendo|yendo)|conscientes?)\b|^(?:[\p{L}]{2,12}(?:ando|iendo|yendo|[áé]ndose)\b|\p{Lu}\p{Ll}{2,12}[ai]d[oa] por\b|Consciente|Convencid[oa]|Preocupad[oa]|Guiad[oa]|Alarmad[oa]|Inspirad[oa]|Resuelt[oa]|Deseos[oa]|Anhelos[oa]|Animad[oa]|Decidid[oa]|Persuadid[oa]|Complacid[oa]|Teniendo|(?:Segur[oa]|Sabedora?|Conocedora?) de\b|Inquiet[oa] |Habida cuenta de|Con (?:el (?:deseo|fin|propósito) de|miras a)\b|Vist[oa]s? )/u,
  fr: /^Sont convenu|^\p{Lu}\p{Ll}{2,14}ment (?:\p{Ll}{3,14}(?:ant|ée?|ie?|ue?)(?= )|conscient|soucieu|désireu)|^(?:(?:\p{Lu}\p{Ll}{2,14}ment|Se|S[’']|Y|En) ?)?(?:[\p{L}]{2,12}ant\b|Consciente?|Convaincue?|Préoccupée?|Guidée?|Alarmée?|Inspirée?|Résolue?s?\b|Soucieu(?:x|se)|Désireu(?:x|se)|Ayant)|^\p{Lu}\p{Ll}{2,12}ée? par\b/u,
  ru: /^(?:согласились|договорились|преисполненн|будучи )|^(?:Будучи|Вновь|Выражая|Действуя|Желая|Заслушав|Изучив|Имея|Исходя|Напоминая|Осознавая|Основываясь|Отмечая|Памятуя|Подтверждая|Подчеркивая|Полагая|Получив|Приветствуя|Признавая|Принимая|Рассмотрев|Руководствуясь|Сознавая|Ссылаясь|Стремясь|Считая|Убежденн\p{Ll}{2}|Учитывая)(?:[ ,]|$)|^(?:(?:вновь|также|далее|принимая|\p{Ll}{3,20}(?:о|ью)|с \p{Ll}{1,40}(?: \p{Ll}{1,40})?) )?(?:(?!(?:котор|кажд|втор|перв|молод|нов|сам|цел|прям)(?:ая|ев)[ ,]|\p{Ll}{1,40}(?:[бвгджзйлмнпрстфхцчшщь]ная|[дзшь]няя|кая|овая|[вйь]шая|[уюя]щая|емая|[вджзлстш]имая|(?:ект|акт|ьт|ат|нт)ив)[ ,])\p{Ll}{1,40}(?:ая|ея|яя|уя|ясь|аясь|шись|ив|ев|ав|дя)(?:[ ,]|$)|(?:ценя|веря|помня)[ ,]|(?:обеспокоенн|озабоченн|встревоженн|вдохновленн|воодушевленн|убежденн|уверенн|потрясенн)(?:ая|ый) )/u,
  zh: /^(?:兹|(?:(?:[又还并再仍也更]|进一步|同时|另外|此外|特别|再次|再度|继续|极为|高度|强烈|坚决|满意地|赞赏地|感谢地|感激地|关切地|遗憾地|不安地|高兴地|欣慰地|感兴趣地|深切地?|严重|表示){1,3}(?:回顾|忆及|重申|申明|强调|欢迎|注意到|认识到|意识到|确认|考虑到|铭记|牢记|谨记|深信|坚信|赞扬|赞赏|感谢|关切|关注|表示|感到|期望|承认|谴责|震惊)|回顾|忆及|重申|注意到|再次|满意地|赞赏地|铭记|牢记|谨记|认识到|确认|考虑到|顾及|欢迎|欣见|欣悉|欣慰|深信|深知|深为|深感|坚信|审议了|强调|着重指出|申明|肯定|关切|深切|严重|极为|意识到|认为|认定|断定|鉴于|有鉴于|遵循|决心|表示|感到|收到|愿|希望|期望|盼望|渴望|念及|确信|相信|承认|关注|震惊|惊悉|察及|知悉|痛惜|谴责|赞扬|感谢|愤慨|遗憾地|不安地|受到鼓舞|致力于|力求|谋求|本着|听取|根据《(?:联合国)?宪章》第七章))/
}

/**
 * What is decided below a preamble, in Russian with a small letter, too: `постановляет …`, `настоятельно призывает …`. In the
 * other languages a capital, or the lack of a participle, tells it.
 */
const russianOperative =
  /^(?:(?:вновь|также|далее|особо|настоятельно|решительно|категорически|самым решительным образом|с \p{Ll}{1,40}(?: \p{Ll}{1,40})?) ){0,2}(?:постановля|прос|призыва|принимает к сведению|выража|предлага|рекоменд|поруча|одобря|утвержда|подтвержда|приветству|отмеча|подчеркива|заявля|провозглаша|осужда|учрежда|уполномочива|треб|обраща|напомина|призна|благодар|соглаша|поощря|побужда)(?:ет|ит|ует|ся|ется)?(?=[ ,:])/u

/** Whether a line begins what a resolution decides, where no capital shows it. */
export function opensSmallOperative(line: string, language: LanguageCode): boolean {
  return language === 'ru' && russianOperative.test(line)
}

const headings: ReadonlySet<string> = new Set(['preamble', 'préambule', 'preambule', 'preámbulo', 'preambulo', 'преамбула', '序言', '序文', '前言', 'الديباجة', 'ديباجة'])

/** Whether a line is the heading of a preamble and says nothing else. */
export function isPreambleHeading(line: string): boolean {
  return line.length < 12 && headings.has(line.toLowerCase())
}
