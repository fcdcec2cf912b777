import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const top = path.resolve(import.meta.dirname, '..')

/** Bundles the command from the sources, as the build does: so a process of it starts at once. Gives the folder, to be removed, and the file to run. */
export async function buildCommand(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(path.join(top, 'node_modules', '.command-'))
  const outdir = path.join(folder, 'dist')
  await build({
    absWorkingDir: top,
    entryPoints: ['src/cli.ts'],
    outdir,
    chunkNames: 'command/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'error',
    banner: { js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)" }
  })
  mkdirSync(path.join(outdir, 'command'), { recursive: true })
  symlinkSync(path.join(top, 'src/language/lexicon'), path.join(outdir, 'command/lexicon'))
  copyFileSync(path.join(top, 'package.json'), path.join(folder, 'package.json'))
  return { folder, file: path.join(outdir, 'cli.js') }
}
