import type { LanguageCode } from '../language/code.ts'

/**
 * How paragraphs of a preamble begin: participles and gerunds, adjectives of concern; in Russian small letters. What ends
 * the preamble of a treaty, `Have agreed as follows`, is one of them.
 * Patterns rather than lists, for the verbs are many and their forms are few.
 */
export const preambularOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:قد اتفقت|و?لما كان|و?حيث إن|و?إذ |و?(?:رغبة|إيمانا|اقتناعا|إدراكا|حرصا|مراعاة|اعترافا|تصميما|عزما|يقينا|وعيا|سعيا|أملا)ً? من(?:ها|ه|هم) |وقد |إذ\u064A|وبعد أن )/,
  en: /^Have agreed|^Whereas |^(?!United\b)(?:(?:Also|Further|Noting|Still|Once again|Again|[A-Z][a-z]{3,12}ly) ?)?(?:[A-Z]?[a-z]{2,14}ing\b|[A-Z]?[a-z]{3,12}ed\b|[Aa]ware|[Cc]onscious|[Mm]indful|Cognizant|Desirous)/,
  es: /^Han convenido|^\p{Lu}\p{Ll}{2,14}mente \p{Ll}{3,14}(?:[ai]d[oa]|ando|iendo|yendo|consciente)\b|^(?:[\p{L}]{2,12}(?:ando|iendo|yendo)\b|\p{Lu}\p{Ll}{2,12}[ai]d[oa] por\b|Consciente|Convencid[oa]|Preocupad[oa]|Guiad[oa]|Alarmad[oa]|Inspirad[oa]|Resuelt[oa]|Deseos[oa]|Anhelos[oa]|Animad[oa]|Decidid[oa]|Teniendo)/u,
  fr: /^Sont convenu|^\p{Lu}\p{Ll}{2,14}ment (?:\p{Ll}{3,14}(?:ant|ée?|ie?|ue?)(?= )|conscient|soucieu|désireu)|^(?:(?:\p{Lu}\p{Ll}{2,14}ment|Se|S[’']|Y|En) ?)?(?:[\p{L}]{2,12}ant\b|Consciente?|Convaincue?|Préoccupée?|Guidée?|Alarmée?|Inspirée?|Résolue?s?\b|Soucieu(?:x|se)|Désireu(?:x|se)|Ayant)|^\p{Lu}\p{Ll}{2,12}ée? par\b/u,
  ru: /^(?:согласились|договорились|преисполненн|будучи )|^(?:Будучи|Вновь|Выражая|Действуя|Желая|Заслушав|Изучив|Имея|Исходя|Напоминая|Осознавая|Основываясь|Отмечая|Памятуя|Подтверждая|Подчеркивая|Полагая|Получив|Приветствуя|Признавая|Принимая|Рассмотрев|Руководствуясь|Сознавая|Ссылаясь|Стремясь|Считая|Убежденн\p{Ll}{2}|Учитывая)(?:[ ,]|$)|^(?:(?:вновь|также|далее|особо|глубоко|с \p{Ll}{1,40}|принимая) )?(?!\p{Ll}{1,40}щ\p{Ll}{1,3}ся(?:[ ,]|$))\p{Ll}{1,40}(?:ая|ея|яя|уя|ясь|аясь|ив|ев|ав|чи|дя|ся)(?:[ ,]|$)/u,
  zh: /^(?:兹|(?:特别|进一步|高度|极为|[又还并])?(?:赞扬|感谢|申明|谨记|牢记)|[又还](?:回顾|忆及|强调|欢迎|认识到|确认|考虑到|赞赏地|铭记|意识到|深信|表示|关切|重申|注意到)|回顾|忆及|重申|注意到|再次|满意地|赞赏地|铭记|认识到|确认|考虑到|欢迎|深信|坚信|审议了|强调|关切|深切|严重|意识到|认为|鉴于|遵循|决心|表示|感到|收到|愿|希望|期望|渴望|念及|确信|相信|承认|关注|震惊|惊悉|痛惜|本着|听取)/
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
