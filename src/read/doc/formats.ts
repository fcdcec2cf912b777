import { modifiersOf } from './modifiers.ts'

/** Codes of changes to paragraphs. */
const paragraph = {
  list: 0x460b, level: 0x260a, outline: 0x2640, left: 0x840f, start: 0x845e, first: 0x8411, firstFromStart: 0x8460,
  inTable: 0x2416, endsRow: 0x2417, inInnerCell: 0x244b, endsInnerRow: 0x244c, cells: 0xd608, oldNumber: 0xc63e, longer: 0x6645,
  long: 0x6646
} as const

/** Codes of changes to characters. */
const character = {
  deleted: 0x0800, bold: 0x0835, hidden: 0x083c, script: 0x2a48, lift: 0x4845, size: 0x4a43, special: 0x0855, symbol: 0x6a09,
  font: 0x4a4f, style: 0x4a30
} as const

/** What is said of a paragraph; missing where nothing is. */
export interface ParagraphFormat {
  /** Number of the use of a list; 0 takes it out of any. */
  list?: number
  /** Level in the list, from 0. */
  level?: number
  /** Level in the outline, from 0; 9 is text. */
  outline?: number
  /** Twips, of all lines, and what the first has beside. */
  left?: number
  first?: number
  inTable?: boolean
  /** It ends a row, and holds nothing. */
  endsRow?: boolean
  /** The same of a table in a cell. */
  endsInnerRow?: boolean
  /** A cell of a table in a cell. */
  inInnerCell?: boolean
  /** Where the cells of the row end, twips. */
  edges?: number[]
  /** It is counted as paragraphs were before there were lists. */
  countedOldly?: boolean
}

/** What is said of characters; missing where nothing is. */
export interface CharacterFormat {
  bold?: boolean
  raised?: boolean
  hidden?: boolean
  deleted?: boolean
  /** Points. */
  size?: number
  /** It stands for something: the number of a note, a drawing. */
  special?: boolean
  /** Font by its number, and character of a symbol. */
  symbol?: readonly [font: number, code: number]
  font?: number
}

/** A paragraph format with changes. `data` holds those that are too long for their page. */
export function changeParagraph(format: ParagraphFormat, modifiers: Uint8Array, data: Uint8Array): ParagraphFormat {
  const changed = { ...format }
  for (const { code, operand } of modifiersOf(modifiers))
    switch (code) {
      case paragraph.list: {
        const list = operand.getInt16(0, true)
        changed.list = list > 0 && list < 0x7ff ? list : 0
        changed.countedOldly = list === 0x7ff
        break
      }
      case paragraph.level:
        changed.level = Math.min(8, operand.getUint8(0))
        break
      case paragraph.outline:
        changed.outline = operand.getUint8(0)
        break
      case paragraph.left:
      case paragraph.start:
        changed.left = operand.getInt16(0, true)
        break
      case paragraph.first:
      case paragraph.firstFromStart:
        changed.first = operand.getInt16(0, true)
        break
      case paragraph.inTable:
        changed.inTable = operand.getUint8(0) !== 0
        break
      case paragraph.endsRow:
        changed.endsRow = operand.getUint8(0) !== 0
        break
      case paragraph.inInnerCell:
        changed.inInnerCell = operand.getUint8(0) !== 0
        break
      case paragraph.endsInnerRow:
        changed.endsInnerRow = operand.getUint8(0) !== 0
        break
      case paragraph.cells: {
        const cells = Math.min(operand.getUint8(0), Math.floor((operand.byteLength - 1) / 2) - 1)
        changed.edges = Array.from({ length: Math.max(0, cells) }, (_, index) => operand.getInt16(3 + 2 * index, true))
        break
      }
      case paragraph.oldNumber:
        // Its first byte is the format of the number; 255 is none, 11 a bullet.
        changed.countedOldly = operand.byteLength > 0 && ![255, 11].includes(operand.getUint8(0))
        break
      case paragraph.longer:
      case paragraph.long: {
        const from = operand.getUint32(0, true)
        const length = from + 2 <= data.length ? (data[from] ?? 0) + 256 * (data[from + 1] ?? 0) : 0
        // What is there may lead on to nothing else.
        const long = data.subarray(from + 2, from + 2 + length)
        Object.assign(changed, changeParagraph(changed, long, new Uint8Array()))
      }
    }
  return changed
}

/** A character format with changes; `style` is what the style says, which a change may turn round. */
export function changeCharacters(format: CharacterFormat, modifiers: Uint8Array, style: CharacterFormat = format): CharacterFormat {
  const changed = { ...format }
  for (const { code, operand } of modifiersOf(modifiers)) {
    const toggled = (of: boolean | undefined): boolean => {
      const value = operand.getUint8(0)
      return value === 0x80 ? of === true : value === 0x81 ? of !== true : value !== 0
    }
    switch (code) {
      case character.deleted:
        changed.deleted = operand.getUint8(0) !== 0
        break
      case character.bold:
        changed.bold = toggled(style.bold)
        break
      case character.hidden:
        changed.hidden = toggled(style.hidden)
        break
      case character.script:
        changed.raised = operand.getUint8(0) === 1
        break
      case character.lift:
        changed.raised = operand.getInt16(0, true) >= 4
        break
      case character.size:
        changed.size = operand.getUint16(0, true) / 2
        break
      case character.special:
        changed.special = operand.getUint8(0) !== 0
        break
      case character.symbol:
        changed.symbol = [operand.getUint16(0, true), operand.getUint16(2, true)]
        break
      case character.font:
        changed.font = operand.getUint16(0, true)
    }
  }
  return changed
}

/** The character style that changes name. */
export function characterStyle(modifiers: Uint8Array): number | undefined {
  return modifiersOf(modifiers).findLast(({ code }) => code === character.style)?.operand.getUint16(0, true)
}
