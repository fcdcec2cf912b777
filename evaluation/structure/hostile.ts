/**
 * Pieces that no document repeats for pages: what a slow expression or a list that is walked again and again would choke on.
 * The tests hold each to linear growth, the bench times 10 MB of it.
 */
export const hostilePieces: Readonly<Record<string, readonly string[]>> = {
  'one character': ['a', 'é', '中', 'ا', ' ', '\t', '\u3000', '_', '-', '.', '/', '«', '"'],
  digits: ['1', '1 ', '1.', '12\n', '\n1 ', '2000 1'],
  brackets: ['(', ')', '[', '(\n', '(a', '《', '«'],
  stars: ['*', '* ', '\n* ', '* A\n', '*\n'],
  labels: ['(a) ', '\n(a) ', '1. ', '1. A\n2. B\n', '(a) (i) 1. ', '(a)\n(i)\n1.\n', 'A. A\n', '一、\n', '1 - ا\n'],
  'marks of direction': ['\u200F', '\u202B', '\u202Aa\u202C', '\u202Bا\u202C ', '\uFE8E\uFE91', '\uFEFF'],
  'lone surrogates': ['\uD800', '\uDC00', '\uD800\n'],
  'hyphens and line ends': ['-\n', 'a-\n', '\u00AD\n', '\u00AD\n-\n', '\uFFFE\n', '\n', '\r', '\f', 'a\n\f', '\u2028', ',\n', ')\n', 'ا\n'],
  'what pages print': ['________\n* A. 1 See\n', '1 See.\n', 'A/', 'A/1/1\n', 'A/1/1 1\n', '....... 1\n', '. . . .\n', 'GE.19-07475 ', 'English\n', 'Annex\n', '(Signed) ', 'Mr. ', 'U.S. ', 'The General Assembly,\nRecalling '],
  marks: ['\u0301', 'a\u0301', '\u0640', 'لا', 'ﬁ', '⼈', '中 ']
}
