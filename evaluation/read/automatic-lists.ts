/** Automatic numbers for a DOCX: the definitions that print the labels of a source. */
import type { LanguageCode } from '../../src/language/code.ts'
import type { SourceBlock } from '../corpus/read-source.ts'

type Series = readonly [name: string, core: (ordinal: number) => string]

const roman = (n: number): string => ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][n] ?? ''
const letter = (n: number): string => String.fromCharCode(96 + n)
const abjad = ['', 'أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي']
const han = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Names of Word for what counts in each language, the likelier first. */
const series: readonly Series[] = [
  ['decimal', String],
  ['lowerRoman', roman],
  ['upperRoman', (n) => roman(n).toUpperCase()],
  ['lowerLetter', letter],
  ['upperLetter', (n) => letter(n).toUpperCase()],
  ['arabicAbjad', (n) => abjad[n] ?? ''],
  ['chineseCountingThousand', (n) => han[n] ?? '']
]

/** What counts a block: its list, level and the number to begin with; nothing where the label is typed. */
export interface Counted {
  number: number
  level: number
}

interface Run {
  blocks: SourceBlock[]
  level: number
}

/** The lists of a document: who is counted by which, and `numbering.xml`. */
export class Lists {
  readonly #counted = new Map<SourceBlock, Counted>()
  readonly #definitions: string[] = []
  readonly #numbers: string[] = []

  constructor(blocks: readonly SourceBlock[], language: LanguageCode) {
    for (const run of runsOf(blocks)) this.#define(run, language)
  }

  of(block: SourceBlock): Counted | undefined {
    return this.#counted.get(block)
  }

  xml(head: string): string {
    return `${head}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${this.#definitions.join('')}${this.#numbers.join('')}</w:numbering>`
  }

  /** A list whose labels all come from one series, each one more than the one before. */
  #define({ blocks, level }: Run, language: LanguageCode): void {
    const labels = blocks.map(({ label = '' }) => label)
    const [first = ''] = labels
    for (const [format, core] of series)
      for (let start = 1; start < 60; start++) {
        const text = core(start)
        const at = text === '' ? -1 : first.indexOf(text)
        if (at < 0) continue
        const [before, behind] = [first.slice(0, at), first.slice(at + text.length)]
        if (!labels.every((label, index) => label === before + core(start + index) + behind)) continue
        const number = this.#numbers.length + 1
        const levels = Array.from({ length: 4 }, (_, index) =>
          `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${before}%${String(index + 1)}${behind}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${String(567 * (index + 1))}" w:hanging="567"/></w:pPr>${language === 'ar' ? '<w:rPr><w:rtl/></w:rPr>' : ''}</w:lvl>`
        )
        this.#definitions.push(`<w:abstractNum w:abstractNumId="${String(number)}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`)
        this.#numbers.push(`<w:num w:numId="${String(number)}"><w:abstractNumId w:val="${String(number)}"/>${start === 1 ? '' : `<w:lvlOverride w:ilvl="${String(level)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride>`}</w:num>`)
        for (const block of blocks) this.#counted.set(block, { number, level })
        return
      }
  }
}

/** Blocks that one list counts: siblings of a kind, in a container. */
function runsOf(blocks: readonly SourceBlock[]): Run[] {
  const runs = new Map<string, Run>()
  for (const block of blocks) {
    if (block.label === undefined) continue
    const container = /^(?:(?:annex|appendix|enclosure|part)\d+\/)+/.exec(block.address)?.[0] ?? ''
    const path = block.address.slice(container.length).split('/')
    const level = block.kind === 'item' ? path.length - 1 : Math.max(0, (block.depth ?? 1) - 1)
    const parent = path.slice(0, -1).join('/')
    // Headings under another heading are counted anew.
    const above = block.kind === 'heading' ? headingAbove(blocks, block) : parent
    const key = `${container} ${block.kind} ${above} ${String(level)}`
    const run = runs.get(key)
    if (run) run.blocks.push(block)
    else runs.set(key, { blocks: [block], level: Math.min(level, 3) })
  }
  return [...runs.values()]
}

function headingAbove(blocks: readonly SourceBlock[], block: SourceBlock): string {
  for (let index = blocks.indexOf(block) - 1; index >= 0; index--) {
    const other = blocks[index]
    if (other?.kind === 'heading' && (other.depth ?? 1) < (block.depth ?? 1)) return other.address
  }
  return ''
}
