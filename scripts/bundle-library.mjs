// What the package exports, in few files: of a thousand small ones each takes a block on the disk, and most are declarations
// that no export leads to. Packages that it depends on stay packages, but for those that are only needed to build.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { licencesOf } from './licences.mjs'

const { exports, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const entries = Object.values(exports).filter((entry) => typeof entry === 'object')

rmSync('dist/library', { recursive: true, force: true })
const { metafile } = await build({
  // `./dist/library/align.js` is made of `src/align/index.ts`, as its types are.
  entryPoints: entries.map((entry) => ({ in: entry.types.replace('./dist/types', './src').replace(/\.d\.ts$/, '.ts'), out: path.basename(entry.default, '.js') })),
  outdir: 'dist/library',
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  legalComments: 'none',
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  metafile: true
})
writeFileSync('dist/library/LICENCES.txt', licencesOf(metafile))

// Declarations that an export leads to, folders as in `dist`.
rmSync('dist/types', { recursive: true, force: true })
const shipped = new Set()
const left = entries.map((entry) => entry.types)
for (let file = left.pop(); file !== undefined; file = left.pop()) {
  if (shipped.has(file)) continue
  shipped.add(file)
  const made = file.replace('dist/types', 'dist')
  mkdirSync(path.dirname(file), { recursive: true })
  copyFileSync(made, file)
  const named = ts.preProcessFile(readFileSync(made, 'utf8')).importedFiles.map(({ fileName }) => fileName)
  left.push(...named.filter((name) => name.startsWith('.')).map((name) => `./${path.join(path.dirname(file), name.replace(/\.[jt]s$/, '.d.ts'))}`))
}
