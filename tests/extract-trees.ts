import { readVersion } from '../src/pipeline/source-to-tree.ts'
import type { LanguageCode } from '../src/language/code.ts'
import type { Root } from '../src/tree/undast.ts'

const known = new Map<string, Root>()

/** The tree of an extract of the corpus, made once for all the files of a process that ask for it: it is only to be looked at. */
export function treeOf(raw: string, language: LanguageCode): Root {
  const key = `${language} ${raw}`
  const root = known.get(key) ?? readVersion(raw, { language })
  known.set(key, root)
  return root
}
