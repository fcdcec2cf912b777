import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import { isLanguageTag, type LanguageTag } from '../language/tag.ts'

/** Reads `FILE=xx`; throws a `RangeError` where it is something else. */
export function readLanguageOption(value: string): [file: string, language: LanguageCode] {
  const at = value.lastIndexOf('=')
  const code = value.slice(at + 1)
  if (at < 1 || !isLanguageCode(code)) throw new RangeError(`Unexpected --lang ${value}, expected FILE=xx with ar, en, es, fr, ru or zh`)
  return [value.slice(0, at), code]
}

/** Reads `FILE=xx` with any tag of BCP 47; throws a `RangeError` where it is something else. */
export function readTagOption(value: string): [file: string, language: LanguageTag] {
  const at = value.lastIndexOf('=')
  const tag = value.slice(at + 1)
  if (at < 1 || !isLanguageTag(tag)) throw new RangeError(`Expected FILE=xx, such as note.txt=fr.`)
  return [value.slice(0, at), tag]
}
