import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { foldLookAlikes } from '../language/look-alike.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../language/code.ts'
import { isLanguageTag, type LanguageTag } from '../language/tag.ts'
import { readLimitOption, type ReadLimits } from '../read/limits.ts'
import { isUnitFormatName, treeFormatNames, unitFormatNames, type UnitFormatName } from '../write/format-name.ts'
import type { CleanCommandOptions } from './clean.ts'
import type { ConvertCommandOptions } from './convert.ts'
import { isFolder } from './find-files.ts'
import { readLanguageOption, readTagOption } from './language-option.ts'
import { type AlignArguments, readLineArguments } from './line-arguments.ts'
import type { LoadOptions } from './load-file.ts'
import type { ParseCommandOptions } from './parse.ts'
import type { TrainCommandOptions } from './train.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Largest `--max-bead`: what the aligner tries at most. */
const longestBead = 4

/** Exit codes: done, could not do it, wrong usage. */
const [, , usage] = [0, 1, 2]

/**
 * Runs the command and gives its exit code: 0 done, 1 could not do it, 2 wrong usage.
 *
 * What a command needs is loaded when it runs: a short run is loading for the most part.
 *
 * @param argv arguments without the program
 * @param version of the package, for `--version`
 */
export async function runCommand(argv: readonly string[], terminal: Terminal, version: string): Promise<number> {
  let code = 0
  const help: string[] = []
  const program = new Command('hexapla')
    .description('Raw exports of United Nations documents in six languages: clean, parse, align, and feed translation memories.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => help.push(text), writeErr: (text) => terminal.stderr(text) })
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', '\nExample:\n  hexapla detect exports/            which files are which documents\n  hexapla align exports/ -o out      memories of all of them\n  hexapla align --help               options of a command')

  const command = (name: string, summary: string, example: string, check = checkLanguage): Command =>
    common(program.command(name).description(summary).addHelpText('after', `\nExample:\n  ${example}`), check)

  command('clean', 'Repaired text, each paragraph on a line of its own.', 'hexapla clean report.fr.txt > report.fr.clean.txt')
    .argument('<file...>', 'raw exports; - is standard input')
    .addOption(new Option('--to <format>', 'form of the text').choices(treeFormatNames).default('text'))
    .action(async (files: string[], options: CleanCommandOptions) => {
      const { runClean } = await import('./clean.ts')
      code = await runClean(files, options, terminal)
    })

  command('detect', 'Language with its score, symbol, and blocks in another language; of folders, which files are one document.', 'hexapla detect *.txt\n  hexapla detect exports/')
    .argument('<file...>', 'raw exports, or folders of them; - is standard input')
    .addHelpText('after', detectNotes)
    .action(async (files: string[], options: LoadOptions & MessageOptions) => {
      const { runDetect } = await import('./detect.ts')
      code = await runDetect(files, options, terminal)
    })

  command('parse', 'The tree of a document: titles, annexes, paragraphs, items, notes, with addresses.', 'hexapla parse report.ru.txt --to json')
    .argument('<file...>', 'raw exports; - is standard input')
    .addOption(new Option('--to <form>', 'form of the tree').choices(['outline', 'json']).default('outline'))
    .addOption(new Option('--trace', 'what each pass changed, and the rule that decided each block').conflicts('to'))
    .option('--segments', segmentsHelp)
    .option('--abbreviations <file>', abbreviationsHelp, collect)
    .action(async (files: string[], options: ParseCommandOptions) => {
      const { runParse } = await import('./parse.ts')
      code = await runParse(files, options, terminal)
    })

  output(command('align', 'Aligns two to six language versions of one document, or the documents of a folder one by one.', 'hexapla align note.en.txt note.fr.txt note.ar.txt -o out --to tmx,tsv\n  hexapla align exports/ -o out\n  hexapla align --lines a.txt b.txt --source de --target pt-BR -o out.tmx', checkTag))
    .argument('<file...>', 'raw exports, one a language, or folders of them; - is standard input')
    .addHelpText('after', alignNotes)
    .addOption(new Option('--unit <unit>', 'what units are made of; both go into files apart').choices(['sentence', 'paragraph', 'both']).default('sentence'))
    .option('--dictionary <file>', 'word pairs in TSV: two columns, or a header of language codes; may be repeated', collect)
    .option('--lexicon <file>', 'what hexapla train has learned; may be repeated', collect)
    .option('--abbreviations <file>', abbreviationsHelp, collect)
    .option('--segments', segmentsHelp)
    .option('--force', 'go on where the files do not look like versions of one document')
    .option('--no-learn', 'of a folder: align each document with what is known beforehand alone')
    .option('--lines', 'no cleaning: one segment a line in two to six files of any languages')
    .option('--target <code>', 'language of the second of two files, with --lines; --source is that of the first')
    .option('--boundaries <which>', 'with --lines: blank, or the text of the lines that nothing is joined across', readBoundary)
    .option('--max-bead <number>', `with --lines: most lines of a file in one unit, 1 to ${longestBead}`, readSpan)
    .action(async (files: string[], options: AlignArguments, command: Command) => {
      code = await runAlignCommand(files, options, (option) => command.getOptionValueSource(option) === 'cli', terminal)
    })

  output(messages(program.command('convert').description('A translation memory in another format; nothing is lost that the format can hold.').addHelpText('after', '\nExample:\n  hexapla convert reviewed.tmx --to jsonl -o out')))
    .argument('<memory>', 'TMX, or units in JSON Lines; - is standard input, with --from')
    .addOption(new Option('--from <format>', 'format of the memory (default: by its ending)').choices(['tmx', 'jsonl']))
    .action(async (file: string, options: ConvertCommandOptions & { source?: string; to?: string[] }) => {
      const settled = readSource(options)
      const { runConvert } = await import('./convert.ts')
      code = typeof settled === 'string' ? wrongUsage(settled, terminal) : await runConvert(file, settled, terminal)
    })

  messages(program.command('train').description('Learns a lexicon from memories, or from folders of raw exports in two languages or more.').addHelpText('after', '\nExample:\n  hexapla train memories/ old.tmx -o lexicon.json'))
    .argument('<input...>', 'TMX, units in JSON Lines, or folders of them or of raw exports')
    .option('-o, --output <file>', 'the lexicon (default: standard output)')
    .action(async (inputs: string[], options: TrainCommandOptions) => {
      const { runTrain } = await import('./train.ts')
      code = await runTrain(inputs, options, terminal)
    })

  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? 0 : usage
  }
  for (const text of help) await terminal.stdout(text)
  return code
}

