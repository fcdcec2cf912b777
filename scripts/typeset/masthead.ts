/** The head of the first page, as HTML. */
import { distribution } from '../../evaluation/corpus/distribution.ts'
import { factOf, factsOf, type SourceDocument } from '../../evaluation/corpus/read-source.ts'
import { escapeHtml, inline } from './inline.ts'
import { pageWordings } from '../../evaluation/corpus/page-wording.ts'

/** Layouts of a first page: New York or Geneva, with two organs, or of a record. */
export function mastheadHtml(document: SourceDocument): string {
  if (factOf(document, 'layout') === 'record') return recordHtml(document)
  const wording = pageWordings[document.language]
  const organs = factsOf(document, 'organ')
  const symbols = factsOf(document, 'symbol')
  const columns = organs.map((organ) => `<div class="organ">${escapeHtml(organ)}</div>`).join('')
  const head = `<div class="top"><span class="un">${escapeHtml(wording.organization)}</span><span class="symbol" dir="ltr">${escapeHtml(symbols.join('–'))}</span></div>`
  const facts = distribution(document)
    .map((line) => `<div>${escapeHtml(line)}</div>`)
    .join('')
  return `<div class="masthead">${head}<div class="middle">${columns}<div class="facts" dir="${englishBlock(document) ? 'ltr' : 'auto'}">${facts}</div></div>${sessions(document)}</div>`
}

function englishBlock(document: SourceDocument): boolean {
  return document.language === 'ar' || document.language === 'zh' || document.language === 'ru'
}

function sessions(document: SourceDocument): string {
  const column = (name: string): string =>
    document.facts
      .filter(([key]) => key === `session${name}` || key === `agenda${name}` || key === `title${name}`)
      .map(([key, value]) => `<div class="${key.startsWith('title') ? 'agenda-title' : 'session'}">${inline(value, document.language, '', false)}</div>`)
      .join('')
  const right = column('2')
  if (right === '') return `<div class="sessions">${column('')}</div>`
  return `<div class="sessions two"><div>${column('')}</div><div>${right}</div></div>`
}

function recordHtml(document: SourceDocument): string {
  const fact = (key: string): string => escapeHtml(factOf(document, key) ?? '')
  const wording = pageWordings[document.language]
  return `<div class="masthead record"><div class="top"><span class="un">${escapeHtml(wording.organization)}</span><span class="symbol" dir="ltr">${fact('symbol')}</span></div>
<div class="middle"><div><div class="organ">${fact('organ')}</div><div class="session">${fact('session')}</div></div><div class="official">${fact('records')}</div></div>
<div class="meeting"><div>${fact('meeting')}</div><div>${fact('time')}</div><div>${fact('place')}</div></div>
<div class="president"><i>${fact('president-title')}</i><span>${fact('president')}</span><span>${fact('president-state')}</span></div></div>`
}
