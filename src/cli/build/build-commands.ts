/** The commands for collections: `build`, `status`, `merge`, `work`. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import { unitFormatNames } from '../../write/format-name.ts'
import type { BuildCommandOptions } from './build.ts'
import type { Shard } from './shard.ts'
import type { WorkCommandOptions } from './work.ts'
import { collect, readFormats } from '../options/option-values.ts'
import { readSource } from '../options/source-option.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'

/** Options that other commands have, too. */
export interface SharedOptions {
  reading: (command: Command) => Command
  written: (command: Command) => Command
  messages: (command: Command) => Command
}

const usage = 2

/** Megabytes in which the program itself has room. */
const leastMegabytes = 64

/** Adds the commands; `exit` takes their codes. */
export function addBuildCommands(program: Command, { reading, written, messages }: SharedOptions, terminal: Terminal, version: string, exit: (code: number) => void): void {
  threads(written(
    reading(program.command('build').description('A collection of documents into memories, on all cores; run it again after anything, it does what is missing.').addHelpText('after', buildNotes))
      .argument('<path...>', 'folders of raw exports, or files')
      .requiredOption('-o, --output <folder>', 'folder for the files; it holds what is done, too')
      .option('--to <formats>', `formats, separated by commas: ${unitFormatNames.join(', ')} (default: tmx)`, readFormats)
      .option('--each', 'all formats for each document apart, in documents/')
      .option('--into <memory>', 'put all units into a memory in one file, too, such as un.db')
  ))
    .addOption(new Option('--unit <unit>', 'what units are made of; both go into files apart').choices(['sentence', 'paragraph', 'both']).default('sentence'))
    .option('--dictionary <file>', 'word pairs in TSV; may be repeated', collect)
    .option('--lexicon <file>', 'what hexapla train has learned; may be repeated', collect)
    .option('--abbreviations <file>', 'words that end no sentence, in TSV; may be repeated', collect)
    .option('--segments', 'each line is a paragraph already')
    .option('--no-learn', 'align each document with what is known beforehand alone')
    .addOption(new Option('--relearn', 'learn the words of the collection again, and align all of it').conflicts('learn'))
    .option('--retry-failed', 'try documents and files again that have failed')
    .addOption(new Option('--queue <url>', 'let hexapla work on other machines do it, by way of Redis: redis://host:6379').conflicts(['jobs', 'seconds', 'memory', 'shard']))
    .addOption(new Option('--shard <i/n>', 'do one part of n; hexapla merge writes the files').argParser(readShard))
    .action(async (paths: string[], options: BuildCommandOptions & { source?: string; to?: string[] }) => {
      exit(await build(paths, options, terminal, version))
    })

  messages(program.command('status').description('What of a build is done, what has failed and why, what is new.').addHelpText('after', '\nExample:\n  hexapla status out'))
    .argument('<folder>', 'output of hexapla build')
    .action(async (folder: string, options: MessageOptions) => {
      const { runStatus } = await import('./status.ts')
      exit(await runStatus(folder, options, terminal))
    })

  threads(messages(program.command('work').description('Does the documents of hexapla build --queue, on this machine.').addHelpText('after', '\nExample:\n  hexapla work --queue redis://host:6379\n  hexapla work --queue redis://host:6379 --return')))
    .requiredOption('--queue <url>', 'Redis; this machine must see the folders of the build under the same paths')
    .option('--return', 'this machine sees the exports alone, not the output: results go back through Redis')
    .action(async (options: WorkCommandOptions) => {
      const { runWork } = await import('./work.ts')
      exit(await runWork(options, terminal))
    })

  messages(program.command('merge').description('Writes the files of a build that shards have done.').addHelpText('after', '\nExample:\n  hexapla build exports/ -o out --shard 1/2 && hexapla build exports/ -o out --shard 2/2\n  hexapla merge out'))
    .argument('<folder>', 'output of hexapla build')
    .action(async (folder: string, options: MessageOptions) => {
      const { runMerge } = await import('./build.ts')
      exit(await runMerge(folder, options, terminal))
    })
}

/** Options of the commands that work in threads. */
function threads(command: Command): Command {
  return command
    .option('--jobs <number>', 'threads (default: one a core)', readWhole)
    .option('--seconds <number>', 'longest time for a document (default: 600)', readWhole)
    .option('--memory <megabytes>', `most memory for a thread, ${leastMegabytes} at least (default: 1000)`, readMegabytes)
}

async function build(paths: string[], options: BuildCommandOptions & { source?: string; to?: string[] }, terminal: Terminal, version: string): Promise<number> {
  const settled = readSource(options)
  const wrong = (text: string): number => {
    terminal.stderr(`error: ${text}\n(add --help for the options)\n`)
    return usage
  }
  if (typeof settled === 'string') return wrong(settled)
  if (paths.includes('-')) return wrong('build takes folders and files, not standard input')
  if (/\.db$/i.test(settled.output)) return wrong(`-o is a folder; all units go into a memory in one file with --into ${settled.output}`)
  const { runBuild } = await import('./build.ts')
  return runBuild(paths, settled, terminal, version)
}

function readWhole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Expected a whole number above 0.')
  return Number(value)
}

function readMegabytes(value: string): number {
  const megabytes = readWhole(value)
  if (megabytes < leastMegabytes) throw new InvalidArgumentError(`A thread needs ${leastMegabytes} megabytes at least.`)
  return megabytes
}

function readShard(value: string): Shard {
  const [, number = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []
  const shard = { number: Number(number), count: Number(count) }
  if (!(shard.number >= 1 && shard.number <= shard.count)) throw new InvalidArgumentError('Expected i/n, such as 1/4, i from 1 to n.')
  return shard
}

const buildNotes = `
Example:
  hexapla build exports/ -o out                 one memory a language pair, one for all
  hexapla build exports/ -o out --to tmx,html   pages, too, with an index
  hexapla build exports/ -o out --into un.db    into a memory that hexapla find looks in, too
  hexapla build exports/ -o out --shard 1/4     a part of it; then hexapla merge out

Files are grouped into documents as hexapla detect shows them. Words are learned from a hundred documents a language pair,
all are aligned with them, and the files are written at once: memory.*.tmx, report.tsv (a line a document), left-out.tsv
(what entered no memory, and why), messages.jsonl, lexicon.json. What is done is kept in out/.hexapla by the hash of what it
was made of: a second run opens only files that have changed. A document that fails stops no other.`
