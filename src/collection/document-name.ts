/** Endings of each format that can be read; the format that knows more of a document first. */
const formats: ReadonlyArray<readonly string[]> = [['docx'], ['odt'], ['rtf'], ['xhtml', 'html', 'htm'], ['pdf'], ['doc'], ['txt', 'text']]

const ending = new RegExp(`\\.(${formats.flat().join('|')})(?:\\.(?:gz|zip))?$`, 'i')

/** Whether a file is called as a document that can be read. */
export function isDocumentName(file: string): boolean {
  return ending.test(file)
}

/** Whether a file, by its name, is of a format that says itself how its letters are coded: no `--encoding` changes it. */
export function isSelfCoded(file: string): boolean {
  return /\.(?:docx|odt|pdf)(?:\.(?:gz|zip))?$/i.test(file)
}

/** A name without the ending of its format. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '')
}

/** How much the format of a file, by its name, knows of a document: 0 knows the most. */
export function formatRank(file: string): number {
  const found = ending.exec(file)?.[1]?.toLowerCase() ?? ''
  const rank = formats.findIndex((endings) => endings.includes(found))
  return rank < 0 ? formats.length : rank
}
