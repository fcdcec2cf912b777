import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const top = path.resolve(import.meta.dirname, '..')
const source = path.join(top, 'src')
const stages = ['read', 'detect', 'clean', 'parse', 'segment', 'align', 'write']
/** What a folder may import from, itself aside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(stages.map((stage) => [stage, ['source', 'tree', 'grammar', 'language', 'message']])),
  read: ['memory-format', 'source', 'tree', 'grammar', 'language', 'message'],
  align: ['words', 'memory-format', 'tree', 'grammar', 'language', 'message'],
  write: ['memory-format', 'tree', 'grammar', 'language', 'message'],
  // What is above the stages, and below the command: '' are the modules that put stages together.
  collection: [...stages, '', 'source', 'tree', 'grammar', 'language', 'message'],
  'memory-format': ['tree', 'language'],
  tree: ['grammar', 'language'],
  grammar: ['language'],
  words: ['language'],
  language: [],
  message: [],
  server: ['message'],
  memory: ['words', 'tree', 'grammar', 'language', 'message'],
  'look-up': ['memory', 'server', 'tree', 'language', 'message'],
  review: ['align', 'language', 'message', 'server', 'tree', 'write'],
  check: ['align', 'detect', 'grammar', 'language', 'read', 'tree', 'write'],
  terms: ['align', 'language', 'tree', 'words', 'write'],
  source: []
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

const folderOf = (file: string): string => (file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '')

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
