/** Entries and amendments as they are stored. */
import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord } from '../tree/unit.ts'
import type { UnitTag } from '../tree/unit-tag.ts'
import type { Entry, Issue } from './entry.ts'
import type { Amendment } from './sight.ts'
import type { IssueRow, Store } from './store.ts'

const noTags: Entry['tags'] = new Map()

/** Entries of a memory by id, forgotten ones too: all, one by its id, or those of a document. */
export async function readEntries(store: Store, which?: number | string): Promise<Map<number, Entry>> {
  const issues = new Map<number, Map<LanguageTag, Issue>>()
  for (const row of await store.issues(which)) {
    const known = issues.get(row.entry)
    if (known) known.set(row.language, issueOf(row))
    else issues.set(row.entry, new Map([[row.language, issueOf(row)]]))
  }
  const tags = new Map<number, Map<string, UnitTag[]>>()
  for (const { entry, unit, tag, author, reason } of await store.tags(which)) {
    let ofEntry = tags.get(entry)
    if (ofEntry === undefined) tags.set(entry, (ofEntry = new Map()))
    const one = { tag, ...(author === null ? {} : { by: author }), ...(reason === null ? {} : { reason }) }
    const known = ofEntry.get(unit)
    if (known) known.push(one)
    else ofEntry.set(unit, [one])
  }
  const entries = new Map<number, Entry>()
  for (const { id, document, granularity, record, units, forgotten } of await store.entries(which)) {
    const known = issues.get(id) ?? new Map<LanguageTag, Issue>()
    entries.set(id, { id, document, granularity, units, isForgotten: forgotten === 1, record: JSON.parse(record) as DocumentRecord, issues: known, tags: tags.get(id) ?? noTags })
  }
  return entries
}

function issueOf({ language, symbol, reissue, job, date, units, words }: IssueRow): Issue {
  return {
    language,
    ...(symbol === null ? {} : { symbol }),
    ...(reissue === null ? {} : { reissue }),
    ...(job === null ? {} : { jobNumber: job }),
    ...(date === null ? {} : { date }),
    units,
    words
  }
}

/** What corrigenda say of units, by the ids of the units. */
export async function readAmendments(store: Store): Promise<Map<number, Amendment[]>> {
  const amended = new Map<number, Amendment[]>()
  for (const { entry, unit, whole } of await store.amendments()) {
    const amendment = { entry, isWhole: whole === 1 }
    const known = amended.get(unit)
    if (known) known.push(amendment)
    else amended.set(unit, [amendment])
  }
  return amended
}
