import type { Catalogue } from './entry.ts'

/** Messages of the stage `detect`. */
export const detectMessages = {
  'detect:language-unsure': {
    severity: 'fatal',
    text: (v: { scores: string }) => `Unexpected text whose language is unsure (${v.scores}), expected one of ar, en, es, fr, ru, zh`,
    remedy: 'Name it with `--lang FILE=xx`.'
  },
  'detect:language-by-name': {
    severity: 'warning',
    text: (v: { language: string; scores: string }) => `Unexpected text whose language is unsure (${v.scores}), taken for ${v.language} by the name of its file`,
    remedy: 'Name it with `--lang FILE=xx` where that is wrong.'
  },
  'detect:language-by-properties': {
    severity: 'warning',
    text: (v: { language: string; scores: string }) => `Unexpected text whose language is unsure (${v.scores}), taken for ${v.language} by the properties of its file`,
    remedy: 'Name it with `--lang FILE=xx` where that is wrong.'
  },
  'detect:language-foreign': {
    severity: 'fatal',
    text: (v: { actual: string }) => `Unexpected language ${v.actual}, expected one of ar, en, es, fr, ru, zh`,
    remedy: 'Hexapla knows the six official languages; name the language with `--lang FILE=xx` if this is wrong, or align plain lines of any language with `--lines`.'
  },
  'detect:language-contradicted': {
    severity: 'fatal',
    text: (v: { actual: string; language: string }) => `Unexpected ${v.actual}, expected ${v.language} as --lang says`,
    remedy: 'Check which file --lang names; to go on all the same, give --force.'
  },
  'detect:language-doubtful': {
    severity: 'warning',
    text: (v: { actual: string; language: string }) => `Unexpected text that looks like ${v.actual}, expected ${v.language} as told; going on as told`,
    remedy: 'Check which file --lang names.'
  },
  'detect:legacy-font': {
    severity: 'fatal',
    text: (v: { actual: string }) => `Unexpected text in a font without Unicode (such as “${v.actual}”), expected letters: the export has codes of a legacy font`,
    remedy: 'Get another copy of the document (Word, HTML or a newer PDF), or put it through OCR: the letters cannot be told from this text.'
  },
  'detect:no-letters': {
    severity: 'fatal',
    text: () => 'Unexpected text without letters, expected words of a document',
    remedy: 'Check that this is the export of the document itself.'
  }
} as const satisfies Catalogue
