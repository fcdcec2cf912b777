import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../evaluation/corpus/files.ts'
import { madePages } from '../evaluation/docs/pages.ts'
import * as root from '../src/index.ts'

const top = path.resolve(import.meta.dirname, '..')
interface Manifest {
  version: string
  exports: Readonly<Record<string, string | { types: string; default: string }>>
}
const manifest = JSON.parse(read('package.json')) as Manifest

describe('docs', () => {
  it.each([...madePages(JSON.parse(read('tests/floors.json')))])('%s is what npm run docs makes', (file, text) => {
    expect(read('docs', file)).toBe(text)
  })

  it.each(['README.md', 'CONTRIBUTING.md', 'docs/accuracy.md', 'docs/command.md', 'docs/limits.md', 'docs/scale.md', 'examples/readme.md'])('links of %s lead somewhere', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !existsSync(path.join(top, path.dirname(file), target)))).toEqual([])
  })
})

describe('package', () => {
  it('has a small root, and a path of its own for each stage', () => {
    expect(Object.keys(root).length).toBeLessThanOrEqual(12)
    expect(Object.keys(manifest.exports)).toEqual(['.', './align', './check', './clean', './detect', './documents', './message', './memory', './parse', './read', './retext', './segment', './terms', './tree', './version', './write', './package.json'])
    // The bundle of the library takes the source of an export from the path of its types.
    for (const [name, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string') continue
      const source = target.types.replace(/^\.\/dist\/types\//, 'src/').replace(/\.d\.ts$/, '.ts')
      expect([source, existsSync(path.join(top, source))]).toEqual([source, true])
      expect(target.default).toBe(`./dist/library/${name.slice(2) || 'index'}.js`)
    }
  })

  it('says the version that the changelog has last', () => {
    expect(/^## (\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version)
  })

  it('is built when it is installed from a clone, so that npx hexapla works', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }
    expect(scripts.prepare).toBe('node scripts/prepare.mjs')
    expect(read('scripts/prepare.mjs')).toContain("'run', '--silent', 'build'")
  })

  it('has no source in the corpus that could be taken for an export', () => {
    const files = execFileSync('git', ['ls-files', 'corpus'], { cwd: top, encoding: 'utf8' }).split('\n')
    expect(files.filter((file) => file.includes('.source.'))).toEqual([])
  })
})
