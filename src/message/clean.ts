import type { Catalogue } from './entry.ts'

/** Messages of the stage `clean`. */
export const cleanMessages = {
  'clean:labels-apart': {
    severity: 'warning',
    text: (v: { count: number; texts: number }) => `Unexpected column of ${v.count} labels with ${v.texts} ${v.texts === 1 ? 'text' : 'texts'} below it, expected as many: no text has its label`,
    remedy: 'Compare the place with the printed page, or extract the document again with another extractor.'
  },
  'clean:line-unsure': {
    severity: 'info',
    text: (v: { actual: string; decision: string }) => `Unexpected line break that may or may not end a paragraph before “${v.actual}”, expected clearer evidence: ${v.decision}`,
    remedy: 'Look at the place in the output of `hexapla clean`.'
  },
  'clean:number-order': {
    severity: 'warning',
    text: (v: { count: number }) => `Unexpected order of digits in Arabic (${v.count} lines), expected 100 000, A/52/776, 68/268: turned round`,
    remedy: 'Compare the numbers of these lines with another version.'
  },
  'clean:order-unsure': {
    severity: 'warning',
    text: () => 'Unexpected Arabic in both orders, expected one: lines that show none of the two cannot be put right',
    remedy: 'Extract the document again with another extractor.'
  },
  'clean:visual-order': {
    severity: 'warning',
    text: (v: { count: number }) => `Unexpected Arabic in visual order (${v.count} lines), expected logical order: turned round`,
    remedy: 'Check names and numbers in these lines; another extractor may keep the logical order.'
  }
} as const satisfies Catalogue
