// Puts the command and what it needs into one file: to find and read hundreds of modules takes longer than to run them.
// What is only needed by some commands is made ready when they ask for it. The licences of what is bundled stand beside it.
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { competitors } from '../dist/detect/rank-trigrams.js'
import { licencesOf } from './licences.mjs'
import { plainMembers } from './plain-members.mjs'

/** Of franc's models of languages the command takes those that it compares. */
const comparedLanguages = {
  name: 'compared-languages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]franc[\\/]data\.js$/ }, async ({ path: file }) => {
      const { data } = await import(pathToFileURL(file).href)
      const compared = new Set(Object.values(competitors).flat())
      const kept = Object.entries(data).map(([script, models]) => [script, Object.fromEntries(Object.entries(models).filter(([code]) => compared.has(code)))])
      return { contents: `export const data = ${JSON.stringify(Object.fromEntries(kept))}`, loader: 'js' }
    })
  }
}

/** Commander can run a subcommand that is a program of its own. There is none, and to load what starts programs takes time. */
const noPrograms = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (/[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-programs' } : undefined))
    onLoad({ filter: /.*/, namespace: 'no-programs' }, () => ({ contents: 'module.exports = {}' }))
  }
}

// What starts the command is a module; the command and what its threads run is one file of CommonJS, which V8 can be given
// compiled. Of the external packages the first finds its own files beside itself, two are there for who wants them; PDFium is
// one large file already, and DOC is rare.
const [start, command] = JSON.parse(readFileSync('scripts/bundle-options.json', 'utf8'))

rmSync('dist/command', { recursive: true, force: true })
await build({ ...start, outdir: 'dist' })
// npx makes it a program the first time that it sees a folder; in a clone that was made again, nobody does.
chmodSync('dist/cli.js', 0o755)
// Expressions with properties of letters are all known to Node 20; taken for too new, one in a function would be made anew at
// each call.
const { metafile } = await build({ ...command, plugins: [comparedLanguages, noPrograms, plainMembers], outdir: 'dist', metafile: true })
// Node reads files of ASCII faster, and holds them in half the memory. What esbuild leaves as it is stands in expressions.
const file = 'dist/command/command.cjs'
writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))

writeFileSync('dist/command/LICENCES.txt', licencesOf(metafile))

// What browsers get is served as it is written.
cpSync('src/review/page', 'dist/review/page', { recursive: true })
