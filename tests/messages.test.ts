import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, type MessageId } from '../src/message/catalogue.ts'

const top = path.resolve(import.meta.dirname, '..')
const textOf = (folder: string, ending: string): string =>
  readdirSync(path.join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(top, folder, name), 'utf8'))
    .join('\n')

const fixtures = textOf('fixtures', 'messages.txt')
const tests = textOf('tests', '.ts')

/** A search that still meets its edge after all widenings: no small text does that. */
const rare: readonly string[] = ['align:drift']

/** Each name that a template takes, as its own value: what it says of a value is seen in its text. */
const named = new Proxy({}, { get: (_, name) => (name === 'expected' ? Object.assign(['«expected»'], { toString: () => '«expected»' }) : `«${String(name)}»`) })

it('no fixture says undefined', () => {
  expect(fixtures).not.toContain('undefined')
})

describe.each(Object.entries(catalogue))('%s', (id, { text, remedy, severity }) => {
  it('says what is wrong and what to do', () => {
    const said = (text as (values: object) => string)(named)
    expect(said).toMatch(/^Unexpected /)
    expect(said).not.toMatch(/undefined|\[object/)
    expect(remedy).toMatch(/\.$/)
    expect(['fatal', 'warning', 'info']).toContain(severity)
  })

  it('comes in a fixture or a test', () => {
    expect(rare.includes(id) || fixtures.includes(id) || tests.includes(`'${id satisfies string as MessageId}'`)).toBe(true)
  })
})
