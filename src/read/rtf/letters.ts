/** How letters are set. */
export interface Letters {
  font: number
  raised: boolean
  bold: boolean
  hidden: boolean
  deleted: boolean
  /** Points. */
  size: number | undefined
}

/** Sets letters as a control word says; `false` where it says nothing of them. `plainFont` is the font of plain text. */
export function setLetters(letters: Letters, name: string, value: number | undefined, plainFont: number): boolean {
  const on = value !== 0
  switch (name) {
    case 'b':
      letters.bold = on
      return true
    case 'super':
      letters.raised = on
      return true
    case 'nosupersub':
    case 'sub':
      letters.raised = false
      return true
    case 'up':
      letters.raised = (value ?? 6) > 3
      return true
    case 'v':
      letters.hidden = on
      return true
    case 'deleted':
      letters.deleted = on
      return true
    case 'fs':
      letters.size = (value ?? 24) / 2
      return true
    case 'f':
      letters.font = value ?? 0
      return true
    case 'plain':
      Object.assign(letters, { raised: false, bold: false, hidden: false, deleted: false, size: 12, font: plainFont })
      return true
  }
  return false
}
