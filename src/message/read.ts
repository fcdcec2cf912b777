import type { Catalogue } from './entry.ts'

/** Messages of the stage `read`. */
export const readMessages = {
  'read:missing': {
    severity: 'fatal',
    text: (v: { file: string; expected: string }) => `Unexpected missing file ${v.file}, expected ${v.expected}`,
    remedy: 'Check the path; `-` is standard input.'
  },
  'read:not-a-file': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected folder ${v.file}, expected a file`,
    remedy: 'Name the files in it; only detect, align and train take folders.'
  },
  'read:unreadable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected error on reading ${v.file}: ${v.error}`,
    remedy: 'Check the permissions of the file.'
  },
  'read:endless': {
    severity: 'fatal',
    text: (v: { file: string; most: number }) => `Unexpected length of ${v.file}, expected ${v.most} MB at most`,
    remedy: 'Name a file that ends; divide one that is really so long.'
  },
  'read:silent': {
    severity: 'fatal',
    text: (v: { file: string; seconds: number }) => `Unexpected silence of ${v.file}, expected something within ${v.seconds} seconds`,
    remedy: 'Check the program that writes to it, or save its output to a file first.'
  },
  'read:changed': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected change of ${v.file} while it was read, expected the same bytes twice`,
    remedy: 'Wait until it is written, and run the command again.'
  },
  'read:empty': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected empty file ${v.file}, expected text`,
    remedy: 'A scan without a text layer exports as nothing: it needs OCR first.'
  },
  'read:binary': {
    severity: 'fatal',
    text: (v: { file: string; kind: string }) => `Unexpected binary file ${v.file} (${v.kind}), expected plain text`,
    remedy: 'PDF, DOCX, DOC, ODT, RTF, HTML and text can be read: export it to one of these.'
  },
  'read:misnamed': {
    severity: 'fatal',
    text: (v: { file: string; actual: string; expected: string }) => `Unexpected ${v.actual} in ${v.file}, which is no ${v.expected}, expected ${v.expected}`,
    remedy: 'Look at it in an editor: what a server answered may have been saved in its place. Fetch it again, or give it the ending of what it is.'
  },
  'read:archive': {
    severity: 'fatal',
    text: (v: { file: string; count: number; actual: string }) => `Unexpected archive ${v.file} with ${v.count} files${v.actual === '' ? '' : ` (${v.actual})`}, expected one document`,
    remedy: 'Unpack it into a folder, and name the folder. The commands take all documents of an archive that is a file called .zip.'
  },
  'read:markup': {
    severity: 'fatal',
    text: (v: { file: string; kind: string }) => `Unexpected markup in ${v.file} (${v.kind}), expected plain text`,
    remedy: 'Save the page as plain text first, for example from a browser; memories in TMX are for `hexapla convert`.'
  },
  'read:encoding-unsure': {
    severity: 'warning',
    text: (v: { encoding: string; confidence: number }) => `Unexpected bytes that are no UTF-8, read as ${v.encoding} (${v.confidence} % sure), expected UTF-8`,
    remedy: 'Look at the accents in the output; convert the file to UTF-8 if they are wrong, or name the encoding with `--encoding`.'
  },
  'read:encoding-unknown': {
    severity: 'fatal',
    text: (v: { file: string; encoding?: string | undefined }) => `Unexpected bytes in ${v.file} that ${v.encoding === undefined ? 'no known encoding explains, expected UTF-8' : `are not ${v.encoding}, expected what \`--encoding\` says`}`,
    remedy: 'Convert the file to UTF-8, or name its encoding with `--encoding`.'
  },
  'read:damaged': {
    severity: 'fatal',
    text: (v: { file: string; actual: string }) => `Unexpected damage in ${v.file}: ${v.actual}`,
    remedy: 'Open the file in the program that it is for and save it anew, or fetch it again: it may have been cut on the way.'
  },
  'read:encrypted': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected encryption of ${v.file}, expected a file that opens without a password`,
    remedy: 'Open it with its password and save it without one.'
  },
  'read:scan': {
    severity: 'fatal',
    text: (v: { file: string; count: number }) => `Unexpected pictures of pages in ${v.file} (${v.count} pages), expected text: it is a scan`,
    remedy: 'Run OCR over it first, or look for the document in another format at documents.un.org.'
  },
  'read:unseen': {
    severity: 'warning',
    text: (v: { count: number }) => `Unexpected text that is hidden, turned or outside of the page (${v.count} lines), expected text that is seen: it was set apart`,
    remedy: 'Look at the furniture of the tree if something is missing; a watermark belongs there.'
  },
  'read:recognized': {
    severity: 'warning',
    text: (v: { count: number; pages: string }) => `Unexpected pictures of ${v.count} pages (${v.pages}) with text behind them, expected printed text: what OCR has read there was taken`,
    remedy: 'Look at names and figures; in another format, at documents.un.org, the document may have no errors of OCR.'
  },
  'read:pages-pictured': {
    severity: 'warning',
    text: (v: { count: number; pages: string }) => `Unexpected pictures of ${v.count} pages (${v.pages}), expected text: what they say was not read`,
    remedy: 'Run OCR over the file first, or take the document in another format at documents.un.org.'
  },
  'read:letters-unsure': {
    severity: 'warning',
    text: (v: { count: number; pages: string; share: number }) =>
      `Unexpected letters on ${v.count} pages (${v.pages}; no more than ${v.share} % of one are of words as they are formed), expected words`,
    remedy: 'Look at the words there: the fonts of the file say wrongly what its letters are. Take the document in another format, or put it through OCR.'
  },
  'read:numbers-lost': {
    severity: 'warning',
    text: (v: { file: string }) => `Unexpected numbers in ${v.file} that Word counts as it did before it had lists, expected lists: they are not in its text`,
    remedy: 'Save it as DOCX, in Word or with `soffice --convert-to docx FILE.doc`, and take that.'
  },
  'read:too-large': {
    severity: 'fatal',
    text: (v: { file: string; most: number; limit: string }) => `Unexpected size of ${v.file}, expected no more than the limit ${v.limit}=${v.most}`,
    remedy: 'Split the document, or raise the limit that is named, for example with `--limit pages=9000`.'
  },
  'read:nul-dropped': {
    severity: 'warning',
    text: (v: { count: number }) => `Unexpected ${v.count === 1 ? 'NUL character' : `${v.count} NUL characters`}, expected text: left out`,
    remedy: 'Look at the words there if the export is not a plain text.'
  },
  'read:decoded-twice': {
    severity: 'warning',
    text: (v: { of: string; encoding: string; count: number }) => `Unexpected ${v.of === 'utf-8' ? 'UTF-8' : v.of} that was read as ${v.encoding} and saved again (${v.count} characters), expected letters: put right`,
    remedy: 'Look at the letters beyond ASCII in the output; those that the first reading lost do not come back.'
  },
  'read:character-lost': {
    severity: 'warning',
    text: (v: { count: number }) => `Unexpected ${v.count} replacement characters (U+FFFD), expected text: the export lost letters there`,
    remedy: 'Export the document again; hexapla cannot bring the letters back.'
  }
} as const satisfies Catalogue
