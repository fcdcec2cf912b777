import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { readLimitOption, type ReadLimits } from '../read/limits.ts'
import { treeFormatNames, unitFormatNames } from '../write/format-name.ts'
import { addBuildCommands } from './build/build-commands.ts'
import type { CleanCommandOptions } from './parse/clean.ts'
import type { ConvertCommandOptions } from './convert/convert.ts'
import type { DetectOptions } from './detect/detect.ts'
import { isCollection } from './input/find-files.ts'
import { HexaplaError } from '../message/report.ts'
import { nameOfArgument } from './process/system-name.ts'
import { type AlignArguments, readLineArguments } from './align/line-arguments.ts'
import { checkLanguage, checkTag, collect, longestBead, memoryFormatOption, readBoundary, readCount, readEncoding, readFormats, readLangMap, readPort, readShare, readSize, readSpan, readSymbolOption, wrongLanguage } from './options/option-values.ts'
import { readMemorySource, readSource } from './options/source-option.ts'
import type { LoadOptions } from './input/load-file.ts'
import type { ParseCommandOptions } from './parse/parse.ts'
import { addMemoryCommands } from './memory/memory-commands.ts'
import type { ReviewCommandOptions } from './review/review.ts'
import type { TrainCommandOptions } from './align/train.ts'
import type { Terminal } from './screen/terminal.ts'

