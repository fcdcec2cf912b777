import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMemory, withoutPassword } from '../src/memory/index.ts'
import { openPostgres } from '../src/memory/postgres-store.ts'
import { itKeepsMemories } from './memory-contract.ts'

describe('a memory in a file', () => {
  itKeepsMemories((folder, number) => path.join(folder, `${number}.db`))
})

describe('a server', () => {
  it('that cannot be had is an error without its password', async () => {
    const failed = openMemory('postgres://someone:swordfish@127.0.0.1:9/none')
    await expect(failed).rejects.toMatchObject({ id: 'memory:unreachable', values: { file: 'postgres://someone@127.0.0.1:9/none' } })
    await expect(openMemory('postgres://someone:swordfish@127.0.0.1:9/none?schema=a;b')).rejects.toMatchObject({ id: 'memory:unreachable' })
    await expect(openMemory('postgres://')).rejects.toMatchObject({ id: 'memory:unreachable' })
    expect(withoutPassword('postgresql://a:b%40c@h:1/d?x=y')).toBe('postgresql://a@h:1/d?x=y')
    expect(withoutPassword('un.db')).toBe('un.db')
  })

  it('needs the module pg', async () => {
    const gone = (): Promise<unknown> => Promise.reject(Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' }))
    await expect(openPostgres('postgres://a@b/c', false, gone)).rejects.toMatchObject({ id: 'memory:postgres-missing' })
  })
})
