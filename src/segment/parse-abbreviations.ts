/** The user's own abbreviations, in TSV: language, abbreviation, and its kind where it is not `prefix`. */
import { type AbbreviationKind, abbreviationKinds, type AddedAbbreviation } from '../language/abbreviation.ts'
import { isLanguageCode, languageCodes } from '../language/code.ts'

/**
 * Reads a list of abbreviations: `en<TAB>Regs.`, `ru<TAB>т. зр.<TAB>final`, `*<TAB>Prot.<TAB>number`; `#` begins a comment.
 *
 * Throws a `SyntaxError` that names the line and what is wrong with it.
 */
export function parseAbbreviations(tsv: string): AddedAbbreviation[] {
  const added: AddedAbbreviation[] = []
  for (const [index, line] of tsv.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [language = '', written = '', kind = '', ...more] = line.split('\t').map((cell) => cell.trim())
    const fail = (expected: string): never => {
      throw new SyntaxError(`unexpected line ${index + 1}, expected ${expected}`)
    }
    if (!isLanguageCode(language) && language !== '*') return fail(`${languageCodes.join(', ')} or * in the first column`)
    if (more.length > 0 || (kind !== '' && !isKind(kind))) return fail(`one of ${abbreviationKinds.join(', ')} in the third column, or nothing`)
    const word = written.normalize('NFC').toLowerCase().replaceAll(/(?<=\.)\s+/gu, '').replace(/\.$/u, '')
    if (!/\p{L}/u.test(word) || /\s/u.test(word)) return fail('one word such as Regs. or letters with full stops such as p. ej. in the second column')
    added.push({ language, word, kind: isKind(kind) ? kind : 'prefix' })
  }
  return added
}

function isKind(value: string): value is AbbreviationKind {
  return (abbreviationKinds as readonly string[]).includes(value)
}
