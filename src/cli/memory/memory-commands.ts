/** The commands of memories that live in a file: declared here, done in files of their own, which are loaded when they run. */
import type { Command } from 'commander'
import type { FilterOptions } from '../options/filter-options.ts'
import { filters } from '../options/filter-options.ts'
import type { FindCommandOptions } from './find.ts'
import type { MemoryAddOptions } from './memory-add.ts'
import type { MemoryCheckOptions } from './memory-check.ts'
import type { MemoryExportOptions } from './memory-export.ts'
import type { MemoryForgetOptions, MemoryListOptions, MemoryStatsOptions } from './memory-list.ts'
import type { MemoryTagOptions } from './memory-tag.ts'
import { unitStatuses } from '../../tree/status.ts'
import { unitFormatNames } from '../../write/format-name.ts'
import { checkTagAuthor, checkTagOption, checkTagReason, checkTags, collect, collectTags, memoryFormatOption, readCount, readFormats, readMatchShare, readPort } from '../options/option-values.ts'
import type { ServeCommandOptions } from './serve.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import type { TermsCommandOptions } from './terms.ts'

/** What commands have in common, as the program declares it. */
export interface Declaring {
  messages: (command: Command) => Command
  output: (command: Command) => Command
  /** Options with a source and formats that are known; what is wrong with them otherwise. */
  readSource: (options: { source?: string; to?: string[] }) => object | string
  wrongUsage: (text: string) => number
  done: (exit: number) => void
}

