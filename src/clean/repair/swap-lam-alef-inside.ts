import type { CharacterRule } from './rule.ts'

/** Words that begin with hamza and lam as they stand: whole ones, `ألف`, `إلى`, and beginnings, `ألمانيا`, `إلغاؤه`. */
const whole = 'ألف(?:ا|ان|ين|ي|ت|وا)?|ألم|ألبان|ألق(?:ى|ت|ي|وا)|ألغ(?:ى|ت|ي|وا|يت)|ألزم(?:ت|وا)?|ألحق(?:ت|وا)?|ألح(?:ت|وا)?|ألهم|أليس|أليم|إلى|إلي(?:ه|ها|هم|هما|نا|ك)|إله'
const beginning = 'ألمان|ألباني|ألعاب|ألوان|ألياف|إلغا|إلقا|إلحاق|إلزام|إلمام|إلهام|إلحاح|إلكترون'
const own = `(?:${whole})(?![\\u0621-\\u0652])|${beginning}`

/**
 * Words with lam-alef inside, without what stands in front of them or behind: the other way round they are no words, or rare ones
 * (`سالم`, `العالقة`). Words that are as usual both ways are missing: `عالم`, `ثالث`, `بالغ`, `طالب`, `صالح`.
 */
const known = (
  'علاقة علاقات علاقت علاوة علاوات علاج علامة علامات إعلان إعلانات إعلام إعلامي أعلا بلا بلاد إبلاغ ائتلاف اختلاف اختلافات خلاف خلافات ثلاثون ثلاثين جلالة ' +
  'دلالة دلالات سلالة سلالات احتلال استقلال استغلال إخلال اختلال انحلال إحلال خلال سلام سلامة سلاح سلاسل أسلاك ملاحة ملاحظة ملاحظات ملاحظت ملاك أملاك امتلاك ' +
  'استهلاك هلاك ملائم ملائمة متلائمة ملاءمة يلائم ملاذ ملاجئ ولاية ولايات ولايت ولاء استيلاء إيلاء ولادة زملاء عملاء وكلاء هؤلاء إدلاء إصلاح إصلاحات إصلاحي فلاحة طلاق إطلاق ' +
  'انطلاق انزلاق أخلاق أخلاقي إغلاق غلاف كلا كلام كلاهما كلاسيكي مداولات محاولات مقاولات تعديلات تسجيلات تسهيلات تحويلات تحليلات تفصيلات تشكيلات تمويلات ' +
  'تكتلات تدخلات تنازلات معاملات مقابلات تبادلات مراسلات مواصلات حملات عملات مجلات مشكلات مؤهلات معدلات معتقلات بدلات جولات عطلات بروتوكولات استلام ميلاد اضطلاع ' +
  'استطلاع استطلاعات اندلاع اطلاع يلاحظ تلاحظ نلاحظ دولار دولارات أولا فضلا بدلا شكلا أصلا كاملا شاملا قليلا طويلا دليلا مستقلا مسؤولا معمولا ممثلا عاجلا مفصلا ويلات'
).split(' ')

/** The same of words that begin with it, most of them behind a preposition; `الحق`, `الستة` are right as they are. */
const begun = (
  'لائحة لاجئ لاستخدام لاستعراض لاستعادة لاستكمال لاستمرار لاستئناف لاستقبال لاستغلال لاستثمار لاستجابة لاستقرار لاستيفاء لاستضافة لاتخاذ لاتفاق لاتفاقية ' +
  'لاعتماد لاعتبار لاجتماع لاحترام لاحتياجات لاختيار لاختصاص لاختبار لاقتراح لانتخاب لانعقاد لامتثال لاهتمام لافتتاح لازدياد لازمة'
).split(' ')

/** Words as they come out the wrong way round, one of them. */
function swappedOf(words: readonly string[]): string {
  return words.map((word) => word.replaceAll('لا', 'ال')).join('|')
}

/** What may stand behind a word, written together with it. */
const ending = '(?:ه|ها|هم|هن|هما|نا|ي|ية|ين|ا)?\\u064B?(?![\\u0621-\\u0652])'

const words = {
  /** `األمم`, `االتحاد`: no word begins so. */
  swapped: /(?<![\u0621-\u0652])[وفبك]?ا[اأإآ]ل(?=[\u0621-\u064A])/g,
  right: /(?<![\u0621-\u0652])[وفبك]?ال[اأإآ](?=[\u0621-\u064A])(?!ل)/g
} as const

/** So many words show that a document has its lam-alefs the wrong way round, and the share of those that have them right. */
const [fewest, rightAtMost] = [3, 0.1]

/**
 * Lam-alef inside of words, and where it begins one, in a document that has all of them the wrong way round: no lam stands in
 * front of an alef there. `لإلنسان` is `للإنسان`, `الالزمة` is `اللازمة`, `أال` is `ألا`, `خالل` is `خلال`, `ألحكام` is `لأحكام`,
 * `عامًال` and `عاماًل` are `عاملاً`. Where a word may be read in two ways, as `العالقات`, a list tells.
 */
export const swapLamAlefInside: CharacterRule = {
  name: 'swap-lam-alef-inside',
  pattern: new RegExp(
    [
      '(?<tanwin>ا\\u064Bل|\\u064Bال)(?![\\u0621-\\u0652])',
      '(?<![\\u0621-\\u0652])(?<lead>[وف]?(?:[بكل]?ال|لل|[بكل])?)(?<word>' + swappedOf(known) + ')(?=' + ending + ')',
      '(?<![\\u0621-\\u0652])(?<and>[وف]?)(?<first>' + swappedOf(begun) + ')(?=' + ending + ')',
      '(?<=[لاأإآ])(?<alef>[اأإآ])ل(?=[\\u0621-\\u064A]|$|[^\\u0621-\\u0652])',
      '(?<=[\\u0621-\\u064A]{2})(?<end>ا)لل(?=(?:ها|هم|هما|نا)?(?![\\u0621-\\u0652]))',
      '(?<![\\u0621-\\u0652])(?<before>[وف]?)(?:(?<alone>ا)ل(?![\\u0621-\\u0652])|(?!' + own + ')(?<hamza>[أإ])ل(?=[\\u0621-\\u064A]))',
      '(?<=(?<![\\u0621-\\u0652])خ)(?<through>ا)لل(?=[\\u0621-\\u064A]{0,3}(?![\\u0621-\\u0652]))'
    ].join('|'),
    'g'
  ),
  needs: /[اأإآ]/,
  replace: ({ groups = {} }) => {
    const { tanwin, lead = '', and = '', first, word = first, alef, end, before = '', alone, hamza, through } = groups
    if (tanwin !== undefined) return 'لا\u064B'
    if (word !== undefined) return lead + and + word.replaceAll('ال', 'لا')
    const inside = end ?? through
    return inside === undefined ? `${before}ل${alef ?? alone ?? hamza ?? ''}` : `ل${inside}ل`
  },
  languages: ['ar'],
  appliesTo: (raw) => {
    const swapped = raw.match(words.swapped)?.length ?? 0
    return swapped >= fewest && (raw.match(words.right)?.length ?? 0) <= rightAtMost * swapped
  }
}
