/** Documents that nobody wrote, of one kind of structure each, in six languages: what is printed, and the blocks that it is. */
import { madeSentences } from '../align/made-sentences.ts'
import type { Chance } from '../fuzz/chance.ts'
import { languages, type LanguageCode } from '../../src/language/code.ts'
import { printLines } from './print-lines.ts'

/** A block as it is to be found. */
export interface MadeBlock {
  /** `item`, `heading`, `paragraph`, `note`, `row`, `section`; `none` where it is of the page. */
  kind: 'heading' | 'item' | 'none' | 'note' | 'paragraph' | 'row'
  /** Label or marker, as printed. */
  label?: string
  /** Without its label; cells parted by tabs. */
  text: string
  /** As it is printed, where that is not label and text; it is not broken over lines. Empty where the block above is printed with it. */
  printed?: string
  /** Its address, where that is looked at. */
  address?: string
}

interface Words {
  headings: readonly [string, string, string]
  names: readonly [string, string, string]
  article: (number: number) => string
  notesHeading: string
  contents: string
  formula: string
  recitals: readonly string[]
  annotations: string
  provisional: string
  total: string
  columns: readonly [string, string, string]
  references: readonly [string, string, string]
}

const words: Readonly<Record<LanguageCode, Words>> = {
  en: {
    headings: ['General considerations', 'Work of the stations', 'Follow-up'], names: ['Buoys', 'Lamps', 'Anchor chains'], article: (number) => `Article ${number}`,
    notesHeading: 'Notes', contents: 'Contents', formula: 'The Maritime Conference,',
    recitals: ['Recalling the decision that it took at its first session,', 'Noting with concern the state of the lamps,', 'Convinced that signals save lives,'],
    annotations: 'Annotations', provisional: 'Provisional agenda', total: 'Total', columns: ['Item', 'Number', 'Cost'],
    references: ['See document A/77/912, para. 14.', 'Ibid., annex II.', 'United Nations, Treaty Series, vol. 2211, No. 39401.']
  },
  fr: {
    headings: ['Considérations générales', 'Travaux des stations', 'Suite à donner'], names: ['Bouées', 'Lampes', 'Chaînes d’ancre'], article: (number) => `Article ${number}`,
    notesHeading: 'Notes', contents: 'Table des matières', formula: 'La Conférence maritime,',
    recitals: ['Rappelant la décision qu’elle a prise à sa première session,', 'Notant avec préoccupation l’état des lampes,', 'Convaincue que les signaux sauvent des vies,'],
    annotations: 'Annotations', provisional: 'Ordre du jour provisoire', total: 'Total', columns: ['Objet', 'Nombre', 'Coût'],
    references: ['Voir le document A/77/912, par. 14.', 'Ibid., annexe II.', 'Nations Unies, Recueil des Traités, vol. 2211, no 39401.']
  },
  es: {
    headings: ['Consideraciones generales', 'Labor de las estaciones', 'Seguimiento'], names: ['Boyas', 'Lámparas', 'Cadenas de ancla'], article: (number) => `Artículo ${number}`,
    notesHeading: 'Notas', contents: 'Índice', formula: 'La Conferencia Marítima,',
    recitals: ['Recordando la decisión que adoptó en su primera reunión,', 'Observando con preocupación el estado de las lámparas,', 'Convencida de que las señales salvan vidas,'],
    annotations: 'Anotaciones', provisional: 'Programa provisional', total: 'Total', columns: ['Objeto', 'Número', 'Costo'],
    references: ['Véase el documento A/77/912, párr. 14.', 'Ibid., anexo II.', 'Naciones Unidas, Treaty Series, vol. 2211, núm. 39401.']
  },
  ru: {
    headings: ['Общие соображения', 'Работа станций', 'Последующие меры'], names: ['Буи', 'Лампы', 'Якорные цепи'], article: (number) => `Статья ${number}`,
    notesHeading: 'Примечания', contents: 'Содержание', formula: 'Морская конференция,',
    recitals: ['ссылаясь на решение, принятое ею на первой сессии,', 'отмечая с обеспокоенностью состояние ламп,', 'будучи убеждена в том, что сигналы спасают жизни,'],
    annotations: 'Аннотации', provisional: 'Предварительная повестка дня', total: 'Итого', columns: ['Предмет', 'Число', 'Стоимость'],
    references: ['См. документ A/77/912, пункт 14.', 'Там же, приложение II.', 'Организация Объединенных Наций, Сборник договоров, том 2211, № 39401.']
  },
  ar: {
    headings: ['اعتبارات عامة', 'أعمال المحطات', 'المتابعة'], names: ['العوامات', 'المصابيح', 'سلاسل المراسي'], article: (number) => `المادة ${number}`,
    notesHeading: 'الحواشي', contents: 'المحتويات', formula: 'إن المؤتمر البحري،',
    recitals: ['إذ يشير إلى المقرر الذي اتخذه في دورته الأولى،', 'وإذ يلاحظ مع القلق حالة المصابيح،', 'واقتناعا منه بأن الإشارات تنقذ الأرواح،'],
    annotations: 'الشروح', provisional: 'جدول الأعمال المؤقت', total: 'المجموع', columns: ['البند', 'العدد', 'التكلفة'],
    references: ['انظر الوثيقة A/77/912، الفقرة 14.', 'المرجع نفسه، المرفق الثاني.', 'الأمم المتحدة، مجموعة المعاهدات، المجلد 2211، الرقم 39401.']
  },
  zh: {
    headings: ['一般考虑', '观测站的工作', '后续行动'], names: ['浮标', '灯具', '锚链'], article: (number) => `第${'一二三四五六七八九'[number - 1] ?? '十'}条`,
    notesHeading: '注', contents: '目录', formula: '海事会议，',
    recitals: ['回顾其第一届会议通过的决定，', '关切地注意到灯具的状况，', '深信信号能够拯救生命，'],
    annotations: '说明', provisional: '临时议程', total: '合计', columns: ['项目', '数量', '费用'],
    references: ['见A/77/912号文件，第14段。', '同上，附件二。', '联合国，《条约汇编》，第2211卷，第39401号。']
  }
}

