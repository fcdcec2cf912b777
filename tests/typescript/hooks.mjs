import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const top = path.resolve(import.meta.dirname, '../..')
/** What modules became, kept from one run to the next, each in a file whose last characters are the hash of what it was made of. */
const kept = path.join(top, 'node_modules/.cache/typescript')
const { version } = JSON.parse(readFileSync(path.join(top, 'node_modules/esbuild/package.json'), 'utf8'))

/** Vitest adds a query to the names of test files. */
const named = /\.m?ts(?:\?|$)/
const isOurs = (url) => url.startsWith('file:') && named.test(url)

/** A module in TypeScript is named by its file. */
export function resolve(specifier, context, next) {
  if (!/^(?:\.|file:)/.test(specifier) || !named.test(specifier)) return next(specifier, context)
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
}

export async function load(url, context, next) {
  if (!isOurs(url)) return next(url, context)
  const file = fileURLToPath(url)
  const source = readFileSync(file, 'utf8')
  const hash = createHash('sha1').update(`${version} ${file} ${source}`).digest('hex')
  const place = path.join(kept, `${path.relative(top, file).replaceAll(/[\\/]/g, '+')}.js`)
  return { format: 'module', source: readKept(place, hash) ?? (await transformed(source, file, hash, place)), shortCircuit: true }
}

function readKept(place, hash) {
  try {
    const text = readFileSync(place, 'utf8')
    return text.endsWith(hash) ? text : undefined
  } catch {
    return undefined
  }
}

async function transformed(source, file, hash, place) {
  const { transform } = await import('esbuild')
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'esm',
    target: `node${process.versions.node}`,
    sourcefile: file,
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } }
  })
  const text = `${code}//${hash}`
  // Examples of the documents are written anew for each run.
  if (file.includes('/node_modules/')) return text
  mkdirSync(kept, { recursive: true })
  writeFileSync(`${place}.${process.pid}`, text)
  renameSync(`${place}.${process.pid}`, place)
  return text
}
