import path from 'node:path'
import { visibleName } from '../../message/visible.ts'
import { count } from '../output/write-output.ts'
import type { CollectionBuild } from './collection-build.ts'
import type { BuildSummary } from './write-build.ts'

/** Failures that are named on the screen; `report.tsv` has all. */
const few = 5

/** What a build came to, on one screen. */
export function sayBuild(build: CollectionBuild, { documents, failed, units, excluded, weakest, messages, files, isUnchanged }: BuildSummary, verbose: boolean): string[] {
  const now = [...(build.files.done > 0 ? [`${count(build.files.done, 'file')} read`] : []), ...(build.done > 0 ? [`${build.done} aligned`] : [])]
  const page = files.find((file) => file === 'index.html')
  const memory = files.find((file) => file.endsWith('.tmx')) ?? files.find((file) => file.startsWith('memory.'))
  const learned = build.learned()
  const said = messages.lines(verbose)
  return [
    `${count(documents, 'document')}: ${documents - failed.length} done${failed.length > 0 ? `, ${failed.length} failed` : ''}; ${count(units, 'unit')}${excluded > 0 ? `, ${excluded} of them left out of memories (left-out.tsv)` : ''}`,
    isUnchanged ? 'nothing has changed; all files are as they were' : `now: ${now.length > 0 ? now.join(', ') : 'nothing to align'}`,
    ...failed.slice(0, few).map(({ document, reason }) => `  failed: ${visibleName(document)}: ${reason}`),
    ...(failed.length > few ? [`  and ${failed.length - few} more in report.tsv`] : []),
    ...(said.length > 0 ? ['messages, all of them in messages.jsonl:', ...said] : []),
    ...(learned && learned.lexicon !== '' && 2 * learned.documents < documents ? [`words were learned when there were ${learned.documents} documents; --relearn learns them again and aligns all`] : []),
    ...(weakest ? [`weakest pair: ${visibleName(weakest.document)} ${weakest.pair}, ${Math.round(100 * weakest.paired)} % of the text paired`] : []),
    `${isUnchanged ? '' : 'wrote '}${count(files.length, 'file')} in ${build.files.shown(build.store.folder)}`,
    ...(build.request.into === undefined ? [] : [`all units are in ${build.files.shown(build.request.into)}, too`]),
    `open ${path.join(build.files.shown(build.store.folder), page ?? 'report.tsv')} first${memory === undefined ? '' : `, then ${memory}`}`
  ]
}

/** The same for programs. */
export function jsonOfBuild(build: CollectionBuild, { messages, ...facts }: BuildSummary): unknown {
  return { ...facts, done: { files: build.files.done, documents: build.done }, messages: messages.counts() }
}
