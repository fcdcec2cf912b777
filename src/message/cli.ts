import type { Catalogue } from './entry.ts'

/** Messages of the command, about what it was asked to do. */
export const cliMessages = {
  'cli:language-twice': {
    severity: 'fatal',
    text: (v: { language: string; file: string; first: string }) => `Unexpected second file in ${v.language}: ${v.file}, expected one file a language (the first is ${v.first})`,
    remedy: 'Leave one of them out, or say with `--lang FILE=xx` which language each is in.'
  },
  'cli:symbols-differ': {
    severity: 'fatal',
    text: (v: { first: string; second: string }) => `Unexpected symbols ${v.first} and ${v.second}, expected versions of one document`,
    remedy: 'Give versions of one document, name its symbol with `--symbol`, or go on with --force.'
  },
  'cli:too-few-versions': {
    severity: 'fatal',
    text: (v: { count: number }) => `Unexpected ${v.count} version, expected two to six language versions of one document`,
    remedy: 'Name the files of at least two languages.'
  },
  'cli:version-alone': {
    severity: 'warning',
    text: (v: { document: string; language: string; file: string }) => `Unexpected document ${v.document} in ${v.language} alone (${v.file}), expected two languages at least`,
    remedy: 'It was left out; put its other versions into the folder.'
  },
  'cli:symbol-missing': {
    severity: 'warning',
    text: (v: { file: string }) => `Unexpected version ${v.file} of no known document, expected a symbol in its text or its name`,
    remedy: 'It was left out; call it `A_73_761-fr.txt` after its symbol, or as its other versions are called: `note-fr.txt`, `note/fr.txt`.'
  },
  'cli:symbol-from-name': {
    severity: 'warning',
    text: (v: { files: string; document: string }) => `Unexpected lack of a symbol in ${v.files}, expected one; taken for versions of ${v.document} because of their names`,
    remedy: 'Check that they are, or move them to another folder.'
  },
  'cli:issue-replaced': {
    severity: 'warning',
    text: (v: { file: string; by: string }) => `Unexpected earlier issue ${v.file}, expected the latest; ${v.by} replaces it`,
    remedy: 'It was left out; to use it, move it to another folder.'
  },
  'cli:issue-revised': {
    severity: 'warning',
    text: (v: { file: string; by: string }) => `Unexpected earlier issue ${v.file}, expected the latest; ${v.by} revises it`,
    remedy: 'It was aligned, because other languages have no later version; add those to have the revision alone.'
  },
  'cli:format-passed-over': {
    severity: 'warning',
    text: (v: { file: string; better: string }) => `Unexpected second format of a version, ${v.file}, expected one file a language; ${v.better}, whose format knows more of the document, was taken`,
    remedy: 'It was left out; to use it, move the other file to another folder.'
  },
  'cli:copy-skipped': {
    severity: 'warning',
    text: (v: { file: string; first: string }) => v.file === v.first ? `Unexpected second ${v.file}, expected each file once` : `Unexpected copy ${v.file}, which has the same text as ${v.first}, expected a file for each version`,
    remedy: 'It was passed over; remove one of the two.'
  },
  'cli:file-skipped': {
    severity: 'warning',
    text: (v: { count: number; files: string }) => `Unexpected ${v.count === 1 ? 'file' : `${v.count} files`} of another format (${v.files}), expected documents`,
    remedy: 'They were passed over; documents end in .docx, .odt, .rtf, .html, .pdf, .doc or .txt, with .gz behind it or not.'
  },
  'cli:folder-empty': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of documents in ${v.file}, expected DOCX, PDF or text`,
    remedy: 'Documents end in .docx, .odt, .rtf, .html, .pdf, .doc or .txt, with .gz behind it or not.'
  },
  'cli:nothing-to-align': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of a document in two languages in ${v.file}, expected one at least`,
    remedy: '`hexapla detect FOLDER` lists the documents and their languages.'
  },
  'cli:lang-unmatched': {
    severity: 'fatal',
    text: (v: { actual: string; expected: readonly string[] }) => `Unexpected --lang ${v.actual}, expected the name of an input: ${v.expected.join(', ')}`,
    remedy: 'Name the file as the command has it, or by its last part: `--lang note.txt=fr`; standard input is `-`.'
  },
  'cli:encoding-idle': {
    severity: 'fatal',
    text: (v: { encoding: string }) => `Unexpected --encoding ${v.encoding} for PDF, DOCX and ODT alone, expected a file whose letters it tells`,
    remedy: 'Leave the option out: these formats say themselves how their letters are coded.'
  },
  'cli:input-unreadable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected content of ${v.file}: ${v.error}`,
    remedy: 'A dictionary is TSV with two columns or a header of language codes; a lexicon is what `hexapla train` wrote; a list of abbreviations has `en<TAB>Regs.` a line.'
  },
  'cli:glossary-languages': {
    severity: 'fatal',
    text: (v: { file: string; actual: string }) => `Unexpected languages ${v.actual} for ${v.file}, expected one: a glossary has a source and a target`,
    remedy: 'Name one with `--to`, or write `-o terms.tbx` or `-o terms.tsv`, which have all.'
  },
  'cli:memory-empty': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of units in ${v.file}, expected one at least`,
    remedy: 'Check that it is the right file; `hexapla convert` says what it has.'
  },
  'cli:memory-unknown': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected file ${v.file}, expected a memory that ends in .tmx, .xlf, .xliff, .tsv, .xlsx or .jsonl`,
    remedy: 'Give it the ending of its format; `convert` and `memory add` take the format by `--from tmx` and its like, too.'
  },
  'cli:terms-none': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of terms in ${v.file}, expected phrases that come often enough, with the same translation`,
    remedy: 'Take a larger memory, or a smaller --min-count.'
  },
  'cli:nothing-written': {
    severity: 'warning',
    text: (v: { formats: string; left: number }) => `Unexpected lack of units for ${v.formats}, expected one at least${v.left > 0 ? `; ${v.left} ${v.left === 1 ? 'was' : 'were'} left out` : ''}`,
    remedy: 'No file was written. Where units were left out, ask for less of them (`--min-score`, `--report FILE` lists them); a format of language pairs needs units in two languages.'
  },
  'cli:nothing-to-learn': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of pairs in ${v.file}, expected units in two languages with a score of 0.9 or more`,
    remedy: 'Name memories, or folders that hold two versions or more: fr.txt, en.txt.'
  },
  'cli:output-unwritable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected error on writing ${v.file}: ${v.error}`,
    remedy: 'Check that the folder exists and may be written to. What stood there before is as it was.'
  },
  'cli:disk-full': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected lack of room for ${v.file} (${v.error}), expected room for the whole output`,
    remedy: 'Make room on that disk, or name a place on another one with `-o`. What stood there before is as it was.'
  },
  'cli:stdout-unwritable': {
    severity: 'fatal',
    text: (v: { error: string }) => `Unexpected error on writing to standard output: ${v.error}`,
    remedy: 'What was written there is not whole. Make room, or name a file with `-o`: it is written whole or not at all.'
  },
  'cli:output-not-a-folder': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected file in the path of the output ${v.file}, expected folders alone`,
    remedy: 'Name another folder with `-o`, or move the file that is in its way. What stood there before is as it was.'
  },
  'cli:output-is-a-folder': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected folder ${v.file}, expected a file to write to`,
    remedy: 'Name another file, or move the folder. What stood there before is as it was.'
  },
  'cli:output-in-use': {
    severity: 'fatal',
    text: (v: { file: string; other: string }) => `Unexpected output ${v.file}, which is the input or the report ${v.other}, expected a file of its own`,
    remedy: 'Name another file for the output. What stood there before is as it was.'
  },
  'cli:parts-older': {
    severity: 'warning',
    text: (v: { count: number; files: string }) => `Unexpected ${v.count === 1 ? 'part' : `${v.count} parts`} of an earlier run (${v.files}), expected those of the files that were written now alone`,
    remedy: 'Remove them: whoever reads the folder would take them for parts of these files.'
  },
  'cli:name-too-long': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected length of the name ${v.file}, expected one that the system allows`,
    remedy: 'Give it a shorter name: most systems allow 255 bytes for each step of a path.'
  },
  'cli:option-idle': {
    severity: 'fatal',
    text: (v: { option: string; actual: string; expected: readonly string[] }) => `Unexpected ${v.option} with ${v.actual}, expected a format that it changes: ${v.expected.join(', ')}`,
    remedy: 'Leave the option out, or name such a format with `--to`.'
  },
  'cli:output-several': {
    severity: 'fatal',
    text: (v: { count: number; place: string }) => `Unexpected ${v.count} files for ${v.place}, expected one`,
    remedy: 'Name a folder with `-o FOLDER`, or one format with `--to`.'
  },
  'cli:output-ending': {
    severity: 'fatal',
    text: (v: { file: string; expected: readonly string[] }) => `Unexpected ending of the output ${v.file}, expected ${v.expected.join(', ')} or a folder`,
    remedy: 'Give the file the ending of its format, or the name of a folder a slash at its end.'
  }
} as const satisfies Catalogue
