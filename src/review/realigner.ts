/** Realignments of a session: each document is read by the aligner once, and then only what has changed is told. */
import type { LineVersion, StretchColumns, StretchSegment } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { AlignTask, DocumentAligner } from './document-aligner.ts'
import type { Change, Refused } from './edits.ts'
import { changesOfUnits, columnsOf, stretchAround } from './realign.ts'
import type { Row } from './row.ts'
import type { Session } from './session.ts'

/** Whoever aligns: in this thread, or in another. */
export type RunAlignTask = (task: AlignTask) => Promise<ReturnType<DocumentAligner['run']>> | ReturnType<DocumentAligner['run']>

/** Segments that the aligner keeps at most, documents read last among them: some hundred megabytes. */
const mostSegments = 150_000

/** The texts of a document as they were told. */
interface ToldDocument {
  /** Index of each segment in its version, by key, and its text. */
  places: Map<string, { index: number; text: string }>
  segments: number
}

export class Realigner {
  readonly #session: Session
  readonly #run: RunAlignTask
  /** Documents that were told, the last used one last. */
  readonly #told = new Map<number, ToldDocument>()

  constructor(session: Session, run: RunAlignTask) {
    this.#session = session
    this.#run = run
  }

  /** Lets the aligner read a document, unless it has. */
  async prepare(document: number): Promise<void> {
    if (!this.#told.has(document)) await this.#ask(this.#tell(document))
  }

  /**
   * Changes that align the stretch round the row of a segment again, all of it up to fixed rows where it is the `whole`. Nothing else
   * of the rows is touched meanwhile, or it is done again.
   */
  async changes(key: string, whole: boolean): Promise<Change[] | Refused> {
    for (;;) {
      const row = this.#session.find(key)?.row ?? -1
      const stretch = stretchAround(this.#session.rows, row, whole)
      if (typeof stretch === 'string') return stretch
      const document = stretch.rows[0]?.document ?? 0
      const columns = columnsOf(stretch.rows)
      if (columns.size < 2) return 'nothing'
      const task: AlignTask = this.#told.has(document) ? { document } : this.#tell(document)
      const units = await this.#ask({ ...task, columns: this.#stretchColumns(document, columns) })
      if (units === undefined || !stretch.rows.every((each, at) => this.#session.rows[stretch.at + at] === each)) continue
      const changes = changesOfUnits(stretch, units)
      return changes.length === 0 ? 'nothing' : changes
    }
  }

  async #ask(task: AlignTask): Promise<ReturnType<DocumentAligner['run']>> {
    try {
      return await this.#run(task)
    } catch (error) {
      // A thread that has died of it knows nothing any more.
      this.#told.clear()
      throw error
    }
  }

  #tell(document: number): AlignTask {
    const columns = columnsOf(this.#session.rows.filter((row: Row) => row.document === document))
    const places = new Map<string, { index: number; text: string }>()
    const versions: LineVersion[] = [...columns].map(([language, segments]) => {
      for (const [index, { key, text }] of segments.entries()) places.set(key, { index, text })
      return { language, name: language, lines: segments.map(({ text }) => text) }
    })
    const forget: number[] = []
    let segments = places.size
    for (const [other, told] of [...this.#told].toReversed()) {
      segments += told.segments
      if (segments > mostSegments) forget.push(other)
    }
    for (const other of forget) this.#told.delete(other)
    this.#told.set(document, { places, segments: places.size })
    return { document, versions, forget }
  }

  #stretchColumns(document: number, columns: ReadonlyMap<LanguageTag, ReadonlyArray<{ key: string; text: string }>>): StretchColumns {
    const told = this.#told.get(document)
    if (told) {
      // It is the last used one now.
      this.#told.delete(document)
      this.#told.set(document, told)
    }
    const segmentOf = ({ key, text }: { key: string; text: string }): StretchSegment => {
      const place = told?.places.get(key)
      return place?.text === text ? place.index : text
    }
    return Object.fromEntries([...columns].map(([language, segments]) => [language, segments.map(segmentOf)]))
  }
}
