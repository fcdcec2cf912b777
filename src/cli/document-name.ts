/** Endings of files that can be read, the better first where a document is there in several: what knows more of the document. */
const endings = ['docx', 'odt', 'rtf', 'xhtml', 'html', 'htm', 'pdf', 'doc', 'txt', 'text'] as const

const ending = new RegExp(`\\.(${endings.join('|')})(?:\\.gz)?$`, 'i')

/** Whether a file is called as a document that can be read. */
export function isDocumentName(file: string): boolean {
  return ending.test(file)
}

/** A name without the ending of its format. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '')
}

/** How well the format of a file knows a document: 0 is best. */
export function formatRank(file: string): number {
  const found = ending.exec(file)?.[1]?.toLowerCase()
  const rank = endings.findIndex((each) => each === found)
  return rank < 0 ? endings.length : rank
}
