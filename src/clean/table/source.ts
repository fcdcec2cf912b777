import type { LanguageCode } from '../../language/code.ts'
import { mapped, type MappedText } from '../../tree/mapped-text.ts'
import type { CharacterRepair } from '../repair/index.ts'

/** The raw text, and a way to read a stretch of one of its lines. */
export interface Source {
  raw: string
  language: LanguageCode
  /** The characters of raw `[start, end)`, repaired as those of a line are. */
  read: (start: number, end: number) => MappedText
}

export function sourceOf(raw: string, language: LanguageCode, { repair }: CharacterRepair): Source {
  return { raw, language, read: (start, end) => repair(mapped(raw, start, end)) }
}