/** Exit codes: done, could not do it, wrong usage. */
const [, failed, usage] = [0, 1, 2]

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
    // A name of options and arguments that is long leaves the text beside it few columns.
    .configureHelp({ minWidthToWrap: 24 })
    .helpCommand(false)
    .addHelpText('after', '\nExample:\n  hexapla align note.en.txt note.fr.txt -o out   a memory of two files, and a page to look at\n  hexapla detect exports/                        which files are which documents\n  hexapla align exports/ -o out                  memories of all of them\n  hexapla align --help                           options of a command')

  const command = (name: string, summary: string, example: string, check = checkLanguage): Command =>
    common(program.command(name).description(summary).addHelpText('after', `\nExample:\n  ${example}`), check, { aligns: name === 'align' || name === 'review' })

  /** Wrong usage, where --force has nothing to force. */
  const aimless = ({ force, lang }: LoadOptions): number | undefined => (force && lang === undefined ? wrongUsage('--force is for --lang here', terminal) : undefined)

  program
    .command('help [command...]', { hidden: true })
    .action((names: string[] = []) => {
      let asked = program
      for (const name of names) {
        const found = asked.commands.find((each) => each.name() === name)
        if (!found) {
          code = wrongUsage(`there is no command ${names.join(' ')}`, terminal)
          return
        }
        asked = found
      }
      asked.outputHelp()
    })

  program.commandsGroup('Begin with:')
  output(command('align', 'Aligns two to six language versions of one document, or the documents of a folder one by one.', 'hexapla align note.en.txt note.fr.txt note.ar.txt -o out --to tmx,tsv\n  hexapla align exports/ -o out\n  hexapla align --lines a.txt b.txt --source de --target pt-BR -o out.tmx', checkTag), '; beads with --lines')
    .argument('<file...>', 'raw exports, one a language, or folders of them; - is standard input')
    .addHelpText('after', alignNotes)
    .addOption(new Option('--unit <unit>', 'what units are made of; both go into files apart').choices(['sentence', 'paragraph', 'both']).default('sentence'))
    .option('--dictionary <file>', 'word pairs or terms: TSV in two columns or with a header of language codes, a glossary of OmegaT, or .tbx; may be repeated', collect)
    .option('--lexicon <file>', 'what hexapla train has learned; may be repeated', collect)
    .option('--abbreviations <file>', abbreviationsHelp, collect)
    .option('--segments', segmentsHelp)
    .option('--no-learn', 'of a folder: align each document with what is known beforehand alone')
    .option('--lines', 'no cleaning: one segment a line in two to six files of any languages')
    .option('--target <code>', 'language of the second of two files, with --lines; --source is that of the first')
    .option('--boundaries <which>', 'with --lines: blank, or the text of the lines that nothing is joined across', readBoundary)
    .option('--max-bead <number>', `with --lines: most lines of a file in one unit, 1 to ${longestBead}`, readSpan)
    .action(async (files: string[], options: AlignArguments, command: Command) => {
      code = await runAlignCommand(files, options, (option) => command.getOptionValueSource(option) === 'cli', terminal)
    })

  command('detect', 'Language, symbol, and blocks in another language; of folders, which files are one document.', 'hexapla detect *.txt\n  hexapla detect exports/')
    .argument('<file...>', 'raw exports, or folders of them; - is standard input')
    .addHelpText('after', detectNotes)
    .option('--jobs <number>', 'threads (default: one a core, where there is much to read)', readCount)
    .action(async (files: string[], options: DetectOptions) => {
      const { runDetect } = await import('./detect/detect.ts')
      code = aimless(options) ?? (await runDetect(files, options, terminal))
    })

  output(messages(program.command('convert').description('A translation memory in another format; nothing is lost that the format can hold.').addHelpText('after', '\nExample:\n  hexapla convert reviewed.tmx --to jsonl -o out\n  hexapla convert reviewed.xlsx -o reviewed.tmx\n  hexapla convert geneva.tmx vienna/ -o merged.tmx')))
    .argument('<memory...>', 'TMX, XLIFF 1.2 or 2.1, TSV or XLSX of hexapla, or units in JSON Lines; - is standard input, with --from; of several, and of folders of them, the merge')
    .addOption(memoryFormatOption('format of the memory (default: by its ending)'))
    .option('--lenient', 'units that are malformed are skipped and said (default: the first one is an error)')
    .action(async (files: string[], options: ConvertCommandOptions & { source?: string; to?: string[] }) => {
      const settled = readMemorySource(options)
      if (typeof settled === 'string') code = wrongUsage(settled, terminal)
      else {
        const { runConvert } = await import('./convert/convert.ts')
        code = await runConvert(files, settled, terminal)
      }
    })

  program.commandsGroup('To put right what came out:')
  command('review', 'A page on this machine to put an alignment right; edits are kept as you work, each can be undone.', 'hexapla review out/\n  hexapla review note.en.txt note.fr.txt note.ar.txt\n  hexapla review out/ --take checked.xlsx\n  hexapla review out/note.sent.jsonl -o reviewed.tmx')
    .argument('<file...>', 'a memory, a table, the folder of an alignment, or the versions of one document')
    .addHelpText('after', reviewNotes)
    .option('--source <code>', 'the original, which is neither split nor merged (default: as the documents say, or the first)')
    .option('--log <file>', 'where the edits are kept (default: beside the memory, NAME.review.jsonl)')
    .option('--port <number>', 'port of the page (default: any that is free)', readPort)
    .addOption(new Option('--sources <folder>', 'PDFs that a memory was made from, for the printed page beside the row (default: those beside the memory, and in the folder above); may be repeated').argParser(collect).conflicts(['report', 'output', 'to', 'take']))
    .addOption(new Option('--take <file>', "no page: a colleague's workbook, table, XLIFF or memory of these units; what was edited or marked in it becomes edits of this review; may be repeated").argParser(collect).conflicts('port'))
    .addOption(new Option('--report', 'no page: what the aligner got wrong, by kind and by score').conflicts(['output', 'to', 'port']))
    .addOption(new Option('-o, --output <path>', 'no page: what came of the review, into a folder or one file such as reviewed.tmx').conflicts('port'))
    .addOption(new Option('--to <formats>', `no page: formats, separated by commas: ${unitFormatNames.join(', ')}`).argParser(readFormats))
    .action(async (files: string[], options: ReviewCommandOptions & { source?: string; to?: string[] }) => {
      const settled = readSource(options)
      if (typeof settled === 'string') code = wrongUsage(settled, terminal)
      else {
        const { runReview } = await import('./review/review.ts')
        code = await runReview(files, settled, terminal)
      }
    })

  program.commandsGroup('Memories that live in a file:')
  addMemoryCommands(program, { messages, output, readSource: readMemorySource, wrongUsage: (text) => wrongUsage(text, terminal), done: (exit) => (code = exit) }, terminal)

  program.commandsGroup('Collections:')
  addBuildCommands(program, { reading: (each) => common(each, checkLanguage, { hasSymbol: false, aligns: true }), written, messages }, terminal, version, (exit) => {
    code = exit
  })

  program.commandsGroup('Further commands:')
  command('clean', 'Repaired text, each paragraph on a line of its own.', 'hexapla clean report.fr.txt > report.fr.clean.txt')
    .argument('<file...>', 'raw exports, or folders of them; - is standard input')
    .option('-o, --output <path>', 'a file each in a folder, or the file of one input, such as report.txt (default: standard output)')
    .addOption(new Option('--to <format>', 'form of the text').choices(treeFormatNames).default('text'))
    .action(async (files: string[], options: CleanCommandOptions) => {
      const { runClean } = await import('./parse/clean.ts')
      code = aimless(options) ?? (await runClean(files, options, terminal))
    })

  command('parse', 'The tree of a document: titles, annexes, paragraphs, items, notes, with addresses.', 'hexapla parse report.ru.txt --to json')
    .argument('<file...>', 'raw exports, or folders of them; - is standard input')
    .option('-o, --output <path>', 'a file each in a folder, or the file of one input, such as tree.txt (default: standard output)')
    .addOption(new Option('--to <form>', 'form of the tree').choices(['outline', 'json']).default('outline'))
    .addOption(new Option('--trace', 'what each pass changed, and the rule that decided each block').conflicts('to'))
    .option('--segments', segmentsHelp)
    .option('--abbreviations <file>', abbreviationsHelp, collect)
    .action(async (files: string[], options: ParseCommandOptions) => {
      const { runParse } = await import('./parse/parse.ts')
      code = aimless(options) ?? (await runParse(files, options, terminal))
    })

  messages(program.command('train').description('Learns a lexicon from memories, or from folders of raw exports in two languages or more.').addHelpText('after', '\nExample:\n  hexapla train memories/ old.tmx -o lexicon.json'))
    .argument('<input...>', 'TMX, units in JSON Lines, or folders of them or of raw exports')
    .option('-o, --output <file>', 'the lexicon (default: standard output)')
    .option('--lenient', 'units of memories that are malformed are skipped and said (default: the first one is an error)')
    .action(async (inputs: string[], options: TrainCommandOptions) => {
      const { runTrain } = await import('./align/train.ts')
      code = await runTrain(inputs, options, terminal)
    })

  try {
    await program.parseAsync(argv.map(nameOfArgument), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? 0 : usage
  }
  try {
    for (const text of help) await terminal.stdout(text)
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error
    terminal.stderr(`error: ${error.message}\n`)
    code = failed
  }
  return code
}

