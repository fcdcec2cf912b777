/** What the page of a review asks for: rows, edits, exports. */
import * as v from 'valibot'
import { nameOf, traitsOf, type LanguageTag } from '../language/tag.ts'
import { json, readJson, Refusal, type Answer, type Route } from '../server/index.ts'
import type { Place, Refused } from './edits.ts'
import { logName, pageEditSchema, realignsAll, resultOf } from './page-edits.ts'
import type { PrintedPages } from './printed.ts'
import type { Realigner } from './realigner.ts'
import type { Row } from './row.ts'
import type { LogEntry, Session, Step } from './session.ts'
import { viewOf } from './view.ts'

/** A review that is served. */
export interface ServedReview {
  /** What the page is called. */
  title: string
  session: Session
  realigner: Realigner
  languages: readonly LanguageTag[]
  /** The version that is neither split nor merged unless the reviewer unlocks it. */
  original: LanguageTag
  /** Formats that can be exported. */
  formats: readonly string[]
  /** Puts a line where it outlives the program; done when this is. */
  save: (entry: LogEntry) => void
  /** Writes files of a format; their names. */
  exportTo: (format: string) => Promise<string[]>
  /** Pages of the versions that were printed. */
  printed?: PrintedPages
}

/** Rows of one answer, at most. */
const mostRows = 2000

/** The routes of a review. */
export function reviewRoutes(review: ServedReview): Route[] {
  const { session, realigner, languages } = review
  const views = (rows: readonly Row[]): unknown[] => rows.map((row) => viewOf(row, languages))
  const state = (): object => ({ rows: session.rows.length, undo: session.canUndo, redo: session.canRedo })
  const answer = (step: Refused | Step): Answer => {
    if (typeof step === 'string') return json({ refused: step })
    review.save(step.entry)
    return json({ changes: step.changes.map(({ at, removed, inserted }) => ({ at, removed: removed.length, inserted: views(inserted) })), ...state() })
  }
  return [
    {
      method: 'GET',
      path: '/api/review',
      answer: () =>
        json({
          title: review.title,
          languages: languages.map((tag) => ({ tag, name: nameOf(tag, tag) ?? tag, direction: traitsOf(tag).direction })),
          original: review.original,
          formats: review.formats,
          documents: session.table.documents.map(({ symbol, name }) => symbol ?? name ?? ''),
          printed: review.printed?.languages ?? [],
          seen: [...session.seen],
          ...state()
        })
    },
    {
      method: 'GET',
      path: '/api/rows',
      answer: ({ query }) => {
        const [from, count] = [whole(query.get('from')), Math.min(mostRows, whole(query.get('count')))]
        return json(views(session.rows.slice(from, from + count)))
      }
    },
    {
      method: 'GET',
      path: '/api/printed/:key',
      answer: async ({ params: { key = '' } }) => {
        const place = session.find(key)
        const row = place && session.rows[place.row]
        const segment = row?.cells[place?.language ?? '']?.[place?.segment ?? 0]
        const printed = place && row && segment && (await review.printed?.place(row.document, place.language, segment.address))
        return json(printed ? { document: row?.document, language: place?.language, ...printed } : {})
      }
    },
    {
      method: 'GET',
      path: '/printed/:document/:language/:page',
      answer: async ({ params: { document = '', language = '', page = '' } }) => {
        const body = [document, page].every((each) => /^\d{1,5}$/.test(each)) ? await review.printed?.picture(Number(document), language, Number(page)) : undefined
        if (body === undefined) throw new Refusal(404, 'There is no such page.')
        return { type: 'image/png', body }
      }
    },
    {
      method: 'POST',
      path: '/api/edit',
      answer: async ({ body }) => {
        const edit = checked(pageEditSchema, body)
        const place = session.find(edit.key)
        if (place === undefined) throw new Refusal(409, 'This segment is not in the review any more: load the page again.')
        const isAll = realignsAll(edit)
        const original = edit.free === true ? undefined : review.original
        if (isAll === undefined) return answer(session.edit(logName(edit), resultOf(edit, session.rows, placed(session, place, edit.language), original)))
        const changes = await realigner.changes(edit.key, isAll)
        return answer(typeof changes === 'string' ? changes : session.editAll(logName(edit), changes))
      }
    },
    { method: 'POST', path: '/api/undo', answer: () => answer(session.undo()) },
    { method: 'POST', path: '/api/redo', answer: () => answer(session.redo()) },
    {
      method: 'POST',
      path: '/api/seen',
      answer: ({ body }) => {
        const { keys } = checked(v.object({ keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(1000)) }), body)
        const entry = session.see(keys.filter((key) => session.rowOf(key)))
        if (entry) review.save(entry)
        return json(state())
      }
    },
    {
      method: 'POST',
      path: '/api/export',
      answer: async ({ body }) => {
        const { to } = checked(v.object({ to: v.string() }), body)
        if (!review.formats.includes(to)) throw new Refusal(400, 'There is no such format.')
        return json({ files: await review.exportTo(to) })
      }
    }
  ]
}

/** The place of an edit for a cell without a segment, too: merges go by the row. */
function placed(session: Session, place: Place, language: LanguageTag | undefined): Place {
  if (language === undefined || language === place.language) return place
  return { row: place.row, language, segment: session.rows[place.row]?.cells[language] === undefined ? -1 : 0 }
}

function whole(value: string | null): number {
  if (value === null || !/^\d{1,9}$/.test(value)) throw new Refusal(400, 'Rows are asked for by two whole numbers, from and count.')
  return Number(value)
}

function checked<Schema extends v.GenericSchema>(schema: Schema, body: string): v.InferOutput<Schema> {
  const { success, output } = v.safeParse(schema, readJson(body === '' ? '{}' : body))
  if (!success) throw new Refusal(400, 'The body is no request of this page.')
  return output
}
