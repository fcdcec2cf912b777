import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

/** The body of a request as text; throws a `Refusal`: 413 where it is longer, 415 for another type, 400 for no UTF-8. */
export async function readBody(request: IncomingMessage, accepts: readonly string[], limit: number): Promise<string> {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';', 1)
  // A form of another page can send some types, never JSON.
  if (!accepts.includes(type.trim())) throw new Refusal(415, `This address takes ${accepts.join(', ')}.`)
  const tooLong = (): Refusal => new Refusal(413, `This address takes ${limit} bytes at most.`, { connection: 'close' })
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong()
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > limit) throw tooLong()
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal(400, 'The body is no UTF-8.')
    throw error
  }
}
