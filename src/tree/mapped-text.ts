import { partitionPoint } from './partition-point.ts'
import type { Run } from './undast.ts'

/** A string that knows for each of its stretches where in the raw text it comes from. */
export interface MappedText {
  readonly value: string
  readonly runs: readonly Run[]
}

/** The raw text `[start, end)`, as it is. */
export function mapped(raw: string, start: number, end: number): MappedText {
  return end > start ? { value: raw.slice(start, end), runs: [{ at: 0, start, end }] } : { value: '', runs: [] }
}

/** Text that no raw text stands for, such as the space between two joined lines, at a raw offset. */
export function inserted(value: string, offset: number, end = offset): MappedText {
  return { value, runs: [{ at: 0, start: offset, end }] }
}

/** Several texts, one after the other. */
export function concat(parts: readonly MappedText[]): MappedText {
  const only = parts[0]
  if (parts.length === 1 && only) return only
  const runs: Run[] = []
  let value = ''
  for (const part of parts) {
    copyRuns(runs, value.length, part, 0, part.value.length)
    value += part.value
  }
  return { value, runs: fitted(runs) }
}

/** A copy without the room to spare that a list has which grew: many texts live long, and most have two runs. */
function fitted(runs: readonly Run[]): readonly Run[] {
  return runs.slice()
}

/**
 * Part of a text. Where a cut falls into a repair, the left part keeps its raw text and the right part has none of it,
 * so that each raw character stays in one place.
 */
export function slice(text: MappedText, from: number, to = text.value.length): MappedText {
  if (from <= 0 && to >= text.value.length) return text
  // What was dropped at the end belongs to the part before.
  if (from >= text.value.length) return { value: '', runs: [] }
  const value = text.value.slice(from, to)
  const only = text.runs[0]
  if (only && text.runs.length === 1 && value !== '' && isLinear(only, text.value.length)) {
    const start = only.start + from - only.at
    return { value, runs: [{ at: 0, start, end: start + value.length }] }
  }
  const runs: Run[] = []
  copyRuns(runs, 0, text, from, to)
  return { value, runs: fitted(runs) }
}

/** Part of a text without white space at its end; what was dropped there stays with it. */
export function sliceWords(text: MappedText, from: number, to = text.value.length): MappedText {
  const whole = slice(text, from, to)
  const { length } = whole.value.trimEnd()
  if (length === whole.value.length) return whole
  // The white space has a run of its own, without characters: the one before it keeps its length, by which its places are told.
  return concat([slice(whole, 0, length), repaired(whole, length, whole.value.length, '', undefined)])
}

/** A text in two behind its first characters; the white space between them goes, and stays with the first. */
export function partWords(text: MappedText, length: number): [front: MappedText, rest: MappedText] {
  const from = text.value.length - text.value.slice(length).trimStart().length
  return [sliceWords(text, 0, from), slice(text, from)]
}

/**
 * Replaces every match of a global expression and records the rule.
 *
 * `replace` gets the match and the index of it; what it returns in place of the match may be the match itself: then
 * nothing is recorded.
 */
export function replaceAll(
  text: MappedText,
  expression: RegExp,
  rule: string | undefined,
  replace: (match: RegExpExecArray) => string
): MappedText {
  const runs: Run[] = []
  let value = ''
  let last = 0
  // Not `matchAll`, which copies the expression: most lines have no match.
  expression.lastIndex = 0
  for (let match = expression.exec(text.value); match; match = expression.exec(text.value)) {
    const replacement = replace(match)
    if (replacement === match[0]) continue
    if (match.index > last) {
      copyRuns(runs, value.length, text, last, match.index)
      value += text.value.slice(last, match.index)
    }
    last = match.index + match[0].length
    copyRuns(runs, value.length, repaired(text, match.index, last, replacement, rule), 0, replacement.length)
    value += replacement
  }
  if (last === 0) return text
  if (last < text.value.length) {
    copyRuns(runs, value.length, text, last, text.value.length)
    value += text.value.slice(last)
  }
  return { value, runs: fitted(runs) }
}

