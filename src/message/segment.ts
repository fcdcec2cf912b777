import type { Catalogue } from './entry.ts'

/** Messages of the stage `segment`. */
export const segmentMessages = {
  'segment:language-assumed': {
    severity: 'warning',
    text: () => 'Unexpected text whose language is unsure, expected one of ar, en, es, fr, ru, zh; read as English',
    remedy: 'Name it: `.use(retextUn, { language })`.'
  }
} as const satisfies Catalogue