/** How a document of a kind is made: its text and its blocks. */
type Make = (chance: Chance, language: LanguageCode, sentence: () => string) => MadeBlock[]

const paragraph = (label: string, text: string): MadeBlock => ({ kind: 'item', label, text })
const plain = (text: string): MadeBlock => ({ kind: 'paragraph', text })
const count = (chance: Chance, least: number): number => least + chance.below(4)
const range = (length: number, from = 1): number[] => Array.from({ length }, (_, index) => index + from)

/** The label of a numbered paragraph: Arabic has a dash behind it. */
const numbered = (number: number, language: LanguageCode): string => (language === 'ar' ? `${number} -` : `${number}.`)

function between(chance: Chance, language: LanguageCode, sentence: () => string, blocks: readonly MadeBlock[]): MadeBlock[] {
  const before = count(chance, 3)
  const after = count(chance, 3)
  const text = (number: number): MadeBlock => paragraph(numbered(number, language), sentence())
  return [...range(before).map(text), ...blocks, ...range(after, before + 1).map(text)]
}

function rows(chance: Chance, language: LanguageCode): string[][] {
  const { names, columns, total } = words[language]
  return [[...columns], ...[...names, total].map((name) => [name, String(10 + chance.below(80)), String(1000 + chance.below(8000))])]
}

const asRow = (cells: readonly string[], printed: string): MadeBlock => ({ kind: 'row', text: cells.join('\t'), printed })

/** Marks and markers of notes. */
const noteShapes = { brackets: ['[', ']', '[', ']'], parens: ['(', ')', '(', ')'], raised: ['', '', '', ''], plain: ['', '', '', ' '] } as const
const raise = (number: number): string => String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')

