import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const top = path.resolve(import.meta.dirname, '..')
const source = path.join(top, 'src')
/** What a folder may import from, itself aside, as docs/architecture.md has it; the files in no folder are doors, which nothing imports. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  collection: ['pipeline', 'read', 'detect', 'align', 'source', 'tree', 'grammar', 'language', 'message'],
  pipeline: ['read', 'detect', 'clean', 'parse', 'segment', 'align', 'write', 'source', 'tree', 'language', 'message'],
  review: ['align', 'write', 'server', 'tree', 'language', 'message'],
  check: ['read', 'detect', 'align', 'write', 'tree', 'grammar', 'language'],
  terms: ['align', 'write', 'words', 'tree', 'language'],
  'look-up': ['memory', 'server', 'tree', 'language', 'message'],
  memory: ['words', 'tree', 'grammar', 'language', 'message'],
  read: ['source', 'memory-format', 'tree', 'grammar', 'language', 'message'],
  detect: ['language', 'message'],
  clean: ['source', 'tree', 'grammar', 'language', 'message'],
  parse: ['source', 'tree', 'grammar', 'language', 'message'],
  segment: ['tree', 'language'],
  align: ['words', 'tree', 'language', 'message'],
  write: ['memory-format', 'tree', 'grammar', 'language', 'message'],
  server: ['message'],
  'memory-format': ['tree', 'language'],
  tree: ['grammar', 'language'],
  grammar: ['language'],
  words: ['language'],
  language: [],
  source: [],
  message: []
}

interface Import {
  from: string
  to: string
}

/** Static, bare, dynamic imports and re-exports of relative files. */
const importing = /(?:\bfrom|\bimport)[ (]{0,2}['"](\.{1,2}\/[^'"]+)['"]/g

function modulesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
}

/** The imports of the modules of a folder, as paths from there. */
function importsOf(folder: string): Import[] {
  return modulesOf(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(importing)].map(([, target = '']) => ({
      from: file,
      to: path.relative(folder, path.resolve(folder, path.dirname(file), target))
    }))
  )
}

const files = modulesOf(source)
const imports = importsOf(source)

const folderOf = (file: string): string => (file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : 'src')

describe('layers', () => {
  it('sees the imports', () => {
    expect(imports.length).toBeGreaterThan(100)
    for (const { to } of imports) expect(files).toContain(to)
  })

  it.each(Object.keys(allowed))('%s imports only what is below it', (folder) => {
    const wrong = imports.filter(
      ({ from, to }) => folderOf(from) === folder && folderOf(to) !== folder && !allowed[folder]?.includes(folderOf(to))
    )
    expect(wrong).toEqual([])
  })

  it('knows every folder, and each imports what it may', () => {
    const folders = new Set(files.map(folderOf))
    expect([...Object.keys(allowed), 'cli', 'src'].sort()).toEqual([...folders].sort())
    const unused = Object.entries(allowed).flatMap(([folder, targets]) =>
      targets.filter((target) => !imports.some(({ from, to }) => folderOf(from) === folder && folderOf(to) === target)).map((target) => `${folder} → ${target}`)
    )
    expect(unused).toEqual([])
  })

  it('is told in docs/architecture.md', () => {
    const rows = [...readFileSync(path.join(top, 'docs', 'architecture.md'), 'utf8').matchAll(/^\| `([\w-]+)` \|[^|]+\| ([\w, -]+) \|$/gm)]
    const told = Object.fromEntries(rows.map(([, folder = '', targets = '']) => [folder, targets === 'nothing' ? [] : targets.split(', ')]))
    expect(told).toEqual({ cli: ['all of them'], ...allowed })
  })

  it.each(['clean', 'align'])('of %s: each folder asks those above it in docs/architecture.md', (stage) => {
    const [, section = ''] = readFileSync(path.join(top, 'docs', 'architecture.md'), 'utf8').split(`## Inside \`${stage}\``)
    const [rows = ''] = section.split('\n## ', 1)
    const told = [...rows.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    const own = importsOf(path.join(source, stage)).filter(({ from, to }) => !to.startsWith('..') && from.includes(path.sep))
    expect(told.flat().sort()).toEqual([...new Set(own.map(({ from }) => folderOf(from)))].sort())
    const rank = (file: string): number => told.findIndex((names) => names.includes(folderOf(file)))
    expect(own.filter(({ from, to }) => folderOf(from) !== folderOf(to) && (rank(to) < 0 || rank(to) >= rank(from)))).toEqual([])
  })

  it('has no circle of imports, of types neither', () => {
    const above = new Map(files.map((file) => [file, new Set(imports.filter(({ from }) => from === file).map(({ to }) => to))]))
    // What imports nothing that is left is in no circle.
    for (let free = ['']; free.length > 0; ) {
      free = [...above].filter(([, targets]) => targets.size === 0).map(([file]) => file)
      for (const file of free) above.delete(file)
      for (const targets of above.values()) for (const file of free) targets.delete(file)
    }
    // And what nobody imports of the rest is only above one.
    for (let free = ['']; free.length > 0; ) {
      const imported = new Set([...above.values()].flatMap((targets) => [...targets]))
      free = [...above.keys()].filter((file) => !imported.has(file))
      for (const file of free) above.delete(file)
    }
    expect([...above.keys()]).toEqual([])
  })

  it.each(['tests', 'bench', 'scripts', 'evaluation'])('%s takes what it shares from evaluation, and no other folder', (folder) => {
    const beside = ['tests', 'bench', 'scripts'].filter((other) => other !== folder)
    const wrong = importsOf(path.join(top, folder)).filter(({ to }) => beside.includes(path.relative(top, path.resolve(top, folder, to)).split(path.sep)[0] ?? ''))
    expect(wrong).toEqual([])
  })

  it('only the command prints', () => {
    const printing = files.filter((file) => folderOf(file) !== 'cli' && file !== 'cli.ts' && /\bconsole\.|process\.(?:stdout|stderr)/.test(readFileSync(path.join(source, file), 'utf8')))
    expect(printing).toEqual([])
  })

  it('has no clock and no chance', () => {
    const changing = files.filter((file) => /\bnew Date\(\)|Date\.now|Math\.random|performance\.now/.test(readFileSync(path.join(source, file), 'utf8')))
    expect(changing).toEqual([])
  })
})
