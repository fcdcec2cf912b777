import { foldText } from '../../language/fold.ts'
import { whole, type ExclusionRule } from './exclusion.ts'

/** Headings of tables of contents in the six languages, folded. */
const titles: ReadonlySet<string> = new Set(
  ['contents', 'table of contents', 'indice', 'sommaire', 'table des matieres', 'содержание', 'оглавление', 'المحتويات', '目录', '目次'].map(
    foldText
  )
)

/** Dot leaders or tabs, and a page number behind them. */
const leader = /(?:\.{4}|…{2}|(?: \.){4}|\t) {0,9}\p{Nd}{1,4}$/u

/** Lines of a table of contents: their page numbers differ by language, and so may their order. */
export const excludeContentsHeading: ExclusionRule = {
  reason: 'contents-heading',
  find(unit) {
    const seen = [...unit.texts.values()].find((text) => leader.test(text) || (text.length < 30 && titles.has(foldText(text))))
    return seen === undefined ? undefined : whole(unit, seen)
  }
}
