import type { LanguageTag } from '../../language/tag.ts'

/** `ru-es`: a pair in the order in which the versions were named, as its files are. */
export function pairName({ source, target }: { source: LanguageTag; target: LanguageTag }, languages: readonly LanguageTag[]): string {
  return languages.indexOf(source) <= languages.indexOf(target) ? `${source}-${target}` : `${target}-${source}`
}
