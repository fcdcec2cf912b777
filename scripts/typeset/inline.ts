/** Text with its marks of emphasis and of references, as HTML. */
import type { LanguageCode } from '../../src/language/code.ts'
import { stretch } from './stretch.ts'

/** Characters that HTML would read as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** A marked text as HTML, its words stretched where wanted. `container` begins the addresses of the notes that it refers to. */
export function inline(marked: string, language: LanguageCode, container = '', stretched = true): string {
  return escapeHtml(stretched ? stretch(marked, language) : marked)
    .replace(/\*\*([^*]{1,200})\*\*/g, '<b>$1</b>')
    .replace(/_([^_]{1,200})_/g, '<i>$1</i>')
    .replace(/\[\^(\*{1,3})\]/g, (_, marker: string) => `<span class="ref" data-note="${container}${marker}">${marker}</span>`)
    .replace(/\[\^(\w{1,3})\]/g, (_, marker: string) => `<sup class="ref" data-note="${container}${marker}">${marker}</sup>`)
}
