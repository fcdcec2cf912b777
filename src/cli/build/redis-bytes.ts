/** Bytes of any length through Redis: a list of pieces with their sum in front, so that what is not whole is seen. */
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { hashOfBytes } from '../../collection/keys.ts'

/** Bytes of a piece: one that is longer keeps others waiting. */
const pieceSize = 256 * 1024

/** Seconds after which Redis forgets what nobody has taken. */
const keptFor = 3600

/** Puts bytes under a name, at once and whole. */
export async function putBytes(redis: Redis, name: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${name}:${randomBytes(12).toString('hex')}`
  // Each piece sets the time anew: whoever dies in between leaves nothing for ever.
  const push = (piece: Buffer | string): Promise<unknown> => redis.multi().rpush(unfinished, piece).expire(unfinished, keptFor).exec()
  await push(hashOfBytes(bytes))
  for (let at = 0; at < bytes.length; at += pieceSize) await push(Buffer.from(bytes.subarray(at, at + pieceSize)))
  // Where Redis was started anew meanwhile, the list has lost its front, or is not there: whoever takes it sees that.
  await redis.rename(unfinished, name).catch(() => undefined)
}

/** The bytes under a name; `undefined` where there are none, or not all. */
export async function getBytes(redis: Redis, name: string): Promise<Buffer | undefined> {
  const hash = await redis.lindex(name, 0)
  if (hash === null) return undefined
  const pieces: Buffer[] = []
  for (;;) {
    const piece = await redis.lindexBuffer(name, pieces.length + 1)
    if (piece === null) break
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  return hashOfBytes(bytes) === hash ? bytes : undefined
}

/** Whether there is something under a name; it is kept as long again. */
export async function hasBytes(redis: Redis, name: string): Promise<boolean> {
  return (await redis.expire(name, keptFor)) === 1
}
