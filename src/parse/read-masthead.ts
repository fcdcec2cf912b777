import type { LanguageCode } from '../language/code.ts'
import { findDate } from '../language/date.ts'
import { isDateRange } from '../grammar/dateline.ts'
import { findJobNumber, jobLetter } from '../grammar/job-number.ts'
import { isSymbolWithDate, languageNamed, mastheadWordings, partsRunTogether } from '../grammar/masthead-wording.ts'
import { findSymbols } from '../grammar/symbol.ts'
import { positionOf, buildText } from '../tree/text.ts'
import type { Locator } from '../tree/place.ts'
import type { Masthead } from '../tree/undast.ts'
import type { MastheadInput } from './input.ts'

/** Job numbers end in the letter of their language. */
const letters: Readonly<Record<string, LanguageCode>> = { A: 'ar', C: 'zh', E: 'en', F: 'fr', R: 'ru', S: 'es' }

/** The language that the letter of a job number names. */
function languageOfJob(value: string): LanguageCode | undefined {
  return letters[jobLetter(value) ?? '']
}

/** The facts of a masthead from its lines: what stands apart on one may say several. */
export function readMasthead({ lines, fields }: MastheadInput, language: LanguageCode, place: Locator): Masthead {
  const children = lines.map((line) => buildText(line, place))
  const [first] = lines
  const last = lines.at(-1)
  const masthead: Masthead = {
    type: 'masthead',
    symbols: [],
    children,
    position:
      first && last
        ? { start: positionOf(first, place).start, end: positionOf(last, place).end }
        : place.position(0, 0)
  }
  for (const field of fields.flatMap(partsRunTogether)) readField(field, language, masthead)
  masthead.symbols = [...new Set(masthead.symbols)]
  return masthead
}

function readField(value: string, language: LanguageCode, masthead: Masthead): void {
  if (isSymbolWithDate(value, language)) return
  masthead.symbols.push(...findSymbols(value))
  const job = findJobNumber(value)
  if (job !== undefined) {
    masthead.jobNumber ??= job
    const own = languageOfJob(value)
    if (own) masthead.language ??= own
    return
  }
  const named = languageNamed(value)
  if (named) masthead.language ??= named
  for (const wording of [mastheadWordings[language], mastheadWordings.en]) {
    // The fact may stand at the end of a line that begins with the name of the organ.
    const distribution = /distr\.?.*$/i.exec(value)?.[0]
    const distributed = distribution === undefined ? null : wording.distribution.exec(distribution)
    const original = wording.original.exec(value)
    const source = original && languageNamed(original[1] ?? original[2] ?? '')
    if (distributed) masthead.distribution ??= distributed[1] ?? distributed[2] ?? ''
    if (source) masthead.original ??= source
    if (wording.session.test(value)) masthead.session ??= value
    if (wording.agenda.test(value)) masthead.agendaItem ??= value
  }
  // The days of a session are no date of the document.
  if (masthead.date === undefined && value.length < 100 && !isDateRange(value.replace(/^[^,،，]{2,40}[,،，] ?/, ''), language)) {
    const date = findDate(value, language)
    if (date !== undefined) masthead.date = date
  }
}

/** The job number is printed at the foot of the first page, or at its head; its letter names the language. */
export function nameJob(masthead: Masthead, jobs: readonly string[]): void {
  if (masthead.jobNumber !== undefined) return
  const printed = jobs.find((value) => jobLetter(value) !== undefined) ?? jobs[0]
  const job = printed === undefined ? undefined : findJobNumber(printed)
  if (printed === undefined || job === undefined) return
  masthead.jobNumber = job
  const language = languageOfJob(printed)
  if (language) masthead.language ??= language
}
