import type { CharacterRule } from './rule.ts'

/** Words that end in alef maksura and not in ya, without the particles in front of them; any with a suffix of it beside. */
const maksura = new Set(
  'على إلى الى حتى لدى متى مدى سوى أولى الأولى أخرى الأخرى كبرى الكبرى صغرى الصغرى مستوى المستوى منتدى المنتدى أعلى الأعلى أدنى الأدنى إحدى ذكرى الذكرى أقصى الأقصى وسطى الوسطى مبنى المبنى محتوى المحتوى شكوى الشكوى دعوى الدعوى جدوى الجدوى قوى القوى قرى القرى فتوى مرضى المرضى جرحى الجرحى قتلى القتلى أسرى الأسرى موتى الموتى ضحى مقتضى بمقتضى مجرى يتلقى تتلقى تلقى يبقى تبقى أبقى جرى أجرى يسعى تسعى سعى أوصى أعطى تولى يتولى تتولى أدلى أدى ألقى انتهى اقتضى مضى رأى بنى تبنى تتبنى يتبنى اكتفى استثنى يسمى تسمى المسمى يدعى تدعى ولى مصطفى موسى عيسى يحيى ليلى سلمى مرسى المرسى ترى يرى نرى أرى يرجى ترجى العظمى عظمى قصوى القصوى أقوى شتى شكاوى الشكاوى دعاوى الدعاوى المتوخى متوخى تتوخى يتوخى منحى المنحى يتماشى تتماشى مستثنى مستشفى المستشفى مأوى المأوى الفوضى فوضى مغطى يخفى تخفى تتقاضى يتقاضى ألغى تحظى يحظى يتجلى تتجلى يتسنى تتسنى ترقى يرقى يعزى تعزى تعنى سيتولى ستتولى سيسعى سيبقى هدى بشرى حمى ثرى كسرى'.split(' ')
)

const others: Readonly<Record<string, string>> = { '\u06A9': 'ك', '\u06C1': 'ه', '\u06BE': 'ه' }

/**
 * Letters of Persian and Urdu keyboards in an Arabic text: ya, which has no points at the end of a word, kaf and ha. At
 * the end of a word the ya is an alef maksura in the words that have one: `على`, but `في`.
 */
export const foldPersianLetter: CharacterRule = {
  name: 'fold-persian-letter',
  pattern: /[\u06A9\u06BE\u06C1\u06CC]/g,
  needs: /[\u06A9\u06BE\u06C1\u06CC]/,
  replace: ({ 0: letter, index, input }) => {
    if (letter !== '\u06CC') return others[letter] ?? letter
    if (/[\u0621-\u064A\u06A9-\u06CC]/.test(input[index + 1] ?? '')) return 'ي'
    const word = /[\u0621-\u0652\u06A9-\u06CC]{0,30}$/.exec(input.slice(Math.max(0, index - 30), index))?.[0] ?? ''
    const read = `${word.replaceAll(/[\u064B-\u0652]/g, '').replaceAll('\u06CC', 'ي').replaceAll('\u06A9', 'ك')}ى`
    return maksura.has(read) || maksura.has(read.replace(/^[وفبكل]/, '')) || maksura.has(read.replace(/^[وف]?لل/, 'ال')) ? 'ى' : 'ي'
  },
  languages: ['ar']
}
