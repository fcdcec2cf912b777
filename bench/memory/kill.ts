/**
 * Kills a process that adds to a memory, at moments of chance: what it said to be stored must be there, and once the rest is
 * added the export must be that of a memory that nobody disturbed.
 *
 *     npx tsx bench/memory/kill.ts [ROUNDS]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chanceOf } from '../../evaluation/fuzz/chance.ts'
import { languageCodes } from '../../src/language/code.ts'
import { openMemory } from '../../src/memory/index.ts'
import type { AlignedDocument } from '../../src/tree/unit.ts'
import { writeFormats } from '../../src/write/index.ts'

const documentCount = 400
const unitsPerDocument = 40

function* documents(): Generator<AlignedDocument> {
  for (let number = 1; number <= documentCount; number++) {
    const symbol = `A/${number}`
    const versions = Object.fromEntries(languageCodes.map((language) => [language, { language, file: `${language}.txt`, symbol }]))
    const units = Array.from({ length: unitsPerDocument }, (_, at): AlignedDocument['units'][number] => {
      const id = `${at + 1}#1`
      const texts = languageCodes.map((language) => [language, { segments: [`${language} text ${number} of item ${at * number} in all of ${(at * 7919) % 101}`], addresses: [id] }] as const)
      return { id, granularity: 'sentence', block: 'paragraph', address: String(at + 1), versions: Object.fromEntries(texts.map(([language, version]) => [language, { segments: [...version.segments], addresses: [...version.addresses] }])), score: 0.9, by: 'sentence' }
    })
    yield { document: { symbol, versions }, units }
  }
}

async function addAll(file: string, added?: (document: string) => void): Promise<void> {
  const memory = await openMemory(file, { create: true })
  try {
    await memory.add(documents(), { file: 'made', added: ({ document, entry }) => (entry === undefined ? undefined : added?.(document)) })
  } finally {
    await memory.close()
  }
}

async function exported(file: string): Promise<string> {
  const memory = await openMemory(file)
  try {
    let text = ''
    for await (const chunk of writeFormats(['jsonl'], memory.documents(), { languages: await memory.languages() })) text += chunk.text
    return text
  } finally {
    await memory.close()
  }
}

/** Adds in a process of its own, which is killed after so many milliseconds; what it said to be stored. */
async function addAndKill(file: string, after: number): Promise<{ said: string[]; whole: boolean }> {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), 'add', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  let timer: NodeJS.Timeout | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    said.push(line)
  }
  clearTimeout(timer)
  return { said, whole: said.length === documentCount }
}

if (process.argv[2] === 'add') {
  await addAll(process.argv[3] ?? '', (document) => process.stdout.write(`${document}\n`))
} else {
  const rounds = Number(process.argv[2] ?? 20)
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-kill-'))
  const reference = path.join(folder, 'reference.db')
  await addAll(reference)
  const wanted = await exported(reference)
  const chance = chanceOf(1)
  let lost = 0
  let different = 0
  let early = 0
  for (let round = 0; round < rounds; round++) {
    const file = path.join(folder, `${round}.db`)
    const { said, whole } = await addAndKill(file, chance.below(3_000))
    if (!whole) early++
    const memory = await openMemory(file)
    const there = new Set((await memory.list()).map(({ entry }) => entry.document))
    await memory.close()
    lost += said.filter((document) => !there.has(document)).length
    await addAll(file)
    if ((await exported(file)) !== wanted) different++
  }
  console.log(`${rounds} kills, ${early} before the end: ${lost} documents lost, ${different} exports that differ`)
  rmSync(folder, { recursive: true })
}
