import type { LanguageCode } from '../../src/language/code.ts'
import type { Chance } from './chance.ts'

/** Names of rows and columns, one language a list. */
const names: Readonly<Record<LanguageCode, readonly [string, ...string[]]>> = {
  ar: ['المجموع', 'بلد', 'سنة', 'النفقات', 'غير متاح'],
  en: ['Total', 'name', 'Country', 'Other income', 'of which: staff'],
  es: ['Total', 'país', 'Año', 'Otros ingresos', 'de los cuales'],
  fr: ['Total', 'pays', 'Année', 'Autres recettes', 'dont : personnel'],
  ru: ['Всего', 'страна', 'Год', 'Прочие поступления', 'в том числе'],
  zh: ['合计', '国家', '年份', '其他收入', '其中']
}

const figures = ['…', '…', '—', '–', '-', '..', '...', '0', '12', '1 250', '1,250.5', '(34)', '٢٥', ''] as const

/** A table as an extractor gives it: cells between gaps, in columns or not quite, with or without its lines apart. */
export function makeTable(chance: Chance, language: LanguageCode): string {
  const columns = 2 + chance.below(5)
  const rows = 2 + chance.below(8)
  const loose = chance.happens(0.4)
  const gap = 2 + chance.below(6)
  const leaders = chance.happens(0.1)
  const lines: string[] = []
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: columns }, (_, column) => (column === 0 || chance.happens(0.15) ? chance.of(names[language]) : chance.of(figures)))
    if (leaders) cells[0] += ` ${'.'.repeat(4 + chance.below(20))}`
    lines.push(cells.map((cell) => (loose ? cell + ' '.repeat(3 + chance.below(gap)) : cell.padEnd(18 + gap))).join('').trimEnd())
    if (chance.happens(0.1)) lines.push('')
  }
  return `${lines.join('\n')}\n`
}