const reviewNotes = `
Keys: N next doubtful row, Enter reviewed and next, M merge, S split, U and D move, E edit, Z undo; ? shows all. Edits stay on
this machine, in the log; opened again, also with a new alignment, they are done again where their sentences still stand.`

const segmentsHelp = 'the lines are right already: each is a paragraph, joined with no other'
const abbreviationsHelp = 'words that end no sentence, in TSV: en<TAB>Regs. a line; may be repeated'

const detectNotes = `
Columns: file, language, its name, whether that is sure, symbol as printed. Look at files whose language is unsure, and name
it with --lang. --json has the score behind it, 0 to 1: the margin over the next of English, French and Spanish, for the other
scripts the share of letters in them.
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

/** What a command does with what it reads. */
interface ReadingUse {
  hasSymbol?: boolean
  aligns?: boolean
}

function common(command: Command, check: (value: string, earlier?: string[]) => string[], { hasSymbol = true, aligns = false }: ReadingUse = {}): Command {
  const opened = messages(command)
    .option('--lang <FILE=xx>', 'language of a file: ar, en, es, fr, ru or zh; may be repeated', check)
    .option('--force', `go on where the letters are not those of --lang${aligns ? ', or where the files do not look like versions of one document' : ''}`)
  if (hasSymbol) opened.option('--symbol <symbol>', 'symbol of the document, such as A/RES/70/1', readSymbolOption)
  return opened
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
function output(command: Command, forms = ''): Command {
  const place = command
    .option('-o, --output <path>', 'folder for the files, or one file such as out.tmx (default: standard output)')
    .option('--to <formats>', `formats, separated by commas: ${unitFormatNames.join(', ')}${forms}`, readFormats)
  return written(place).option('--report <file>', 'list of what stayed out, and why')
}

/** Options of what is written, and how, wherever it goes. */
function written(command: Command): Command {
  return command
    .option('--source <code>', 'source language: pairs from it alone, and it comes first')
    .addOption(new Option('--numbering <how>', 'whether labels such as 12. stand in segments (default: strip)').choices(['strip', 'keep']))
    .option('--lang-map <xx=tag,...>', 'codes to write, such as en=en-US,zh=zh-CN', readLangMap)
    .option('--split-mb <number>', 'a new file once one has so many million bytes', readSize)
    .option('--spreadsheet-safe', 'cells of TSV that a spreadsheet would take for a formula begin with an apostrophe')
    .option('--no-bom', 'TSV files without the byte order mark by which Excel knows them; there is none on standard output')
    .option('--tuid', 'ids on the units of TMX')
    .option('--min-score <number>', 'units under this score stay out, 0 to 1', readShare)
    .option('--date <date>', 'date for the files, ISO 8601 (default: none)')
    .option('--dedupe', 'one unit for each source')
    .option('--keep-all', 'figures alone, numbers that differ and the like enter memories, too')
}

function wrongUsage(text: string, terminal: Terminal): number {
  terminal.stderr(`error: ${text}\n(add --help for the options)\n`)
  return usage
}

async function runAlignCommand(files: string[], args: AlignArguments, isTold: (option: string) => boolean, terminal: Terminal): Promise<number> {
  if (args.lines) {
    const run = readLineArguments(files, args, isTold)
    if (typeof run === 'string') return wrongUsage(run, terminal)
    const { runAlignBeads, runAlignLines } = await import('./align/align-lines.ts')
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
  if ((await Promise.all(files.map(isCollection))).includes(true)) {
    const { runAlignFolder } = await import('./align/align-folder.ts')
    return runAlignFolder(files, settled, terminal)
  }
  if (settled.learn === false) return wrongUsage('--no-learn is for folders', terminal)
  const { runAlign } = await import('./align/align.ts')
  return files.length > 6 ? wrongUsage(`align takes two to six files, or a folder, not ${files.length} files`, terminal) : runAlign(files, settled, terminal)
}
