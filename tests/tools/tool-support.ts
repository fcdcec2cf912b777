/** Programs of Debian that take what hexapla writes. Where one is missing, its tests are skipped, or fail with HEXAPLA_TOOLS=1. */
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describe } from 'vitest'
import type { AlignedDocument } from '../../src/tree/unit.ts'
import { writeFormats, type UnitFormatName, type WriteFormatsOptions } from '../../src/write/index.ts'
import { filesOf } from '../write-support.ts'
import { postgresPrograms } from './postgres.ts'

const execute = promisify(execFile)

/** Debian package of each program. */
const packages = {
  chromium: 'chromium',
  initdb: 'postgresql',
  omegat: 'omegat',
  parallel: 'parallel',
  pretranslate: 'translate-toolkit',
  'redis-server': 'redis-server',
  snakemake: 'snakemake',
  'systemd-analyze': 'systemd',
  soffice: 'libreoffice-calc-nogui',
  unzip: 'unzip',
  xmllint: 'libxml2-utils'
} as const

export type Tool = keyof typeof packages

function isInstalled(program: Tool): boolean {
  // Debian keeps it off the path, a folder for each version.
  if (program === 'initdb') return postgresPrograms() !== undefined
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false
      throw error
    }
  })
}

/** Whether a file that a package installs is there. */
export function isThere(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

/** Tests that need these programs. */
export function describeWith(tools: readonly Tool[], name: string, tests: () => void): void {
  const missing = tools.filter((tool) => !isInstalled(tool))
  if (missing.length === 0) {
    describe(name, tests)
    return
  }
  const message = `${name} (needs Debian's ${missing.map((tool) => packages[tool]).join(', ')})`
  if (process.env.HEXAPLA_TOOLS === '1') throw new Error(`Unexpected machine without ${message}`)
  describe.skip(message, tests)
}

/** Runs a program; what it printed, both streams together. */
export async function run(program: string, parameters: readonly string[]): Promise<string> {
  const { stdout, stderr } = await execute(program, [...parameters], { maxBuffer: 64_000_000, timeout: 120_000 })
  return stdout + stderr
}

/** A folder that is gone when the work in it is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hexapla-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes a format's files into a folder; their paths, by name. */
export async function writeInto(
  folder: string,
  format: UnitFormatName,
  documents: readonly AlignedDocument[],
  options: Partial<WriteFormatsOptions>
): Promise<Map<string, string>> {
  const paths = new Map<string, string>()
  for (const [name, text] of await filesOf(writeFormats([format], documents, { name: 'note', keepAll: true, ...options }))) {
    const path = join(folder, name)
    await writeFile(path, text)
    paths.set(name, path)
  }
  return paths
}

/** The path of a file that must have been written. */
export function pathOf(paths: ReadonlyMap<string, string>, name: string): string {
  const path = paths.get(name)
  if (path === undefined) throw new Error(`Unexpected files ${[...paths.keys()].join(', ')}, expected ${name}`)
  return path
}