const segmentsHelp = 'the lines are right already: each is a paragraph, joined with no other'
const abbreviationsHelp = 'words that end no sentence, in TSV: en<TAB>Regs. a line; may be repeated'

const detectNotes = `
Columns: file, language, its name, score, symbol as printed. The score is 0 to 1: for Latin letters the margin over the
next language (0.1 and more is usual), for the other scripts the share of letters in it.
Of folders, the .txt files are listed by document. Files are of one document where their symbols agree, stars aside
(A/73/761* replaces A/73/761; Rev., Add. and Corr. are documents of their own), or where they have no symbol and their
names agree: note-fr.txt and note-en.txt, note/fr.txt and note/en.txt.`

const alignNotes = `
Of a folder, each document that is there in two languages is aligned by itself, into a folder of its own in -o FOLDER, or
all into one file with -o FILE.tmx; hexapla detect FOLDER lists the documents. What is left out is said.
Words are learned from all documents of two languages first, and each is aligned with them; what was learned is saved
beside the output as lexicon.json, for other runs with --lexicon. --no-learn leaves that out.
With --lines each line is a segment, nothing is cleaned or divided, and any languages of BCP 47 will do: two files are
named by --source and --target, more by --lang FILE=xx. Units come in every format, their addresses are line numbers, l12
for the twelfth; without --to and -o the beads of two files are printed, [0,1]:[0]<TAB>score, lines counted from 0. Blank
lines change nothing; with --boundaries blank or --boundaries MARKER nothing is joined across them, and what stands between
two of them in one file is aligned with what stands between the same two in the others.`

function common(command: Command, check: (value: string, earlier?: string[]) => string[]): Command {
  return messages(command)
    .option('--lang <FILE=xx>', 'language of a file: ar, en, es, fr, ru or zh; may be repeated', check)
    .option('--symbol <symbol>', 'symbol of the document, such as A/RES/70/1', readSymbolOption)
    .option('--encoding <label>', 'encoding of the files, such as windows-1251 (default: found out)', readEncoding)
    .option('--limit <name=number>', 'what a file may ask for: bytes, inflated (bytes), pages or seconds; may be repeated', readLimit)
}

function readLimit(value: string, before: Partial<ReadLimits> = {}): Partial<ReadLimits> {
  try {
    return { ...before, ...readLimitOption(value) }
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message)
    throw error
  }
}

function messages(command: Command): Command {
  return command.option('--json', 'messages (and findings) as JSON').option('--verbose', 'messages for the record, too')
}

/** Options of the commands that write units. */
function output(command: Command): Command {
  return command
    .option('-o, --output <path>', 'folder for the files, or one file such as out.tmx (default: standard output)')
    .option('--to <formats>', `formats, separated by commas: ${unitFormatNames.join(', ')}; beads with --lines`, readFormats)
    .option('--source <code>', 'source language: pairs from it alone, and it comes first')
    .addOption(new Option('--numbering <how>', 'whether labels such as 12. stand in segments (default: strip)').choices(['strip', 'keep']))
    .option('--lang-map <xx=tag,...>', 'codes to write, such as en=en-US,zh=zh-CN', readLangMap)
    .option('--split-mb <number>', 'a new file once one has so many million bytes', readSize)
    .option('--tuid', 'ids on the units of TMX')
    .option('--min-score <number>', 'units under this score stay out, 0 to 1', readShare)
    .option('--date <date>', 'date for the files, ISO 8601 (default: none)')
    .option('--dedupe', 'one unit for each source')
    .option('--keep-all', 'figures alone, numbers that differ and the like enter memories, too')
    .option('--report <file>', 'list of what stayed out, and why')
}

function readNumber(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('It is no number.')
  return number
}