export function addMemoryCommands(program: Command, { messages, output, readSource, wrongUsage, done }: Declaring, terminal: Terminal): void {
  const memory = program
    .command('memory')
    .helpCommand(false)
    .description('A memory in one file that knows its documents: add to it, list, count, forget, export.')
    .addHelpText('after', '\nExample:\n  hexapla memory add un.db out/ old.tmx\n  hexapla memory list un.db')
  const command = (name: string, summary: string, example: string): Command => messages(memory.command(name).description(summary).addHelpText('after', `\nExample:\n  ${example}`))

  command('add', 'Puts documents into a memory, which is made where there is none; what is there already is passed over.', 'hexapla memory add un.db out/ old.tmx\n  hexapla memory add all.db geneva.db vienna.db')
    .argument('<memory>', 'the memory, such as un.db, or postgres://user@host/database')
    .argument('<input...>', 'units in TMX, XLIFF, TSV, XLSX or JSON Lines, folders of them, or other memories')
    .addOption(memoryFormatOption('format of the files (default: by their endings)'))
    .option('--lenient', 'units that are malformed are skipped and said (default: the first one is an error)')
    .action(async (file: string, inputs: string[], options: MemoryAddOptions) => {
      const { runMemoryAdd } = await import('./memory-add.ts')
      done(await runMemoryAdd(file, inputs, options, terminal))
    })

  filters(command('list', 'The documents of a memory: symbol, date, languages, units, and what replaces them.', 'hexapla memory list un.db --organ A --since 2015 --all'))
    .argument('<memory>', 'the memory')
    .action(async (file: string, options: MemoryListOptions) => {
      const { runMemoryList } = await import('./memory-list.ts')
      done(await runMemoryList(file, options, terminal))
    })

  filters(command('stats', 'What a memory holds: units and words by language, pair, year and organ; doubtful units, conflicts.', 'hexapla memory stats un.db --plot un.svg'))
    .argument('<memory>', 'the memory')
    .option('--plot <file>', 'units a year, by organ, as SVG')
    .action(async (file: string, options: MemoryStatsOptions) => {
      const { runMemoryStats } = await import('./memory-list.ts')
      done(await runMemoryStats(file, options, terminal))
    })

  filters(output(command('export', 'What is to be seen of a memory, in every format of units; the same memory gives the same bytes.', 'hexapla memory export un.db --symbol A/RES/70 -o res70.tmx')), true)
    .argument('<memory>', 'the memory')
    .action(async (file: string, options: FilterOptions & MessageOptions & { source?: string; to?: string[] }) => {
      const settled = readSource(options)
      if (typeof settled === 'string') done(wrongUsage(settled))
      else {
        const { runMemoryExport } = await import('./memory-export.ts')
        done(await runMemoryExport(file, settled as MemoryExportOptions, terminal))
      }
    })

  command('check', 'What is wrong in a memory that others built: each unit is weighed by what the others teach.', 'hexapla memory check old.tmx\n  hexapla memory check old.tmx --report faults.html\n  hexapla memory check old.tmx --fix -o new.tmx')
    .argument('<memory>', 'TMX, XLIFF, TSV, XLSX, JSON Lines, or a memory such as un.db')
    .addHelpText('after', checkNotes)
    .option('-o, --output <path>', 'the memory with doubtful units marked: a folder, or one file such as new.tmx')
    .option('--to <formats>', `formats of it, separated by commas: ${unitFormatNames.join(', ')}`, readFormats)
    .option('--fix', 'repairs in it what is certain, and leaves duplicates out')
    .option('--tag', 'tags doubtful units in the memory itself, which is then a memory such as un.db')
    .option('--report <file>', 'all that was found, as .tsv, .json or .html; may be repeated', collect)
    .option('--lenient', 'units that are malformed are skipped and said (default: the first one is an error)')
    .action(async (file: string, options: MemoryCheckOptions & { to?: string[] }) => {
      const settled = readSource(options)
      const idle = options.output === undefined ? (options.fix ? '--fix' : options.to ? '--to' : undefined) : undefined
      if (typeof settled === 'string' || idle !== undefined) done(wrongUsage(typeof settled === 'string' ? settled : `${idle} is for -o: the memory that is read is left as it is`))
      else {
        const { runMemoryCheck } = await import('./memory-check.ts')
        done(await runMemoryCheck(file, settled as MemoryCheckOptions, terminal))
      }
    })

  command('forget', 'Takes a document out of sight, in all its issues; nothing is deleted.', 'hexapla memory forget un.db A/RES/70/1')
    .argument('<memory>', 'the memory')
    .argument('<symbol>', 'symbol of the document, or the name that memory list shows')
    .option('--undo', 'brings it back')
    .action(async (file: string, symbol: string, options: MemoryForgetOptions) => {
      const { runMemoryForget } = await import('./memory-list.ts')
      done(await runMemoryForget(file, symbol, options, terminal))
    })

  command('tag', 'Sets tags on a document or its units: a status that somebody has decided, or any other; without tags, shows them.', tagExamples)
    .argument('<memory>', 'the memory')
    .argument('<symbol>', 'symbol of the document, or the name that memory list shows')
    .argument('[tag...]', `letters, digits and -._/=+; ${unitStatuses.map(({ name }) => name).join(', ')} become the status`, collectTags)
    .option('--unit <id>', 'a unit of it, such as 12#3; may be repeated (default: all of the document)', collect)
    .option('--by <name>', 'who decides; with --remove, whose tags', checkTagAuthor)
    .option('--reason <text>', 'why', checkTagReason)
    .option('--remove', 'takes the tags off the document and its units')
    .action(async (file: string, symbol: string, tags: string[] | undefined, options: MemoryTagOptions) => {
      const names = tags ?? []
      const idle = (names.length === 0 && (['by', 'reason', 'remove'] as const).find((name) => options[name] !== undefined)) || (options.remove && options.reason !== undefined ? 'reason' : undefined)
      if (idle) {
        done(wrongUsage(names.length === 0 ? `--${idle} needs a tag` : `--${idle} is not for --remove`))
        return
      }
      const { runMemoryTag } = await import('./memory-tag.ts')
      done(await runMemoryTag(file, symbol, names, options, terminal))
    })

  filters(
    messages(program.command('find').description('Units of a memory whose text is like a text, or has a word or phrase in it.').addHelpText('after', findNotes))
      .argument('<text>', 'what to look for')
      .requiredOption('-m, --memory <memory>', 'the memory: a file, or postgres://user@host/database')
      .option('--from <code>', 'language of the text (default: any)', checkTagOption)
      .option('--to <code>', 'only units with this language, and its text alone', checkTagOption)
      .option('--concordance', 'texts that have it in them, as words; word* for all that begin so')
      .option('--min <number>', 'lowest likeness of a match, 0.3 to 1 (default: 0.7)', readMatchShare)
      .option('--limit <number>', 'most texts (default: 10)', readCount)
      .option('--tsv', 'a table')
  ).action(async (text: string, options: FindCommandOptions) => {
    const idle = options.concordance && options.min !== undefined ? '--min is not for --concordance' : options.json && options.tsv ? 'choose one of --json and --tsv' : text.trim() === '' ? 'there is no text to look for' : undefined
    if (idle !== undefined) {
      done(wrongUsage(idle))
      return
    }
    const { runFind } = await import('./find.ts')
    done(await runFind(text, options, terminal))
  })

  messages(program.command('terms').description('Candidates for terms in a memory, with their translations, how often, and an example.').addHelpText('after', termsNotes))
    .argument('<memory>', 'TMX, XLIFF, TSV, XLSX, JSON Lines, or a memory such as un.db')
    .option('--from <code>', 'source language (default: English, or the first)', checkTagOption)
    .option('--to <codes>', 'other languages, separated by commas (default: all)', checkTags)
    .option('-o, --output <file>', 'terms.tbx, terms.tsv, or terms.txt, a glossary of OmegaT (default: a table on standard output)')
    .option('--min-count <number>', 'units in which a term and its translation stand together, at least (default: 3)', readCount)
    .option('--limit <number>', 'most terms, the best first (default: 2000)', readCount)
    .option('--lenient', 'units that are malformed are skipped and said (default: the first one is an error)')
    .action(async (file: string, options: TermsCommandOptions) => {
      const { runTerms } = await import('./terms.ts')
      done(await runTerms(file, options, terminal))
    })

  messages(program.command('serve').description('A page to look up a memory in, and interfaces for other programs, on this machine.').addHelpText('after', '\nExample:\n  hexapla serve -m un.db\n  hexapla serve -m un.db --host 0.0.0.0 --name memory.example.org'))
    .requiredOption('-m, --memory <memory>', 'the memory, which is only read')
    .option('--host <address>', 'address to listen on; where others can reach it, they need the token that is printed (default: 127.0.0.1)')
    .option('--port <number>', 'port (default: 8070)', readPort)
    .option('--name <host...>', 'names by which others call this machine')
    .option('--token <token>', 'wanted of each request, 16 characters at least')
    .action(async (options: ServeCommandOptions) => {
      const { runServe } = await import('./serve.ts')
      done(await runServe(options, terminal))
    })
}

