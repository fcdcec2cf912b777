import path from 'node:path'
import { canonicalTag, isLanguageTag, type LanguageTag } from '../../language/tag.ts'
import type { UnitFormatName } from '../../write/format-name.ts'
import type { AlignFolderOptions } from './align-folder.ts'
import type { AlignLinesCommandOptions, LineFile } from './align-lines.ts'
import { readTagOption } from '../../collection/language-option.ts'

/** What `hexapla align` was asked, before it is known for what. */
export type AlignArguments = Omit<AlignFolderOptions, 'source' | 'to'> & {
  boundaries?: string
  lines?: boolean
  maxBead?: number
  source?: string
  target?: string
  to?: string[]
}

/** A run over lines: its files with their languages, and whether it is asked for beads. */
export interface LineRun {
  files: LineFile[]
  options: AlignLinesCommandOptions
  beads: boolean
}

/** Options that would do nothing for lines, and for beads of them. */
const idle = { abbreviations: '--abbreviations', force: '--force', numbering: '--numbering', segments: '--segments' } as const
const idleForBeads = {
  dedupe: '--dedupe', date: '--date', keepAll: '--keep-all', langMap: '--lang-map', minScore: '--min-score', report: '--report', splitMb: '--split-mb',
  symbol: '--symbol', tuid: '--tuid'
} as const

/** The run that `--lines` asks for; what is wrong with it otherwise. `isTold` says whether an option was given. */
export function readLineArguments(paths: readonly string[], { source, target, to, lang = [], ...rest }: AlignArguments, isTold: (option: string) => boolean): LineRun | string {
  if (paths.length < 2 || paths.length > 6) return '--lines takes two to six files'
  if (isTold('unit')) return '--unit is for documents, lines are units as they are'
  if (rest.learn === false) return '--no-learn is for folders'
  const vain = Object.entries(idle).find(([option]) => rest[option as keyof typeof idle] !== undefined)
  if (vain) return `${vain[1]} is for documents, --lines takes lines as they are`
  const files = readLanguages(paths, { lang, ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) })
  if (typeof files === 'string') return files
  const isOpen = rest.output === undefined || rest.output === '-'
  const beads = to === undefined ? isOpen && files.length === 2 : to.includes('beads')
  const wrong = beads ? wrongBeads(files, to ?? [], rest) : wrongUnits(files)
  if (wrong !== undefined) return wrong
  // Of two files there is no other pair.
  const pivot = source === undefined || beads || files.length === 2 ? undefined : canonicalTag(source)
  const options = { ...rest, ...(pivot === undefined ? {} : { source: pivot }), ...(to === undefined || beads ? {} : { to: to as UnitFormatName[] }) }
  return { files, options, beads }
}

function wrongBeads(files: readonly LineFile[], to: readonly string[], rest: Partial<Record<keyof typeof idleForBeads, unknown>>): string | undefined {
  if (files.length > 2) return 'beads are of two files'
  if (to.length > 1) return 'beads stand alone, without other formats'
  const vain = Object.entries(idleForBeads).find(([option]) => rest[option as keyof typeof idleForBeads] !== undefined)
  return vain && `${vain[1]} does nothing for beads; name a format of units with --to or -o`
}

function wrongUnits(files: readonly LineFile[]): string | undefined {
  const twice = files.find(({ language }, index) => files.findIndex((other) => other.language === language) < index)
  return twice && `two files in ${twice.language}: give each a tag of its own, such as en-GB and en-US`
}

/** The files with their languages: by `--lang`, or of two files by `--source` and `--target`; what is wrong otherwise. */
function readLanguages(paths: readonly string[], { lang, source, target }: { lang: readonly string[]; source?: string; target?: string }): LineFile[] | string {
  if (target !== undefined && paths.length > 2) return '--target is for two files; say with --lang FILE=xx which language each is in'
  const odd = [source, target].find((tag) => tag !== undefined && !isLanguageTag(tag))
  if (odd !== undefined) return `${odd} is no language code such as de or pt-BR`
  const named = lang.map(readTagOption)
  const stray = named.find(([name]) => !paths.some((file) => isNamed(file, name)))
  if (stray) return `--lang ${stray[0]}=${stray[1]} names no input`
  const files: LineFile[] = []
  for (const [index, file] of paths.entries()) {
    const [, tag] = named.find(([name]) => isNamed(file, name)) ?? []
    const language = tag ?? (paths.length > 2 ? undefined : [source, target][index])
    if (language === undefined) return '--lines needs the language of each file: --source and --target of two, or --lang FILE=xx'
    files.push({ path: file, language: canonicalTag(language) ?? language })
  }
  const tags: LanguageTag[] = files.map(({ language }) => language)
  const first = source === undefined ? undefined : (canonicalTag(source) ?? source)
  if (first !== undefined && !tags.includes(first)) return `--source is one of ${tags.join(', ')}`
  return files
}

function isNamed(file: string, name: string): boolean {
  return path.resolve(name) === path.resolve(file) || name === path.basename(file)
}
