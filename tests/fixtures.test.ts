import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureText } from '../evaluation/fixture.ts'
import { textSource } from '../src/source/text-source.ts'
import { clean, type CleanBlock } from '../src/clean/index.ts'
import { detectLanguage } from '../src/detect/index.ts'
import type { LanguageCode } from '../src/language/code.ts'
import { messageText, type MessageId } from '../src/message/catalogue.ts'
import { HexaplaError, type Report } from '../src/message/report.ts'
import { foreignBlocks, readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { inspect } from '../src/tree/inspect.ts'

interface FixtureOptions {
  language?: LanguageCode
  symbol?: string
}

/** A stage on one input, as text that a person can read. */
type Run = (input: string, options: FixtureOptions, report: Report) => string

/** One block a line: what it is, its label or marker, its text. */
function blockLine(block: CleanBlock): string {
  switch (block.role) {
    case 'body':
      return `body${block.label ? ` [${block.label.text.value} ${block.label.style} ${block.label.ordinal}]` : ''} ${block.text.value}`
    case 'note':
      return `note${block.marker ? ` [${block.marker.value}]` : ''} ${block.text.value}`
    case 'furniture':
      return `furniture ${block.kind} ${block.text.value}`
    case 'table':
      return `table ${block.rows.map((row) => row.map(({ value }) => value).join(' | ')).join(' / ')}`
    case 'masthead':
      return `masthead ${block.lines.map(({ value }) => value).join(' / ')}`
  }
}

const stages: Readonly<Record<string, Run>> = {
  detect: (input) => {
    const { language, score } = detectLanguage(input)
    const blocks = foreignBlocks(readVersion(input)).map((block) => `${block.address} ${block.language} ${block.score}`)
    return [`${language} ${score}`, ...blocks].join('\n')
  },
  clean: (input, { language = 'en' }, report) => clean(textSource(input), language, { report }).blocks.map(blockLine).join('\n'),
  parse: (input, options, report) => {
    const root = readVersion(input, { ...options, report })
    assertComplete(root, input)
    return inspect(root, { width: 0 })
  }
}

const folder = path.resolve(import.meta.dirname, '../fixtures')

describe.each(Object.keys(stages))('%s', (stage) => {
  it.each(readdirSync(path.join(folder, stage)))('%s', (name) => {
    const at = (file: string): string => path.join(folder, stage, name, file)
    const options = existsSync(at('options.json')) ? (JSON.parse(readFileSync(at('options.json'), 'utf8')) as FixtureOptions) : {}
    const messages: string[] = []
    const say = (id: MessageId, line: number | undefined, text: string): void => {
      messages.push(`${id}${line === undefined ? '' : ` line ${line}`}: ${text}`)
    }
    let output = ''
    try {
      output =
        stages[stage]?.(readFileSync(at('input.txt'), 'utf8'), options, (id, place, values) => {
          say(id, place && ('start' in place ? place.start.line : place.line), messageText(id, values))
        }) ?? ''
    } catch (error) {
      if (!(error instanceof HexaplaError)) throw error
      say(error.id, undefined, error.message)
    }
    const results: Array<[file: string, text: string]> = [['output.txt', output], ['messages.txt', messages.join('\n')]]
    for (const [file, text] of results) {
      const found = text === '' ? '' : `${text}\n`
      expect(found, file).toBe(fixtureText(at(file), found))
    }
    // A fixture that expects nothing at all has lost its files.
    expect(existsSync(at('output.txt')) || existsSync(at('messages.txt'))).toBe(true)
  })
})
