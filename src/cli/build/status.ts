import path from 'node:path'
import { isFatal, textOf } from '../../collection/said.ts'
import { visibleName } from '../../message/visible.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { count } from '../output/write-output.ts'
import { readRequest, withErrors } from './build.ts'
import { watchless } from './build-watch.ts'
import { CollectionBuild } from './collection-build.ts'
import { inlineRunner } from './pool.ts'
import { Store } from './store.ts'

/** Names that are listed of each kind, without `--verbose`. */
const few = 10

/** `hexapla status OUT`: what of a build is done, what has failed and why, what is to be done. Exit code: 1 where something has failed. */
export async function runStatus(output: string, options: MessageOptions, terminal: Terminal): Promise<number> {
  return withErrors(output, options, terminal, async () => {
    const store = new Store(path.resolve(output))
    const build = new CollectionBuild(store, readRequest(store), inlineRunner(), watchless)
    const state = await build.files.look()
    const learned = build.learned()
    const [results, failures] = [store.resultKeys(), store.failureKeys()]
    const lexicon = learned?.lexicon === '' ? undefined : learned?.lexicon
    const [failed, missing]: [StatusFacts['failed'], string[]] = [[], []]
    for (const document of state.documents) {
      const outcome = build.outcomeOf(build.taskOf(document, lexicon), results, failures)
      if (!outcome) missing.push(document.title)
      else if ('failure' in outcome) {
        const reasons = build.named(document, outcome.failure.messages).filter(isFatal)
        failed.push({ document: document.title, reasons: reasons.map((said) => ({ file: said.file, reason: textOf(said) })) })
      }
    }
    for (const { title, said } of state.undecided) failed.push({ document: title, reasons: [{ file: undefined, reason: textOf(said) }] })
    const total = state.documents.length + state.undecided.length
    const unread = state.unread.map(({ file, messages }) => ({ file, reason: messages.filter(isFatal).map(textOf).join('; ') }))
    const facts = {
      documents: total,
      done: total - failed.length - missing.length,
      failed,
      missing,
      stale: Array.from(state.stale, (file) => build.files.shown(file)),
      unread
    }
    if (options.json) await terminal.stdout(`${JSON.stringify(facts)}\n`)
    else await terminal.stdout(say(facts, options.verbose === true ? Infinity : few))
    return failed.length + unread.length > 0 ? 1 : 0
  })
}

interface StatusFacts {
  documents: number
  done: number
  failed: Array<{ document: string; reasons: Array<{ file: string | undefined; reason: string }> }>
  missing: string[]
  stale: string[]
  unread: Array<{ file: string; reason: string }>
}

function say({ documents, done, failed, missing, stale, unread }: StatusFacts, most: number): string {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines.slice(0, most).map((line) => `  ${line}`), ...(lines.length > most ? [`  and ${lines.length - most} more`] : [])]
  const lines = [
    `${count(documents, 'document')}: ${done} done`,
    ...list('failed', failed.map(({ document, reasons }) => `${visibleName(document)}: ${reasons.map(({ file, reason }) => (file === undefined ? reason : `${visibleName(file)}: ${reason}`)).join('; ')}`)),
    ...list('files that cannot be read', unread.map(({ file, reason }) => `${visibleName(file)}: ${reason}`)),
    ...list('files that are new or have changed', stale.map(visibleName)),
    ...list('documents to be done', missing.map(visibleName))
  ]
  return `${lines.join('\n')}\n`
}
