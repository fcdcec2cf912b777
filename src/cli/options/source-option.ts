import { isLanguageCode, languageCodes, type LanguageCode } from '../../language/code.ts'
import { canonicalTag, isLanguageTag, type LanguageTag } from '../../language/tag.ts'
import type { UnitFormatName } from '../../write/format-name.ts'

/** The source of units and their formats, as they were typed. */
interface SourceOptions {
  langMap?: Record<LanguageTag, string>
  source?: string
  to?: string[]
}

/** What becomes of them. */
type Settled<Options, Code> = Omit<Options, 'source' | 'to'> & { source?: Code; to?: UnitFormatName[] }

/** Options with a source that is one of the six, and formats of units; what is wrong with them otherwise. */
export function readSource<Options extends SourceOptions>(options: Options): Settled<Options, LanguageCode> | string {
  const source = options.source?.toLowerCase()
  if (source !== undefined && !isLanguageCode(source)) return `--source is one of ${languageCodes.join(', ')}, not ${source}`
  const stray = Object.keys(options.langMap ?? {}).find((code) => !isLanguageCode(code))
  if (stray !== undefined) return `--lang-map takes xx=tag, with ${languageCodes.join(', ')}, not ${stray}`
  const settled = readMemorySource(options)
  return typeof settled === 'string' ? settled : { ...settled, ...(source === undefined ? {} : { source }) } as Settled<Options, LanguageCode>
}

/** The same of a memory, which may be in any languages. */
export function readMemorySource<Options extends SourceOptions>({ source, to, ...rest }: Options): Settled<Options, LanguageTag> | string {
  const tag = source === undefined || !isLanguageTag(source) ? undefined : canonicalTag(source)
  if (source !== undefined && tag === undefined) return `--source is the code of a language, such as fr, not ${source}`
  if (to?.includes('beads')) return 'beads are for align --lines'
  return { ...rest, ...(tag === undefined ? {} : { source: tag }), ...(to === undefined ? {} : { to: to as UnitFormatName[] }) }
}
