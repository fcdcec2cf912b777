import type { ExclusionRule } from './exclusion.ts'

/** Versions in which no letter and no digit is left: OmegaT erased the text of a document for an empty target. */
export const excludeEmptyText: ExclusionRule = {
  reason: 'text-empty',
  find({ texts }) {
    const languages = [...texts].filter(([, text]) => !/[\p{L}\p{N}]/u.test(text)).map(([code]) => code)
    return languages.length === 0 ? undefined : { languages, evidence: 'neither letter nor digit' }
  }
}