const tagExamples = 'hexapla memory tag un.db A/RES/70/1 subject=development\n  hexapla memory tag un.db A/RES/70/1 rejected --unit 12#3 --by Ana --reason "another paragraph"\n  hexapla memory export un.db --tag subject=development -o development.tmx'

const checkNotes = `
Found are: languages swapped or wrong, untranslated, misaligned, truncated, numbers that differ, furniture glued on, illegal
characters, markup, other targets of the same source, duplicates. Units of all but the last two become doubtful, unless a person
has reviewed them; a property x-check says why. --fix swaps swapped languages, drops illegal characters, glued furniture and
duplicates that are the same letter by letter; nothing else is changed.`

const termsNotes = `
Example:
  hexapla terms un.db --from en --to fr -o glossary.txt
  hexapla terms old.tmx -o terms.tbx
  hexapla align note.en.txt note.fr.txt --dictionary terms.tbx -o out
They are candidates: phrases that recur, and whose words are translations of each other in the units that have both. Forms of a word
count as one. What is written can be read again by align --dictionary.`

const findNotes = `
Example:
  hexapla find "Recalling its resolution 1540 (2004)" -m un.db --from en --to fr
  hexapla find 人权 -m un.db --concordance
Exact matches come first, then those that differ in numbers, case or marks, then those that differ in words (in characters in
Chinese); {+more+} is in the text found, [-less-] in the text asked for. Of several translations all are shown, those of the
newest documents first. What a later issue replaces is not shown without --all. In Arabic a word is found with its clitics, and
without; vowel signs, accents and case do not count.`
