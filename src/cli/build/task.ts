/** Pieces of a build: plain JSON, so that a thread, another machine or a queue can take them; each may be done twice without harm. */
import type { Said } from '../../collection/said.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { SurveyLine } from './survey-line.ts'

/** A file of a task; its path is absolute. */
export interface TaskFile {
  path: string
  /** Its language, where the user has said it. */
  given?: LanguageCode
}

interface TaskBase {
  /** Folder of the output. */
  output: string
  /** Name of the settings. */
  settings: string
}

/** Reads files and says what they say of themselves. */
export interface SurveyTask extends TaskBase {
  kind: 'survey'
  files: TaskFile[]
}

/** Aligns a document, and stores its units. */
export interface AlignTask extends TaskBase {
  kind: 'align'
  /** Name of the result. */
  key: string
  /** Name of the lexicons learned from the collection. */
  lexicon?: string
  /** Symbol of the document, or the name that stands in for one. */
  title: string
  hasSymbol: boolean
  files: Array<TaskFile & { key: string }>
  /** Whether it is aligned to be learned from: the versions are needed once more. */
  isLesson: boolean
}

/** Learns the words of a pair of languages from documents that were aligned. */
export interface LearnTask extends TaskBase {
  kind: 'learn'
  source: LanguageCode
  target: LanguageCode
  /** Names of results. */
  lessons: string[]
}

export type Task = AlignTask | LearnTask | SurveyTask

/** What came out of a task; `broken` where whatever did it has died of it, `stop` where the whole build must end. */
export type TaskOutcome = { broken: Said } | { stop: Said } | { value: TaskValue }

/** What a task is about, for people. */
export function titleOf(task: Task): string {
  switch (task.kind) {
    case 'survey':
      return task.files.map((file) => file.path).join(', ')
    case 'align':
      return task.title
    case 'learn':
      return `the words of ${task.source}-${task.target}`
  }
}

/** Lines of files; the failure of a document, or `null`; the text of a lexicon, or `null` where there is nothing to learn. */
export type TaskValue = SurveyLine[] | Said | string | null

/** Does tasks: in this thread, in threads of its own, or far away. */
export interface Runner {
  /** How many tasks it does at a time; more are not given to it. */
  slots: number
  run: (task: Task) => Promise<TaskOutcome>
  close: () => Promise<void>
}
