/** Candidates for terms, found in memories: phrases that translate each other. */
export { extractTerms, type Term, type TermOptions, type UnitOfDocument } from './extract-terms.ts'
export { termsGlossary, termsTbx, termsTsv, type TermFile } from './write-terms.ts'
