/** A short sum of each text of a unit as it was written, by which a reader knows what somebody has edited since. */
import { crc32 } from 'node:zlib'
import type { LanguageTag } from '../language/tag.ts'

/** `en:1c291ca3 fr:07d04f2b`. */
export function textChecks(texts: Iterable<readonly [language: LanguageTag, text: string]>): string {
  return [...texts].map(([language, text]) => `${language}:${textCheck(text)}`).join(' ')
}

/** CRC-32 of a text in UTF-8, as eight digits. */
export function textCheck(text: string): string {
  return crc32(Buffer.from(text)).toString(16).padStart(8, '0')
}

/** The sums of a unit by language. */
export function readTextChecks(value: string): ReadonlyMap<LanguageTag, string> {
  return new Map([...value.matchAll(/([\w-]{2,35}):([\da-f]{8})(?=\s|$)/gu)].map(([, language = '', sum = '']) => [language, sum]))
}
