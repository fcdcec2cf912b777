import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { read } from '../evaluation/corpus/files.ts'
import { run } from './run-command.ts'

const readme = read('README.md')
const top = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(top, 'node_modules', '.readme-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Fenced blocks of a language, with what follows up to the next fence. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, body = '']) => body)
}

/** Whether output is as shown; a line `…` stands for any lines, `…` in a line for any part of it. */
function matches(output: string, shown: string): boolean {
  const pattern = shown
    .trimEnd()
    .split('\n')
    .map((line) => (line === '…' ? '[^]*' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')))
    .join('\n')
  return new RegExp(`^${pattern}$`).test(output.trimEnd())
}

describe('README', () => {
  const commands = blocks('console').flatMap((block) =>
    block.split(/^\$ /m).filter((part) => part.startsWith('npx hexapla ')).map((part) => {
      const [line = '', ...rest] = part.split('\n')
      return [line, rest.join('\n')] as const
    })
  )

  it('has examples', () => {
    expect(commands.length).toBeGreaterThan(4)
  })

  it.each(commands)('%s', async (line, shown) => {
    process.chdir(top)
    const { code, stdout, stderr } = await run(line.split(' ').slice(2))
    const output = stdout + stderr
    if (!matches(output, shown)) expect(output).toBe(shown)
    expect([0, 1]).toContain(code)
  })

  it.each(blocks('ts').map((code, index) => [index + 1, code] as const))('example %i of the library runs', async (index, code) => {
    process.chdir(top)
    const file = path.join(folder, `example-${index}.mts`)
    writeFileSync(file, code.replaceAll("from 'hexapla'", `from '${pathToFileURL(path.join(top, 'src/index.ts')).href}'`))
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
      lines.push(values.map(String).join(' '))
    })
    try {
      await import(pathToFileURL(file).href)
    } finally {
      log.mockRestore()
    }
    const wanted = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, value = '']) => value)
    expect(wanted.length).toBeGreaterThan(0)
    expect(lines).toEqual(wanted)
  })

  it('takes one screen to the first result', () => {
    const lines = readme.slice(0, readme.indexOf('## What it does')).split('\n')
    expect(lines.length).toBeLessThanOrEqual(30)
    expect(readme.split('\n').length).toBeLessThanOrEqual(160)
  })
})
