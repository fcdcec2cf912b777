import type { LanguageCode } from '../language/code.ts'
import { findDate } from '../language/date.ts'
import { findJobNumber, jobLetter } from '../language/job-number.ts'
import { languageNamed, mastheadWordings } from '../language/masthead-wording.ts'
import { findSymbols } from '../language/symbol.ts'
import { positionOf, buildText } from '../tree/text.ts'
import type { MappedText } from '../tree/mapped-text.ts'
import type { Locator } from '../tree/place.ts'
import type { Masthead } from '../tree/undast.ts'

/** Job numbers end in the letter of their language. */
const letters: Readonly<Record<string, LanguageCode>> = { A: 'ar', C: 'zh', E: 'en', F: 'fr', R: 'ru', S: 'es' }

/** The facts of a masthead from its lines: each line may say several. */
export function readMasthead(lines: readonly MappedText[], language: LanguageCode, place: Locator): Masthead {
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
  for (const { value } of lines) readLine(value, language, masthead)
  masthead.symbols = [...new Set(masthead.symbols)]
  return masthead
}

function readLine(value: string, language: LanguageCode, masthead: Masthead): void {
  masthead.symbols.push(...findSymbols(value))
  const job = findJobNumber(value)
  if (job !== undefined) {
    masthead.jobNumber ??= job
    const letter = letters[jobLetter(value) ?? '']
    if (letter) masthead.language ??= letter
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
  if (masthead.date === undefined && value.length < 60) {
    const date = findDate(value, language)
    if (date !== undefined) masthead.date = date
  }
}
