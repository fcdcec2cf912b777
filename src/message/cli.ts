import type { Entry } from './entry.ts'

/** Messages of the command, about what it was asked to do. */
export const cliMessages = {
  'cli:language-twice': {
    severity: 'fatal',
    text: (v) => `Unexpected second file in ${v.language}: ${v.file}, expected one file a language (the first is ${v.first})`,
    remedy: 'Leave one of them out, or say with `--lang FILE=xx` which language each is in.'
  },
  'cli:too-few-versions': {
    severity: 'fatal',
    text: (v) => `Unexpected ${v.count} version, expected two to six language versions of one document`,
    remedy: 'Name the files of at least two languages.'
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
