import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder, from built-once.mjs. */
    builtOnce: string
  }
}

const top = path.resolve(import.meta.dirname, '..')

/**
 * Bundles the command from the sources, as the build does, so that a process of it starts at once: once for all tests of a run,
 * which change nothing in it. Gives the file to run.
 */
export async function buildCommand(): Promise<string> {
  const folder = path.join(inject('builtOnce'), 'command')
  const file = path.join(folder, 'dist', 'cli.js')
  if (existsSync(file)) return file
  const made = mkdtempSync(`${folder}-`)
  const outdir = path.join(made, 'dist')
  const options = JSON.parse(readFileSync(path.join(top, 'scripts/bundle-options.json'), 'utf8')) as BuildOptions[]
  for (const each of options) await build({ ...each, absWorkingDir: top, outdir, logLevel: 'error' })
  mkdirSync(path.join(outdir, 'command'), { recursive: true })
  symlinkSync(path.join(top, 'src/language/lexicon'), path.join(outdir, 'command/lexicon'))
  copyFileSync(path.join(top, 'package.json'), path.join(made, 'package.json'))
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another process was first.
    if (!existsSync(file)) throw error
    rmSync(made, { recursive: true })
  }
  return file
}
