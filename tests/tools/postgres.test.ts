/** Memories in Postgres: a server of its own, begun here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMemory } from '../../src/memory/index.ts'
import { documents, exported, itKeepsMemories } from '../memory-contract.ts'
import { sentences } from '../memory-documents.ts'
import { postgresPrograms, startPostgres, type PostgresServer } from './postgres.ts'
import { describeWith } from './tool-support.ts'

let server: PostgresServer

describeWith(['initdb'], 'a memory in Postgres', () => {
  beforeAll(async () => {
    server = await startPostgres(postgresPrograms() ?? '')
  }, 120_000)
  afterAll(() => {
    server.stop()
  })

  itKeepsMemories((_, number) => server.url(`memory_${number}`))

  describe('and one in a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
    afterAll(() => {
      rmSync(folder, { recursive: true })
    })

    it('give the same bytes', async () => {
      const outputs: string[] = []
      for (const place of [path.join(folder, 'same.db'), server.url('same')]) {
        const memory = await openMemory(place, { create: true })
        await memory.add(documents, { file: 'test' })
        outputs.push(await exported(memory), JSON.stringify(await memory.find(sentences[0]?.ru ?? '', { min: 0.4 })), JSON.stringify(await memory.stats()), JSON.stringify(await memory.list({ all: true })))
        await memory.close()
      }
      expect(outputs.slice(0, 4)).toEqual(outputs.slice(4))
    })
  })
})
