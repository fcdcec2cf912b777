import type { Entry } from './entry.ts'

/** Messages of the command, about what it was asked to do. */
export const cliMessages = {
  'cli:language-twice': {
    severity: 'fatal',
    text: (v) => `Unexpected second file in ${v.language}: ${v.file}, expected one file a language (the first is ${v.first})`,
    remedy: 'Leave one of them out, or say with `--lang FILE=xx` which language each is in.'
  },
  'cli:symbols-differ': {
    severity: 'fatal',
    text: (v) => `Unexpected symbols ${v.first} and ${v.second}, expected versions of one document`,
    remedy: 'Give versions of one document, name its symbol with `--symbol`, or go on with --force.'
  },
  'cli:too-few-versions': {
    severity: 'fatal',
    text: (v) => `Unexpected ${v.count} version, expected two to six language versions of one document`,
    remedy: 'Name the files of at least two languages.'
  },
  'cli:input-unreadable': {
    severity: 'fatal',
    text: (v) => `Unexpected content of ${v.file}: ${v.error}`,
    remedy: 'A dictionary is TSV with two columns or a header of language codes; a lexicon is what `hexapla train` wrote.'
  },
  'cli:memory-unknown': {
    severity: 'fatal',
    text: (v) => `Unexpected file ${v.file}, expected a memory that ends in .tmx or .jsonl`,
    remedy: 'Say with `--from` what it is.'
  },
  'cli:nothing-to-learn': {
    severity: 'fatal',
    text: (v) => `Unexpected lack of pairs in ${v.file}, expected units in two languages with a score of 0.9 or more`,
    remedy: 'Name memories, or folders that hold two versions or more: fr.txt, en.txt.'
  },
  'cli:output-unwritable': {
    severity: 'fatal',
    text: (v) => `Unexpected error on writing ${v.file}: ${v.error}`,
    remedy: 'Check that the folder exists and may be written to. No file was changed.'
  },
  'cli:output-several': {
    severity: 'fatal',
    text: (v) => `Unexpected ${v.count} files for standard output, expected one`,
    remedy: 'Name a folder with `-o FOLDER`, or one format with `--to`.'
  }
} as const satisfies Record<string, Entry>
