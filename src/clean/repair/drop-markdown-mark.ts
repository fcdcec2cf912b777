import type { CharacterRule } from './rule.ts'

/** Where a link leads, and the size of a picture: nothing that was printed. */
const target = String.raw`\((?:https?:|mailto:|#|\.{0,2}\/|[\w%/.-]{1,200}\.\w{2,4}\))[^()\s]{0,400}\)?`

/** What a star stands beside that is of a note, or of nothing. */
const word = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\d*\\]`

const marks = [
  // Headings: signs in front and behind, and what pandoc says of them.
  String.raw`^#{1,6}(?: {1,3}(?=\S)(?!(?<=^# {1,3})\d+(?:$|[^\d.．)）、:/]))|(?<=##)(?=\p{L}))|(?<=^#.{0,400}) #{1,6}$|(?<=^#.{0,400}) ?\{[#.][^{}]{0,200}\}$`,
  // Fences of code, quotations, a bullet in front of a label, a line that ends by force.
  '^`{3}[a-z]{0,10}(?: |$)',
  String.raw`^> ?|^[-+*] {1,3}(?=[(（]?(?:\d{1,3}|[a-zа-я]{1,2}|[ivx]{1,5}|[\u0621-\u064A]\u0640?|[一二三四五六七八九十]{1,3})[)）][ \u00A0]?|\d{1,3}(?:\.\d{1,3}){0,5}\\?\. |[a-zа-я]\. |\\?\x60\d{1,2}\\?\x60 |•)|(?<=[^\\])\\$`,
  // Strokes in front of a cell.
  String.raw`^\|(?: ?\|)* ?`,
  // Escapes.
  '\\\\(?=[!-/:-@[-`{-~])',
  // Bold and italic type.
  String.raw`\*(?<!\\\*)\*|\*(?<!${word}\*)(?=[\p{L}«“"(][^*]{0,200}\*(?!${word}))|\*(?<=(?<!${word})\*[\p{L}«“"(][^*]{0,200}\*)(?!${word})`,
  String.raw`(?<![\p{L}\d_\\])_{1,2}(?=[\p{L}«“"(][^_]{0,200}_{1,2}(?![\p{L}\d_]))|_{1,2}(?<=(?<![\p{L}\d_\\])_{1,2}[\p{L}«“"(][^_]{0,200}_{1,2})(?![\p{L}\d_])`,
  // Notes: [^1] becomes [1].
  String.raw`\^(?<=\[\^)(?=\w{1,20}\])|:(?<=^\[\^\w{1,20}\]:)`,
  // Links, pictures and tags.
  String.raw`!\[[^\]]{0,200}\]${target}|\[(?=[^\][]{1,300}\]${target})|\](?<=\[[^\][]{1,300}\])${target}`,
  String.raw`<\/?(?:sup|sub|span|a|b|i|u|em|strong|table|thead|tbody|tr|td|th)(?: [^<>]{0,400})?>|<br ?\/?>|&(?:amp|lt|gt|quot|nbsp);`
]

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' }

/**
 * What Markdown sets round text, as pandoc and models of page layout write it. The stars of notes are escaped there, or stand
 * behind a word and close nothing.
 */
export const dropMarkdownMark: CharacterRule = {
  name: 'drop-markdown-mark',
  pattern: new RegExp(marks.join('|'), 'gu'),
  needs: /[#`>\\*^:_[&+|-]/,
  marked: true,
  replace: ([mark]) => characters[mark] ?? (mark.startsWith('<br') ? ' ' : '')
}
