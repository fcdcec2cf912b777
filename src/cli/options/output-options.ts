import type { LanguageTag } from '../../language/tag.ts'
import { HexaplaError } from '../../message/report.ts'
import { unitFormats, type Format, type FormatOption, type UnitFormatName, type WriteFormatsOptions } from '../../write/index.ts'

/** Options of all commands that write units. */
export interface OutputOptions {
  /** See `readOutputPlace`. */
  output?: string
  to?: UnitFormatName[]
  source?: LanguageTag
  numbering?: 'keep' | 'strip'
  langMap?: Record<LanguageTag, string>
  splitMb?: number
  tuid?: boolean
  minScore?: number
  date?: string
  dedupe?: boolean
  keepAll?: boolean
  spreadsheetSafe?: boolean
  bom?: boolean
  /** File for the list of what stayed out. */
  report?: string
  /** The files that are read, which must not be written over. */
  inputs?: readonly string[]
}

/** Options that choose units, and the kinds of formats that they apply to. */
const selecting = { minScore: ['memory', 'table'], dedupe: ['memory', 'table'], keepAll: ['memory'] } as const

const flags: Readonly<Record<FormatOption | keyof typeof selecting, string>> = {
  bom: '--no-bom',
  date: '--date',
  dedupe: '--dedupe',
  keepAll: '--keep-all',
  langMap: '--lang-map',
  minScore: '--min-score',
  numbering: '--numbering',
  splitMb: '--split-mb',
  spreadsheetSafe: '--spreadsheet-safe',
  tuid: '--tuid'
}

const formatOptions = ['bom', 'date', 'langMap', 'numbering', 'splitMb', 'spreadsheetSafe', 'tuid'] as const satisfies readonly FormatOption[]
const selectOptions = ['minScore', 'dedupe', 'keepAll'] as const satisfies ReadonlyArray<keyof typeof selecting>

/** Throws a `HexaplaError` where an option was given that would change none of these formats. */
export function checkOptions(options: OutputOptions, names: readonly UnitFormatName[]): void {
  for (const option of formatOptions) if (isGiven(options, option)) checkOption(flags[option], names, ({ heeds }) => heeds.includes(option))
  for (const option of selectOptions) if (options[option] !== undefined) checkOption(flags[option], names, ({ kind }) => isSelected(kind, option))
  const asked = options.minScore !== undefined || options.dedupe !== undefined
  if (options.report !== undefined) checkOption('--report', names, ({ kind }) => kind === 'memory' || (asked && kind === 'table'))
}

/** Whether an option was given: of `--no-bom` that is its `false`. */
function isGiven(options: OutputOptions, option: FormatOption): boolean {
  return option === 'bom' ? options.bom === false : options[option] !== undefined
}

function isSelected(kind: Format['kind'], option: keyof typeof selecting): boolean {
  return selecting[option].some((each) => each === kind)
}

function checkOption(flag: string, names: readonly UnitFormatName[], applies: (format: Format) => boolean): void {
  if (names.some((name) => applies(unitFormats[name]))) return
  const expected = Object.values(unitFormats).filter(applies).map(({ name }) => name)
  throw new HexaplaError('cli:option-idle', { option: flag, actual: names.join(', '), expected })
}

/** The options that writers take. */
export function settleOptions({ source, numbering, langMap, splitMb, tuid, minScore, date, dedupe, keepAll, spreadsheetSafe, bom }: OutputOptions): Partial<WriteFormatsOptions> {
  return {
    ...(source === undefined ? {} : { source }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(langMap === undefined ? {} : { langMap }),
    ...(splitMb === undefined ? {} : { splitMb }),
    ...(tuid === undefined ? {} : { tuid }),
    ...(minScore === undefined ? {} : { minScore }),
    ...(date === undefined ? {} : { date }),
    ...(dedupe === undefined ? {} : { dedupe }),
    ...(keepAll === undefined ? {} : { keepAll }),
    ...(spreadsheetSafe === undefined ? {} : { spreadsheetSafe }),
    ...(bom === false ? { bom } : {})
  }
}
