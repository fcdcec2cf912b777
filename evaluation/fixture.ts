import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The text of a fixture; empty where it is missing. With `HEXAPLA_WRITE_FIXTURES=1` one that is missing is written from what
 * a test found: delete those that are to change, run the test, and read them before you keep them.
 */
export function fixtureText(file: string, found: string): string {
  if (process.env['HEXAPLA_WRITE_FIXTURES'] === '1' && !existsSync(file) && found !== '') {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, found)
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
