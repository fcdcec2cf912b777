import path from 'node:path'
import { VFile } from 'vfile'
import { inOrder, type LanguageTag } from '../../language/tag.ts'
import { HexaplaError } from '../../message/report.ts'
import { extractTerms, type TermFile, termsGlossary, termsTbx, termsTsv, type Term } from '../../terms/index.ts'
import { sayFatal } from '../input/load-file.ts'
import { readDocuments } from './memory-inputs.ts'
import { checkTarget, saveFiles } from '../output/save-files.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { count, sayLines } from '../output/write-output.ts'

/** Options of `hexapla terms`. */
export interface TermsCommandOptions extends MessageOptions {
  from?: LanguageTag
  to?: LanguageTag[]
  output?: string
  minCount?: number
  limit?: number
  lenient?: boolean
}

/** Forms of terms, by the ending of their file. */
const forms: Readonly<Record<string, (terms: readonly Term[], file: TermFile) => string>> = { tbx: termsTbx, tsv: termsTsv, txt: termsGlossary, utf8: termsGlossary }

/** `hexapla terms MEMORY`: candidates for terms with their translations. Exit code. */
export async function runTerms(input: string, options: TermsCommandOptions, terminal: Terminal): Promise<number> {
  const whole = new VFile({ path: input })
  try {
    const { output, minCount, limit } = options
    const form = output === undefined ? termsTsv : formOf(output)
    if (output !== undefined) await checkTarget(output, [input])
    const pieces = await readDocuments(input, whole, options.lenient ?? false)
    const units = pieces.flatMap(({ document, units: own }) => own.map((unit) => ({ unit, document })))
    const languages = inOrder(units.flatMap(({ unit }) => Object.keys(unit.versions)))
    const [from, to] = choose(languages, options, input)
    if (form === termsGlossary && to.length > 1) throw new HexaplaError('cli:glossary-languages', { file: output ?? '', actual: to.join(', ') }, output)
    const terms = extractTerms(units, { from, to, ...(minCount === undefined ? {} : { minCount }), ...(limit === undefined ? {} : { limit }) })
    // A file without an entry is no TBX.
    if (terms.length === 0) throw new HexaplaError('cli:terms-none', { file: input }, input)
    const text = form(terms, { languages: [from, ...to], memory: path.basename(input) })
    if (output === undefined) await terminal.stdout(text)
    else {
      const files = await saveFiles(path.dirname(output), [{ file: path.basename(output), text, last: true }], [input])
      if (!options.json) terminal.stderr(sayLines([`${count(terms.length, 'term')} in ${[from, ...to].join(' ')}`, ...files.map((file) => `wrote ${file}`)]))
    }
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([whole], terminal, options)
  }
}

function formOf(file: string): (typeof forms)[string] {
  const form = forms[path.extname(file).slice(1).toLowerCase()]
  if (!form) throw new HexaplaError('cli:output-ending', { file, expected: Object.keys(forms).map((name) => `.${name}`) }, file)
  return form
}

/** The source, English where nothing else is said, and the other languages. */
function choose(languages: readonly LanguageTag[], { from, to }: TermsCommandOptions, file: string): [from: LanguageTag, to: LanguageTag[]] {
  const source = from ?? languages.find((code) => code === 'en') ?? languages[0]
  const targets = to ?? languages.filter((code) => code !== source)
  for (const code of [source, ...targets]) {
    if (code === undefined || !languages.includes(code)) throw new HexaplaError('memory:language-unknown', { actual: code ?? 'none', expected: [...languages] }, file)
  }
  if (source === undefined || targets.length === 0 || targets.includes(source)) throw new HexaplaError('memory:language-unknown', { actual: source ?? 'none', expected: languages.filter((code) => code !== source) }, file)
  return [source, targets]
}
