/** Which files are which document: symbols, their issues, and groups of versions. */
export { compareIssues, findSymbols, isSymbol, readSymbol, type SymbolParts } from './grammar/symbol.ts'
export { groupDocuments, versionsOf, type DocumentGroup, type Grouping, type GroupMember } from './collection/group-documents.ts'
export { isLanguageCode, languageCodes, languages, type Language, type LanguageCode, type Script } from './language/code.ts'
