import type { LanguageCode } from '../language/code.ts'

/** The number of a table or a figure, by itself or behind that of its section: `3`, `II`, `13.2`, `25.IV`. */
const number = '(?:\\d{1,3}|[IVX]{1,6})(?:\\.(?:\\d{1,3}|[IVX]{1,6}))?'
const arabicNumber = '(?:رقم )?(?:[\\d٠-٩]{1,3}(?:[-.][\\d٠-٩]{1,3})?|ال[\\u0621-\\u064A]{3,8})'
const chineseNumber = '(?:\\d{1,3}(?:\\.\\d{1,3})?|[一二三四五六七八九十]{1,3})'

/** `Table 1`, with or without a title behind it; small letters would refer to a table in mid sentence. */
const captions: Readonly<Record<LanguageCode, RegExp>> = {
  ar: new RegExp(`^(?:ال)?جدول ${arabicNumber}(?!\\S)`),
  en: new RegExp(`^(?:Table|TABLE) ${number}(?![\\p{L}\\d])`, 'u'),
  es: new RegExp(`^(?:Cuadro|CUADRO|Tabla|TABLA) ${number}(?![\\p{L}\\d])`, 'u'),
  fr: new RegExp(`^(?:Tableau|TABLEAU) ${number}(?![\\p{L}\\d])`, 'u'),
  ru: new RegExp(`^(?:Таблица|ТАБЛИЦА) ${number}(?![\\p{L}\\d])`, 'u'),
  zh: new RegExp(`^表 ?${chineseNumber}(?=$|[ :：\\u3000.])`)
}

/** The letters that captions begin with: most lines begin with another. */
const captionLetters: Readonly<Record<LanguageCode, string>> = { ar: 'اج', en: 'T', es: 'CT', fr: 'T', ru: 'Т', zh: '表' }

/** The same of a figure, a chart, a map, a box, alone on its line. */
const figures: Readonly<Record<LanguageCode, RegExp>> = {
  ar: new RegExp(`^(?:ال)?(?:شكل|إطار|رسم بياني|خريطة) ${arabicNumber}$`),
  en: new RegExp(`^(?:Figure|FIGURE|Chart|CHART|Map|MAP|Box|BOX) ${number}$`, 'u'),
  es: new RegExp(`^(?:Figura|FIGURA|Gráfico|GRÁFICO|Mapa|MAPA|Recuadro|RECUADRO) ${number}$`, 'u'),
  fr: new RegExp(`^(?:Figure|FIGURE|Graphique|GRAPHIQUE|Carte|CARTE|Encadré|ENCADRÉ) ${number}$`, 'u'),
  ru: new RegExp(`^(?:Рисунок|РИСУНОК|Диаграмма|ДИАГРАММА|Карта|КАРТА|Вставка|ВСТАВКА) ${number}$`, 'u'),
  zh: new RegExp(`^(?:图|专栏|方框|框) ?${chineseNumber}$`)
}

/** Whether a line is the number of a figure, a chart or a box and nothing else. */
export function isFigureCaption(line: string, language: LanguageCode): boolean {
  return line.length < 24 && figures[language].test(line)
}

/** What figures are counted in, below the title of a table: `(Thousands of United States dollars)`. */
const units: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /آلاف|ألوف|ملايين|بليون|نسبة مئوية|النسب(?:ة)? المئوية|دولار|يورو|فرنك/,
  en: /thousands|millions|billions|percentage|per cent|dollars|euros|francs/i,
  es: /miles|millones|porcentaje|por ciento|dólares|euros|francos/i,
  fr: /milliers|millions|milliards|pourcentage|pour cent|dollars|euros|francs/i,
  ru: /тыс(?:\.|яч)|млн|миллион|млрд|миллиард|процент|доллар|долл\.|евро|франк/i,
  zh: /千|百万|亿|百分比|百分率|美元|欧元|瑞士法郎|单位/
}

/** Whether a line says in brackets what the figures of a table count, and nothing else. */
export function isTableUnit(line: string, language: LanguageCode): boolean {
  return line.length <= 80 && '(（'.includes(line.charAt(0)) && /^[(（][^()（）]{2,78}[)）]$/.test(line) && units[language].test(line)
}

/** Whether a line captions a table: `alone` where it says nothing but the number, `titled` where a title stands behind it. */
export function readTableCaption(line: string, language: LanguageCode): 'alone' | 'titled' | undefined {
  if (line.length > 160 || !captionLetters[language].includes(line.charAt(0))) return undefined
  const found = captions[language].exec(line)?.[0]
  if (found === undefined) return undefined
  const rest = line.slice(found.length)
  if (/^[:：]?$/.test(rest)) return 'alone'
  // `Table 1 shows …` is a sentence.
  return /^(?:[.:：]? [\p{Lu}\p{Lo}]|[.:：] ?\p{L}| [–—-] )/u.test(rest) && !/[.;,。；，،؛]$/.test(rest) ? 'titled' : undefined
}
