import { pageWordings } from './page-wording.ts'
import { factOf, type SourceDocument } from './read-source.ts'

/** The lines of the distribution block. A document in its original language leaves the first line out. */
export function distribution(document: SourceDocument): string[] {
  const wording = pageWordings[document.language]
  const original = factOf(document, 'original')
  const own = pageWordings[document.language].name
  const lines = [wording.distribution[factOf(document, 'distribution') ?? 'general'] ?? '', factOf(document, 'date') ?? '']
  const originalCode = { English: 'en', French: 'fr', Spanish: 'es', Russian: 'ru' }[original ?? '']
  if (originalCode !== document.language) lines.push(own)
  if (original !== undefined) lines.push(wording.original(original))
  return lines
}