function notes(shape: keyof typeof noteShapes, head: 'escaped' | 'heading' | 'none' | 'rule'): Make {
  return (_, language, sentence) => {
    const { references, notesHeading, headings } = words[language]
    const mark = (number: number): string => (shape === 'raised' ? raise(number) : `${noteShapes[shape][0]}${number}${noteShapes[shape][1]}`)
    const stop = language === 'zh' ? '。' : '.'
    const text = references.flatMap((_reference, index): MadeBlock[] => {
      let first = sentence()
      // A number behind the figure that ends a sentence may be anything.
      while (/\d.$/.test(first)) first = sentence()
      const second = sentence()
      const printed = `${first.slice(0, -stop.length)}${stop}${mark(index + 1)}${languages[language].spaced ? ' ' : ''}${second}`
      return [{ kind: 'item', label: numbered(index + 1, language), text: `${first}${languages[language].spaced ? ' ' : ''}${second}`, printed: `${numbered(index + 1, language)} ${printed}` }]
    })
    const above: MadeBlock[] = { heading: [{ kind: 'heading' as const, text: notesHeading }], rule: [{ kind: 'none' as const, text: '________________' }], escaped: [{ kind: 'none' as const, text: '\\_\\_\\_\\_\\_\\_' }], none: [] }[head]
    const own = references.map((reference, index): MadeBlock => ({ kind: 'note', label: mark(index + 1), text: reference, printed: `${mark(index + 1)}${shape === 'raised' ? '' : ' '}${reference}` }))
    return [{ kind: 'heading', text: headings[0] }, ...text, ...above, ...own]
  }
}

const underHeadings: Make = (chance, language, sentence) => {
  let number = 0
  return words[language].headings.flatMap((heading): MadeBlock[] => [{ kind: 'heading', text: heading }, ...range(count(chance, 2)).map(() => paragraph(numbered(++number, language), sentence()))])
}

