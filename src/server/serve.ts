/**
 * A small HTTP server for pages of this machine: routes as data, strict headers, limits on all that a client may ask for.
 *
 * It listens on 127.0.0.1 unless told; where others can reach it, it wants a token of them.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HexaplaError } from '../message/report.ts'
import { checkSender, isLoopback, isToken, tokenCookie, tokenOf, type Access } from './guard.ts'
import { RateLimit, type Rate } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { findRoute, type Answer, type Route } from './route.ts'

export interface ServeOptions {
  /** Address to listen on: `127.0.0.1`. */
  host?: string
  /** 0, the default, is any free port. */
  port?: number
  /** Names by which clients may call the server beside its addresses, such as `memory.example.org`. */
  hosts?: readonly string[]
  /** Wanted of each request, 16 to 200 letters, digits, `.`, `_`, `~` or `-`. Made by chance where others can reach the server and none is given. */
  token?: string
  /** Most bytes of a body: 1,000,000. */
  bodyLimit?: number
  /** How often one address may ask; `false` for no limit. */
  rate?: Rate | false
  /** Hears of errors of routes, which clients are not told. */
  failed?: (error: unknown, path: string) => void
}

/** A server that listens. */
export interface Serving {
  /** Where it listens, with its token where it has one: what a person opens. */
  url: string
  port: number
  token?: string
  /** Takes no more requests, gives those that run two seconds, and resolves when all is closed. */
  close: () => Promise<void>
}

const defaultRate: Rate = { perSecond: 100, burst: 400 }

/** Most characters of the target of a request, path and query. */
const longestTarget = 16_384

/** Own files alone: no inline script or style, no frame, no other host. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const strictHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store'
}

/** Listens; throws a `HexaplaError` where the address cannot be had. */
export async function serve(routes: readonly Route[], options: ServeOptions = {}): Promise<Serving> {
  const { host = '127.0.0.1', port = 0, hosts = [], bodyLimit = 1_000_000, rate = defaultRate, failed = () => undefined } = options
  const loopback = isLoopback(host)
  if (options.token !== undefined && !/^[\w.~-]{16,200}$/.test(options.token)) throw new HexaplaError('server:token-weak', { length: options.token.length })
  const token = options.token ?? (loopback ? undefined : randomBytes(24).toString('base64url'))
  const access: Access = { loopback, hosts: hosts.map((name) => name.toLowerCase()), ...(token === undefined ? {} : { token }) }
  const limit = rate === false ? undefined : new RateLimit(rate)
  const server = createServer({ maxHeaderSize: 32_768, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 }, (request, response) => {
    void handle(request, response)
  })
  server.maxConnections = 512
  // Node sends 400 or 431 of its own without the strict headers: an empty answer will do.
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    else socket.destroy()
  })
  await listen(server, host, port)
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${actual}/${token === undefined ? '' : `?token=${token}`}`,
    port: actual,
    ...(token === undefined ? {} : { token }),
    close: () => close(server)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = request
    const gone = new AbortController()
    response.on('close', () => {
      gone.abort()
    })
    try {
      const answer = await answerTo(request, gone.signal)
      await send(response, answer, method === 'HEAD')
    } catch (error) {
      if (gone.signal.aborted) return
      if (!(error instanceof Refusal)) failed(error, target)
      const { status, message, headers } = error instanceof Refusal ? error : new Refusal(500, 'The server could not answer this.')
      if (response.headersSent) response.destroy()
      // What is left of a body that was not read would be taken for the next request.
      else await send(response, { status, type: 'text/plain; charset=utf-8', body: `${message}\n`, headers: { ...headers, ...(request.complete ? {} : { connection: 'close' }) } }, method === 'HEAD').catch(() => undefined)
    }
  }

  async function answerTo(request: IncomingMessage, signal: AbortSignal): Promise<Answer> {
    const { method = '', url: target = '', headers } = request
    const wait = limit?.take(request.socket.remoteAddress ?? '') ?? 0
    if (wait > 0) throw new Refusal(429, 'Too many requests at once.', { 'retry-after': String(Math.ceil(wait)) })
    if (target.length > longestTarget) throw new Refusal(414, `An address is ${longestTarget} characters at most.`)
    if (!target.startsWith('/')) throw new Refusal(400, 'The address of a request begins with a slash.')
    checkSender(headers, access)
    const mark = target.indexOf('?')
    const path = mark < 0 ? target : target.slice(0, mark)
    const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1))
    if (token !== undefined && !isToken(tokenOf(headers), token)) {
      if (method !== 'GET' || !isToken(query.get('token') ?? undefined, token)) throw new Refusal(401, 'This server wants its token.', { 'www-authenticate': 'Bearer' })
      return rememberToken(path, query, token)
    }
    const { route, params } = findRoute(routes, method, path)
    const body = route.method === 'GET' ? '' : await readBody(request, route.accepts ?? ['application/json'], route.bodyLimit ?? bodyLimit)
    return route.answer({ params, query, body, header: (name) => one(headers[name]), signal })
  }
}

/** Puts the token of an address into a cookie, so that it stays in no history. */
function rememberToken(path: string, query: URLSearchParams, token: string): Answer {
  query.delete('token')
  const rest = query.toString()
  // One slash alone in front: two would name another host.
  const location = `/${path.replace(/^[/\\]{1,100}/, '')}${rest === '' ? '' : `?${rest}`}`
  const headers = { location, 'set-cookie': `${tokenCookie}=${token}; Path=/; HttpOnly; SameSite=Strict` }
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers }
}

async function send(response: ServerResponse, { status = 200, type, body, headers = {} }: Answer, bare: boolean): Promise<void> {
  const fixed = typeof body === 'string' ? Buffer.from(body) : body instanceof Uint8Array ? body : undefined
  response.writeHead(status, { ...strictHeaders, 'content-type': type, ...(fixed === undefined ? {} : { 'content-length': String(fixed.length) }), ...headers })
  if (bare) response.end()
  else if (fixed !== undefined) response.end(fixed)
  else await pipeline(Readable.from(body as AsyncIterable<string | Uint8Array>), response)
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new HexaplaError('server:unavailable', { address: `${host}:${port}`, error: error.code ?? error.message }))
    })
    server.listen(port, host, resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      server.closeAllConnections()
    }, 2_000)
    server.close(() => {
      clearTimeout(end)
      resolve()
    })
    server.closeIdleConnections()
  })
}
