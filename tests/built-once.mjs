// The folder of what is built once for all tests of a run: empty at first, gone with the run. Vitest has Node load this file.
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'

let folder

/** Makes it where packages are found from; called for each project. */
export function setup({ provide }) {
  folder ??= mkdtempSync(path.resolve(import.meta.dirname, '../node_modules/.built-'))
  provide('builtOnce', folder)
}

export function teardown() {
  rmSync(folder, { recursive: true, force: true })
}
