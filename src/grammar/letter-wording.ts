import type { LanguageCode } from '../language/code.ts'

/**
 * How paragraphs of a letter begin: it has the honour, it was instructed, it would be grateful. Such words open a
 * paragraph below a title or a full stop, where an export shows no other sign.
 */
export const letterOpenings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:و?(?:أتشرف|يشرفني|يسرني|أود أن|أكتب إليكم|أرجو|سأكون ممتن|أكون ممتن|ألتمس)|بناء على تعليمات|بالإشارة إلى|إلحاقا ب)/,
  en: /^(?:I have the honou?r|I am (?:pleased|writing|grateful|transmitting)|I (?:wish|write|refer|attach|enclose)|(?:Up)?[Oo]n (?:the )?instructions|I (?:should|would) (?:be grateful|appreciate)|(?:Further|With reference|Pursuant) to my letter|As you are aware,)/,
  es: /^(?:Tengo el honor|Me (?:complace|dirijo|permito|refiero|es grato)|(?:Siguiendo|De conformidad con|Por) instrucciones|Le(?:s)? (?:agradecer(?:é|ía)|ruego)|Agradecer(?:é|ía)|Mucho agradecería|Adjunto (?:a la presente|le remito))/,
  fr: /^(?:J[’'](?:ai l[’']honneur|ai le plaisir|appelle votre attention)|D[’']ordre de|Sur (?:instructions?|les instructions) de|Je (?:vous (?:serais|saurais|prie|fais tenir|écris)|souhaite|tiens à|me réfère)|Comme vous le savez,)/,
  ru: /^(?:Имею честь|По поручению|Пользуюсь (?:случаем|настоящей)|Буд(?:у|ем) (?:весьма )?(?:признател|благодар)|Был[аи]? бы (?:весьма )?признател|Прошу (?:Вас|распространить)|Обращаюсь к Вам|Ссылаюсь на|В дополнение к моему письму|Как Вам известно,)/,
  zh: /^(?:我?谨(?:随函|此|提及|通知|转递|向)|奉我国政府(?:的)?指示|我(?:荣幸地|写信|高兴地|很高兴)|请将本(?:信|函|照会)|请(?:将|惠予)|随(?:信|函)附上|如蒙将)/
}
