import type { CharacterRule } from './rule.ts'

/** Headings, marks in front of notes, escapes, and bold type twice: any of them shows that a text is Markdown. */
const signs = [/^#{1,6} \S/m, /\\[.()[\]*_-]/, /^\[\^\d{1,3}\]:/m, /\*\*\p{L}[^*\n]{0,200}\*\*[^*]{0,4000}\*\*\p{L}[^*\n]{0,200}\*\*/u]

/**
 * What Markdown sets round text, as pandoc and models of page layout write it: `##`, the fences of code, `>`, `**`, `*`, a backslash before a mark;
 * `[^1]` becomes `[1]`. The stars of notes are escaped there, or stand behind a word and close nothing.
 */
export const dropMarkdownMark: CharacterRule = {
  name: 'drop-markdown-mark',
  pattern:
    /^#{1,6} {1,3}(?=\S)|^`{3}[a-z]{0,10}(?: |$)|^> ?|\\(?=[!-/:-@[-`{-~])|\*(?<!\\\*)\*|\*(?<![\p{L}\d*\\]\*)(?=[\p{L}«“"(][^*]{0,200}\*(?![\p{L}\d*]))|\*(?<=(?<![\p{L}\d*\\])\*[\p{L}«“"(][^*]{0,200}\*)(?![\p{L}\d*])|\^(?<=\[\^)(?=\d{1,3}\])|:(?<=^\[\^\d{1,3}\]:)/gu,
  needs: /[#`>\\*^:]/,
  replace: () => '',
  appliesTo: (raw) => signs.some((sign) => sign.test(raw))
}
