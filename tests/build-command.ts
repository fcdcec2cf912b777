import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'

const top = path.resolve(import.meta.dirname, '..')
const options = JSON.parse(readFileSync(path.join(top, 'scripts/bundle-options.json'), 'utf8')) as BuildOptions[]

/** Bundles the command from the sources, as the build does: so a process of it starts at once. Gives the folder, to be removed, and the file to run. */
export async function buildCommand(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(path.join(top, 'node_modules', '.command-'))
  const outdir = path.join(folder, 'dist')
  for (const each of options) await build({ ...each, absWorkingDir: top, outdir, logLevel: 'error' })
  mkdirSync(path.join(outdir, 'command'), { recursive: true })
  symlinkSync(path.join(top, 'src/language/lexicon'), path.join(outdir, 'command/lexicon'))
  copyFileSync(path.join(top, 'package.json'), path.join(folder, 'package.json'))
  return { folder, file: path.join(outdir, 'cli.js') }
}
