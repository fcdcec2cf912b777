import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { unitFormats, type UnitFormatName } from '../write/index.ts'
import { runAlign, type AlignCommandOptions } from './align.ts'
import { runAlignLines } from './align-lines.ts'
import { runClean } from './clean.ts'
import { runDetect } from './detect.ts'
import { readLanguageOption, type LoadOptions } from './load-file.ts'
import { runParse, type ParseCommandOptions } from './parse.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Exit codes: done, could not do it, wrong usage. */
const [, , usage] = [0, 1, 2]

/**
 * Runs the command and gives its exit code: 0 done, 1 could not do it, 2 wrong usage.
 *
 * @param argv arguments without the program
 * @param version of the package, for `--version`
 */
export async function runCommand(argv: readonly string[], terminal: Terminal, version: string): Promise<number> {
  let code = 0
  const output: string[] = []
  const program = new Command('hexapla')
    .description('Raw exports of United Nations documents in six languages: clean, parse, align, and feed translation memories.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.push(text), writeErr: (text) => terminal.stderr(text) })
    .showHelpAfterError('(add --help for the options)')

  const command = (name: string, summary: string, example: string): Command =>
    common(program.command(name).description(summary).addHelpText('after', `\nExample:\n  ${example}`))

  command('clean', 'Repaired text, each paragraph on a line of its own.', 'hexapla clean report.fr.txt > report.fr.clean.txt')
    .argument('<file...>', 'raw exports; - is standard input')
    .action(async (files: string[], options: LoadOptions & MessageOptions) => {
      code = await runClean(files, options, terminal)
    })

  command('detect', 'Language with its score, symbol, and blocks in another language.', 'hexapla detect *.txt')
    .argument('<file...>', 'raw exports; - is standard input')
    .action(async (files: string[], options: LoadOptions & MessageOptions) => {
      code = await runDetect(files, options, terminal)
    })

  command('parse', 'The tree of a document: titles, annexes, paragraphs, items, notes, with addresses.', 'hexapla parse report.ru.txt --to json')
    .argument('<file...>', 'raw exports; - is standard input')
    .addOption(new Option('--to <form>', 'form of the tree').choices(['outline', 'json']).default('outline'))
    .action(async (files: string[], options: ParseCommandOptions) => {
      code = await runParse(files, options, terminal)
    })

  command('align', 'Aligns two to six language versions of one document.', 'hexapla align note.en.txt note.fr.txt note.ar.txt -o out --to tmx,tsv\n  hexapla align --lines a.txt b.txt --source de --target fr --to beads')
    .argument('<file...>', 'raw exports, one a language; - is standard input')
    .option('-o, --output <path>', 'folder for the files, or one file such as out.tmx (default: standard output)')
    .option('--to <formats>', `formats, separated by commas: ${Object.keys(unitFormats).join(', ')}; beads with --lines`, readFormats)
    .addOption(new Option('--unit <unit>', 'what units are made of (default: both, in files apart)').choices(['sentence', 'paragraph']))
    .option('--force', 'go on where the files do not look like versions of one document')
    .option('--lines', 'no cleaning: one segment a line in two files of any language')
    .option('--source <code>', 'language of the first file, with --lines')
    .option('--target <code>', 'language of the second file, with --lines')
    .action(async (files: string[], options: AlignCommandOptions & { lines?: boolean; source?: string; target?: string; to?: string[] }) => {
      code = await runAlignCommand(files, options, terminal)
    })

  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? 0 : usage
  }
  for (const text of output) await terminal.stdout(text)
  return code
}

function common(command: Command): Command {
  return command
    .option('--lang <FILE=xx...>', 'language of a file: ar, en, es, fr, ru or zh', checkLanguage)
    .option('--symbol <symbol>', 'symbol of the document, such as A/RES/70/1')
    .option('--encoding <label>', 'encoding of the files, such as windows-1251 (default: found out)')
    .option('--json', 'messages (and findings) as JSON')
    .option('--verbose', 'messages for the record, too')
}

function checkLanguage(value: string, earlier: string[] = []): string[] {
  try {
    readLanguageOption(value)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
  }
  return [...earlier, value]
}

function readFormats(value: string): string[] {
  const formats = value.split(',')
  const wrong = formats.find((format) => !(format in unitFormats) && format !== 'beads')
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no format ${wrong}.`)
  return formats
}

async function runAlignCommand(
  files: string[],
  { lines, source, target, to, ...options }: Omit<AlignCommandOptions, 'to'> & { lines?: boolean; source?: string; target?: string; to?: string[] },
  terminal: Terminal
): Promise<number> {
  const wrong = (text: string): number => {
    terminal.stderr(`error: ${text}\n(add --help for the options)\n`)
    return usage
  }
  if (lines) {
    const [first, second, more] = files
    if (first === undefined || second === undefined || more !== undefined) return wrong('--lines takes two files')
    if (source === undefined || target === undefined) return wrong('--lines needs --source and --target')
    if (to !== undefined && to.join() !== 'beads') return wrong('--lines writes beads alone')
    return runAlignLines([first, second], { ...options, source, target }, terminal)
  }
  if (to?.includes('beads')) return wrong('beads are for --lines')
  if (files.length > 6) return wrong('align takes two to six files')
  return runAlign(files, { ...options, ...(to ? { to: to as UnitFormatName[] } : {}) }, terminal)
}
