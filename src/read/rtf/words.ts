/** What the text of a group is: printed, part of a table of the file, or nothing that is read. */
export type Destination = 'box' | 'code' | 'font' | 'furniture' | 'label' | 'note' | 'skipped' | 'style' | 'text'

const skipped = 'annotation atnauthor atnid atnref atntime bkmkend bkmkstart buptim colortbl colorschememapping comment company creatim datafield datastore docvar doccomm do falt filetbl fldtype footnotesep ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc formfield generator info keywords latentstyles listoverridetable listpicture listtable manager mmathPict mmathPr nonshppict objclass objdata object operator panose pict pn pnseclvl printim private revtbl revtim rsidtbl rxe shppict stylerestrictions subject tc template themedata title ud userprops wgrffmtfilter writereservhash xe xmlnstbl'

/** Control words that begin a destination. */
export const destinations: Readonly<Record<string, Destination>> = {
  ...Object.fromEntries(skipped.split(' ').map((word) => [word, 'skipped' as const])),
  fonttbl: 'font',
  stylesheet: 'style',
  fldinst: 'code',
  fldrslt: 'text',
  listtext: 'label',
  pntext: 'label',
  footnote: 'note',
  header: 'furniture',
  headerf: 'furniture',
  headerl: 'furniture',
  headerr: 'furniture',
  footer: 'furniture',
  footerf: 'furniture',
  footerl: 'furniture',
  footerr: 'furniture',
  shpinst: 'skipped',
  shptxt: 'box'
}

/** Control words and signs that are characters. */
export const signs: Readonly<Record<string, string>> = {
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
  '\\': '\\',
  '{': '{',
  '}': '}',
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  zwj: '\u200D',
  zwnj: '\u200C'
}