function readSize(value: string): number {
  const size = readNumber(value)
  if (size <= 0) throw new InvalidArgumentError('Expected a number above 0, such as 10.')
  return size
}

function readShare(value: string): number {
  const share = readNumber(value)
  if (share < 0 || share > 1) throw new InvalidArgumentError('Expected a number from 0 to 1, such as 0.9.')
  return share
}

/** A symbol of any organ, or of a resolution before 1976: `3363 (XXX)`. */
function readSymbolOption(value: string): string {
  const shaped = /^[A-Z][\w.()[\] -]*(?:\/[\w.()[\] -]+)+\*{0,3}$|^\d{1,4} ?\([A-Z-]+\)$/.test(foldLookAlikes(value)) && /\d/.test(value)
  if (!shaped) throw new InvalidArgumentError('Expected the symbol of a document, such as A/RES/70/1.')
  return value
}

function readEncoding(value: string): string {
  try {
    return new TextDecoder(value).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InvalidArgumentError('There is no such encoding; expected utf-8, utf-16le, windows-1251, windows-1252, windows-1256, iso-8859-5, iso-8859-6, koi8-r, gb18030 or another label of the WHATWG standard.')
  }
}

function readSpan(value: string): number {
  const span = readNumber(value)
  if (!Number.isInteger(span) || span < 1 || span > longestBead) throw new InvalidArgumentError(`Expected a whole number from 1 to ${longestBead}.`)
  return span
}

function readBoundary(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Expected blank, or the text of the lines that are boundaries.')
  return value.trim()
}

function readLangMap(value: string): Record<LanguageTag, string> {
  return Object.fromEntries(
    value.split(',').map((pair) => {
      const [code = '', tag = ''] = pair.split('=')
      if (!isLanguageTag(code) || !isLanguageTag(tag)) throw new InvalidArgumentError('Expected xx=tag, such as en=en-US.')
      return [code, tag]
    })
  )
}

function checkLanguage(value: string, earlier: string[] = []): string[] {
  const wrong = wrongLanguage(value)
  if (wrong !== undefined) throw new InvalidArgumentError(wrong)
  return collect(value, earlier)
}

/** What is wrong with a `--lang` of a document. */
function wrongLanguage(value: string): string | undefined {
  return wrongOption(() => readLanguageOption(value))
}

function checkTag(value: string, earlier: string[] = []): string[] {
  const wrong = wrongOption(() => readTagOption(value))
  if (wrong !== undefined) throw new InvalidArgumentError(wrong)
  return collect(value, earlier)
}

function wrongOption(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message
  }
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value]
}

function readFormats(value: string): string[] {
  const formats = [...new Set(value.split(','))]
  const wrong = formats.find((format) => !isUnitFormatName(format) && format !== 'beads')
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no format ${wrong}.`)
  return formats
}

function wrongUsage(text: string, terminal: Terminal): number {
  terminal.stderr(`error: ${text}\n(add --help for the options)\n`)
  return usage
}

/** Options with a source that is one of the six, and formats of units; what is wrong with them otherwise. */
function readSource<Options extends { source?: string; to?: string[] }>({ source, to, ...rest }: Options): (Omit<Options, 'source' | 'to'> & { source?: LanguageCode; to?: UnitFormatName[] }) | string {
  if (source !== undefined && !isLanguageCode(source)) return `--source is one of ${languageCodes.join(', ')}`
  if (to?.includes('beads')) return 'beads are for --lines'
  return { ...rest, ...(source === undefined ? {} : { source }), ...(to === undefined ? {} : { to: to as UnitFormatName[] }) }
}

async function runAlignCommand(files: string[], args: AlignArguments, isTold: (option: string) => boolean, terminal: Terminal): Promise<number> {
  if (args.lines) {
    const run = readLineArguments(files, args, isTold)
    if (typeof run === 'string') return wrongUsage(run, terminal)
    const { runAlignBeads, runAlignLines } = await import('./align-lines.ts')
    const [first, second] = run.files
    return run.beads && first && second ? runAlignBeads([first, second], run.options, terminal) : runAlignLines(run.files, run.options, terminal)
  }
  const { target, boundaries, maxBead, ...options } = args
  const stray = Object.entries({ '--target': target, '--boundaries': boundaries, '--max-bead': maxBead }).find(([, value]) => value !== undefined)
  if (stray) return wrongUsage(`${stray[0]} is for --lines`, terminal)
  const settled = readSource(options)
  if (typeof settled === 'string') return wrongUsage(settled, terminal)
  const wrong = (settled.lang ?? []).map(wrongLanguage).find((text) => text !== undefined)
  if (wrong !== undefined) return wrongUsage(wrong, terminal)
  if ((await Promise.all(files.map(isFolder))).includes(true)) {
    const { runAlignFolder } = await import('./align-folder.ts')
    return runAlignFolder(files, settled, terminal)
  }
  if (settled.learn === false) return wrongUsage('--no-learn is for folders', terminal)
  const { runAlign } = await import('./align.ts')
  return files.length > 6 ? wrongUsage('align takes two to six files, or a folder', terminal) : runAlign(files, settled, terminal)
}
