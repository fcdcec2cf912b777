import type { VFile } from 'vfile'
import { visibleName } from '../../message/visible.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

type VFileMessage = VFile['messages'][number]

/** How many messages of a kind in a file are said one by one, and how many of more are named in one line. */
const few = 5

/**
 * Shows the messages of files on standard error, for people or, with `json`, for machines. Without `verbose`, what is
 * only for the record is left out.
 */
export function showMessages(files: readonly VFile[], terminal: Terminal, { json, verbose }: MessageOptions): void {
  for (const file of files) if (!verbose) file.messages = file.messages.filter(({ fatal }) => fatal !== undefined && fatal !== null)
  const spoken = files.filter(({ messages }) => messages.length > 0)
  if (spoken.length > 0) terminal.stderr(json ? `${JSON.stringify(spoken.map(toJson))}\n` : sayMessages(spoken))
}

/** A line a message, file and place first, the remedy once below the first of its kind; many of a kind are one line. */
export function sayMessages(files: readonly VFile[]): string {
  const lines: string[] = []
  const remedies = new Set<string>()
  let [errors, warnings] = [0, 0]
  for (const { path: name, messages } of files) {
    const path = visibleName(name)
    for (const kind of byKind(messages)) {
      const [first] = kind
      if (!first) continue
      if (first.fatal === true) errors += kind.length
      else if (first.fatal === false) warnings += kind.length
      lines.push(...(kind.length > few ? [sayMany(path, kind)] : kind.map((message) => sayOne(path, message, message.reason))))
      if (first.note === undefined || remedies.has(first.note)) continue
      remedies.add(first.note)
      lines.push(`  ${first.note}`)
    }
  }
  const total = [[errors, 'error'], [warnings, 'warning']].flatMap(([number, noun]) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]))
  return [...lines, ...(total.length > 0 ? [total.join(', ')] : []), ''].join('\n')
}

/** Messages by id, in the order in which the first of each came; what was said in the same words at the same place is said once. */
function byKind(messages: readonly VFileMessage[]): VFileMessage[][] {
  const kinds = new Map<string, Map<string, VFileMessage>>()
  for (const message of messages) {
    const id = idOf(message)
    const kind = kinds.get(id) ?? new Map<string, VFileMessage>()
    kinds.set(id, kind)
    kind.set(`${message.line} ${message.column} ${message.reason}`, message)
  }
  return [...kinds.values()].map((kind) => [...kind.values()])
}

/** `en.txt:12:3: warning: Unexpected … [parse:number-gap]`. */
function sayOne(path: string, message: VFileMessage, reason: string): string {
  const place = message.line === undefined ? path : `${path}:${message.line}${message.column === undefined ? '' : `:${message.column}`}`
  return `${place}: ${severityOf(message)}: ${reason} [${idOf(message)}]`
}

/** Words, and the mark behind one as a word of its own: `5:` is not what differs where `5` is. */
const wordsOf = (text: string): string[] => text.split(/ |(?=[,:;] )/)
const joinWords = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ').replaceAll(/ (?=[,:;](?: |$))/g, '')

/** `Unexpected en block p3, p4, p5, p6, p7 and 85 more without …`: what the messages share, and what the first five do not. */
function sayMany(path: string, kind: readonly VFileMessage[]): string {
  const texts = kind.map(({ reason }) => wordsOf(reason))
  const [head = [], ...others] = texts
  const shared = (at: (words: readonly string[], index: number) => string | undefined): number => {
    let count = 0
    while (count < head.length && others.every((words) => count < words.length && at(words, count) === at(head, count))) count += 1
    return count
  }
  const before = shared((words, index) => words[index])
  const shortest = Math.min(...texts.map((words) => words.length))
  const behind = Math.min(shared((words, index) => words.at(-1 - index)), shortest - before)
  const places = kind.flatMap(({ line }) => line ?? [])
  const middles = texts.map((words) => words.slice(before, words.length - behind))
  const reason = joinWords([...head.slice(0, before), sayDiffering(middles), ...head.slice(head.length - behind)])
  const lines = places.length > 1 ? `, lines ${[...new Set(places)].slice(0, few).join(', ')} …` : ''
  return `${path}: ${severityOf(kind[0])}: ${kind.length} times: ${reason} [${idOf(kind[0])}]${lines}`
}

/** What differs between messages, the first five of each place; some words that all have stand between two places. */
function sayDiffering(texts: readonly string[][]): string {
  const run = sharedRun(texts)
  if (run) {
    const at = texts.map((words) => indexOfRun(words, run))
    const [before, behind] = [texts.map((words, index) => words.slice(0, at[index])), texts.map((words, index) => words.slice((at[index] ?? 0) + run.length))]
    return joinWords([sayDiffering(before), ...run, sayDiffering(behind)])
  }
  const said = [...new Set(texts.map(joinWords))]
  const between = said.some((each) => each.includes(',')) ? '; ' : ', '
  return `${said.slice(0, few).join(between)}${said.length > few ? ` and ${said.length - few} more` : ''}`
}

/** The longest run of words that all texts have, where it is of some length. */
function sharedRun(texts: readonly string[][]): string[] | undefined {
  const [head = [], ...others] = texts
  for (let length = head.length; length >= leastRun; length--) {
    for (let from = 0; from + length <= head.length; from++) {
      const run = head.slice(from, from + length)
      if (others.every((words) => indexOfRun(words, run) >= 0)) return run
    }
  }
  return undefined
}

/** Words that a shared run has at the least: a shorter one may be chance. */
const leastRun = 3

function indexOfRun(words: readonly string[], run: readonly string[]): number {
  for (let from = 0; from + run.length <= words.length; from++) if (run.every((word, index) => words[from + index] === word)) return from
  return -1
}

function severityOf(message: VFileMessage | undefined): 'fatal' | 'info' | 'warning' {
  return message?.fatal === true ? 'fatal' : message?.fatal === false ? 'warning' : 'info'
}

function idOf(message: VFileMessage | undefined): string {
  return `${message?.source}:${message?.ruleId}`
}

function toJson({ path, messages }: VFile): unknown {
  return {
    path,
    messages: messages.map((message) => {
      const { reason, line, column, place, actual, expected, note } = message
      return { severity: severityOf(message), id: idOf(message), reason, line, column, place, actual, expected, note }
    })
  }
}
