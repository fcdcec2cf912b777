/** Letters that lists count with, in their order; after the last one they begin again, doubled. */
export type LetterSeries = 'abjad' | 'abjadPlain' | 'arabicAlphabet' | 'arabicAlphabetPlain' | 'branch' | 'lowerCyrillic' | 'lowerGreek' | 'lowerLetter' | 'stem' | 'upperCyrillic' | 'upperLetter'

/** Russian lists leave out ё, й, ъ and ь. */
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const latin = 'abcdefghijklmnopqrstuvwxyz'

/** The fifth letter of an abjad list is printed with a tatweel, which keeps its initial shape. */
const abjad = [...'أبجد', 'هـ', ...'وزحطيكلمنسعفصقرشتثخذضظغ']

export const letterSeries: Readonly<Record<LetterSeries, readonly string[]>> = {
  abjad,
  abjadPlain: [...'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
  arabicAlphabetPlain: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  arabicAlphabet: [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  branch: [...'子丑寅卯辰巳午未申酉戌亥'],
  lowerCyrillic: [...cyrillic],
  lowerGreek: [...'αβγδεζηθικλμνξοπρστυφχψω'],
  lowerLetter: [...latin],
  stem: [...'甲乙丙丁戊己庚辛壬癸'],
  upperCyrillic: [...cyrillic.toUpperCase()],
  upperLetter: [...latin.toUpperCase()]
}
