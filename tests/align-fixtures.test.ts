import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureText } from '../evaluation/fixture.ts'
import { alignDocuments } from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { messageText } from '../src/message/catalogue.ts'
import type { Root } from '../src/tree/undast.ts'
import type { Unit } from '../src/tree/unit.ts'
import { parseUnitRows, versionOf } from './align-versions.ts'

const folder = path.resolve(import.meta.dirname, '../fixtures/align')
/** Folders with trees in them; those with plain lines are tested elsewhere. */
const cases = readdirSync(folder)
  .filter((name) => readdirSync(path.join(folder, name)).some((file) => file.endsWith('.tsv')))
  .sort()

/** `9/3#1-2` for `9/3#1 9/3#2`, `–` for nothing. */
function short(addresses: readonly string[]): string {
  const [first] = addresses
  const last = addresses.at(-1)
  if (first === undefined || last === undefined) return '–'
  return first === last ? first : first.split('#')[0] === last.split('#')[0] ? `${first}-${last.split('#')[1] ?? ''}` : `${first}…${last}`
}

function unitLine(unit: Unit, languages: readonly LanguageCode[]): string {
  return `${unit.id}: ${languages.map((language) => `${language} ${short(unit.versions[language]?.addresses ?? [])}`).join(' ⇄ ')}`
}

describe('fixtures of align', () => {
  it.each(cases)('%s', (name) => {
    const file = (base: string): string => path.join(folder, name, base)
    const languages = languageCodes.filter((code) => existsSync(file(`${code}.tsv`)))
    const versions: Partial<Record<LanguageCode, Root>> = {}
    for (const code of languages) {
      const rows = parseUnitRows(`address\t${code}\n${readFileSync(file(`${code}.tsv`), 'utf8')}`)
      versions[code] = versionOf(rows, code)
    }
    const messages: string[] = []
    const { units } = alignDocuments(versions, { report: (id, _, values) => messages.push(`${id}: ${messageText(id, values)}`) })
    const found = { 'units.txt': units.map((unit) => unitLine(unit, languages)), 'messages.txt': messages }
    for (const [base, lines] of Object.entries(found)) {
      const text = lines.map((line) => `${line}\n`).join('')
      expect(text, `${name}/${base}`).toBe(fixtureText(file(base), text))
    }
  })
})