/** One stretch of a text replaced, as a text of its own. */
export function repaired(
  text: MappedText,
  from: number,
  to: number,
  value: string,
  rule: string | undefined
): MappedText {
  const { runs } = slice(text, from, to)
  const start = runs[0]?.start ?? rawOffset(text, from)
  const end = runs.at(-1)?.end ?? start
  const known = rule ?? runs.find((run) => run.rule)?.rule
  return { value, runs: [known === undefined ? { at: 0, start, end } : { at: 0, start, end, rule: known }] }
}

/** Index of the character at a raw offset, or of the next one that has a place; inside a repair, of its beginning. */
export function indexOfRaw({ value, runs }: MappedText, offset: number): number {
  for (const [index, run] of runs.entries()) {
    if (offset >= run.end) continue
    const runEnd = runs[index + 1]?.at ?? value.length
    return isLinear(run, runEnd) ? run.at + Math.max(0, offset - run.start) : run.at
  }
  return value.length
}

/** Raw offset of the character at an index; of the end of the text, where the index is its length. */
export function rawOffset(text: MappedText, index: number): number {
  const first = text.runs[runAt(text, index)]
  // Something that was dropped in front of the character opens the run of it.
  if (first && first.at === index) return first.start
  const { run, end } = runOf(text, index)
  if (!run) return text.runs.at(-1)?.end ?? 0
  return isLinear(run, end) ? run.start + Math.min(index - run.at, run.end - run.start) : run.end
}

/**
 * Raw offsets of the characters `[from, to)` of a text, from the first to behind the last: those of the whole stretch, where a
 * repair holds one of them.
 */
export function rawSpan(text: MappedText, from: number, to: number): [start: number, end: number] {
  const { run, end } = runOf(text, from)
  if (!run) return [0, 0]
  const start = isLinear(run, end) ? run.start + (from - run.at) : run.start
  if (to <= from) return [start, start]
  const last = runOf(text, to - 1)
  if (!last.run) return [start, start]
  return [start, Math.max(start, isLinear(last.run, last.end) ? last.run.start + (to - last.run.at) : last.run.end)]
}

/** The run that holds the character at an index, and where it ends in the value. */
function runOf(text: MappedText, index: number): { run: Run | undefined; end: number } {
  let at = runAt(text, index)
  while ((text.runs[at + 1]?.at ?? Infinity) <= index) at++
  return { run: text.runs[at], end: text.runs[at + 1]?.at ?? text.value.length }
}

function isLinear(run: Run, runEnd: number): boolean {
  return run.rule === undefined && runEnd - run.at === run.end - run.start
}

/** Index of the first run that reaches an index of the value. */
function runAt(text: MappedText, index: number): number {
  if (text.runs.length < 2) return 0
  let at = Math.max(0, partitionPoint(text.runs.length, (run) => (text.runs[run]?.at ?? 0) <= index) - 1)
  while (at > 0 && text.runs[at - 1]?.at === text.runs[at]?.at) at--
  return at
}

/** Adds the runs of `[from, to)` of a text to those of a text that is so long already. */
function copyRuns(runs: Run[], length: number, text: MappedText, from: number, to: number): void {
  const whole = to >= text.value.length
  for (let index = from === 0 ? 0 : runAt(text, from); index < text.runs.length; index++) {
    const run = text.runs[index]
    if (!run || (run.at >= to && !whole)) return
    const runEnd = text.runs[index + 1]?.at ?? text.value.length
    const begin = Math.max(run.at, from)
    const finish = Math.min(runEnd, to)
    // A run without characters (something was dropped) belongs to the part that it opens.
    if (finish < begin || (finish === begin && runEnd > run.at)) continue
    const linear = isLinear(run, runEnd)
    const start = linear ? run.start + (begin - run.at) : begin > run.at ? run.end : run.start
    const end = linear ? run.start + (finish - run.at) : finish === runEnd || begin === run.at ? run.end : start
    const at = length + begin - from
    const last = runs.at(-1)
    // Two stretches of unchanged raw text that touch are one.
    const goesOn = last && run.rule === undefined && last.rule === undefined && last.end === start && finish - begin === end - start
    if (goesOn && last.end > last.start && at - last.at === last.end - last.start) last.end = end
    else runs.push(run.rule === undefined ? { at, start, end } : { at, start, end, rule: run.rule })
  }
}