const kinds = {
  paragraphs: (chance, language, sentence) => between(chance, language, sentence, []),
  headings: underHeadings,
  decimals: (chance, language, sentence) =>
    words[language].headings.flatMap((heading, part): MadeBlock[] => [{ kind: 'heading', text: heading }, ...range(count(chance, 3)).map((number) => paragraph(language === 'ar' ? `${part + 1}-${number}` : `${part + 1}.${number}`, sentence()))]),
  letters: (chance, language, sentence) => {
    const letters = language === 'ar' ? 'أبجد' : 'abcd'
    return between(chance, language, sentence, [...letters].map((letter) => paragraph(`(${letter})`, sentence())))
  },
  bullets: (chance, language, sentence) => between(chance, language, sentence, range(3).map(() => paragraph('•', sentence()))),
  dashes: (chance, language, sentence) => between(chance, language, sentence, range(3).map(() => paragraph('–', sentence()))),
  articles: (chance, language, sentence) =>
    range(4).flatMap((number): MadeBlock[] => [
      { kind: 'heading', text: words[language].article(number), address: `article${number}` },
      ...range(count(chance, 2)).map((own): MadeBlock => ({ ...paragraph(numbered(own, language), sentence()), address: `article${number}/${own}` }))
    ]),
  'articles on the line': (_, language, sentence) =>
    range(5).flatMap((number): MadeBlock[] => {
      const [head, text] = [`${words[language].article(number)}${language === 'zh' ? '' : '.'}`, sentence()]
      return [{ kind: 'heading', text: head, printed: `${head} ${text}`, address: `article${number}` }, { kind: 'paragraph', text, printed: '' }]
    }),
  paragraphSigns: (chance, language, sentence) => range(count(chance, 4)).map((number) => paragraph(`§ ${number}`, sentence())),
  degrees: (chance, language, sentence) => between(chance, language, sentence, range(3).map((number) => paragraph(`${number}°`, sentence()))),
  recitals: (chance, language, sentence) => {
    const { formula, recitals } = words[language]
    return [plain(formula), ...recitals.map(plain), ...range(count(chance, 3)).map((number) => paragraph(numbered(number, language), sentence()))]
  },
  'agenda and annotations': (_, language, sentence) => {
    const { provisional, annotations, headings, names } = words[language]
    const topics = [...headings, ...names]
    return [
      { kind: 'heading', text: provisional },
      ...topics.map((topic, index) => paragraph(numbered(index + 1, language), `${topic}${language === 'zh' ? '。' : '.'}`)),
      { kind: 'heading', text: annotations },
      ...topics.flatMap((topic, index) => [paragraph(numbered(index + 1, language), `${topic}${language === 'zh' ? '。' : '.'}`), plain(sentence())])
    ]
  },
  'table of tabs': (chance, language, sentence) => between(chance, language, sentence, rows(chance, language).map((cells) => asRow(cells, cells.join('\t')))),
  'table of pipes': (chance, language, sentence) => between(chance, language, sentence, rows(chance, language).map((cells) => asRow(cells, `| ${cells.join(' | ')} |`))),
  'table of columns': (chance, language, sentence) =>
    between(chance, language, sentence, rows(chance, language).map((cells) => asRow(cells, cells.map((cell) => cell.padEnd(language === 'zh' ? 18 - cell.length : 18)).join('').trimEnd()))),
  contents: (chance, language, sentence) => {
    const { contents, headings } = words[language]
    const entries = headings.map((heading, index): MadeBlock => ({ kind: 'none', text: heading, printed: `${heading} ${'.'.repeat(20 + chance.below(30))} ${index * 3 + 2}` }))
    return [{ kind: 'none', text: contents }, ...entries, ...underHeadings(chance, language, sentence)]
  },
  'notes in brackets': notes('brackets', 'none'),
  'notes in parentheses': notes('parens', 'none'),
  'notes raised': notes('raised', 'none'),
  'notes under a heading': notes('plain', 'heading'),
  'notes in brackets under a heading': notes('brackets', 'heading'),
  'notes under a rule': notes('plain', 'rule'),
  'notes under an escaped rule': notes('plain', 'escaped'),
  'notes in parentheses under a rule': notes('parens', 'rule')
} satisfies Readonly<Record<string, Make>>

export type MadeKind = keyof typeof kinds
export const madeKinds = Object.keys(kinds) as MadeKind[]

/** How a document is printed: lines broken at so many columns or not at all, blank lines between blocks or none. */
export const madePrints = ['wrapped', 'wrapped, spaced', 'a line each', 'a line each, spaced'] as const
export type MadePrint = (typeof madePrints)[number]

const columns = 78

/** A document of a kind: its text as printed, and its blocks. */
export function makeDocument(kind: MadeKind, language: LanguageCode, print: MadePrint, chance: Chance): { raw: string; blocks: MadeBlock[] } {
  const made = madeSentences(40, chance.below(1000)).map((sentence) => sentence[language])
  let next = 0
  const sentence = (): string => {
    const space = languages[language].spaced ? ' ' : ''
    return range(1 + chance.below(3)).map(() => made[next++ % made.length] ?? '').join(space)
  }
  const blocks = kinds[kind](chance, language, sentence)
  const wrapped = print.startsWith('wrapped')
  const spaced = print.endsWith('spaced')
  let raw = ''
  blocks.forEach((block, index) => {
    const text = block.printed ?? [...(block.label === undefined ? [] : [block.label]), block.text].join(' ')
    if (text === '') return
    const whole = block.kind === 'row' || block.kind === 'none' || !wrapped
    raw += whole ? `${text}\n` : printLines([text], 'plain', columns, languages[language].spaced).text
    // Rows of a table and entries of contents stand together.
    if (spaced && !((block.kind === 'row' || block.kind === 'none') && blocks[index + 1]?.kind === block.kind)) raw += '\n'
  })
  return { raw, blocks }
}
