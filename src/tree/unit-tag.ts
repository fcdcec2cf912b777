/**
 * Tags of units: what a person or a rule has said of one, by name. A tag that is called as a status is the decision for this
 * status; any other is free, such as `subject=disarmament`.
 */
import { unitStatuses } from './status.ts'

export interface UnitTag {
  /** Letters, digits and `-._/=+`, 80 at most. */
  tag: string
  /** Who said so: a person, or a rule such as `check`. */
  by?: string
  reason?: string
}

const name = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\-._/=+]{0,79}`
const tagName = new RegExp(`^${name}$`, 'u')
const author = '[^:;\\p{Cc}\\p{Cs}]{1,80}'
const authorName = new RegExp(`^(?! )${author}(?<! )$`, 'u')
const because = '[^;\\p{Cc}\\p{Cs}]{1,300}'
const reasonText = new RegExp(`^(?! )${because}(?<! )$`, 'u')
const written = new RegExp(`^(${name})(?: by (${author}))?(?:: (${because}))?$`, 'u')

const statuses: ReadonlySet<string> = new Set(unitStatuses.map(({ name: status }) => status))

/** Whether a tag decides the status of what has it. */
export function isStatusTag({ tag }: UnitTag): boolean {
  return statuses.has(tag)
}

export function isTagName(value: string): boolean {
  return tagName.test(value)
}

/** Whether a text can say who set a tag: one line without colon and semicolon, 80 characters at most. */
export function isTagAuthor(value: string): boolean {
  return authorName.test(value)
}

/** Whether a text can say why: one line without semicolon, 300 characters at most. */
export function isTagReason(value: string): boolean {
  return reasonText.test(value)
}

/** Tags on one line: `rejected by Ana: other document; subject=disarmament`. */
export function writeTags(tags: readonly UnitTag[]): string {
  return tags.map(({ tag, by, reason }) => `${tag}${by === undefined ? '' : ` by ${by}`}${reason === undefined ? '' : `: ${reason}`}`).join('; ')
}

/** Tags as `writeTags` wrote them; `undefined` for anything else. */
export function readTags(text: string): UnitTag[] | undefined {
  const tags: UnitTag[] = []
  for (const each of text.split('; ')) {
    const [, tag, by, reason] = written.exec(each) ?? []
    if (tag === undefined) return undefined
    tags.push({ tag, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) })
  }
  return tags
}
