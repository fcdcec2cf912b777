import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { HexaplaError } from '../src/message/report.ts'
import { fixedRoutes, json, readJson, Refusal, serve, type Route, type ServeOptions, type Serving } from '../src/server/index.ts'
import { RateLimit } from '../src/server/rate-limit.ts'

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

let serving: Serving | undefined
let failures: unknown[] = []

const routes: Route[] = [
  ...fixedRoutes({ '/': '<!doctype html><title>x</title>', '/page.js': 'document.title' }),
  { method: 'GET', path: '/units/:id', answer: ({ params, query }) => json({ id: params.id, q: query.get('q') }) },
  { method: 'GET', path: '/tree/*rest', answer: ({ params }) => json(params.rest) },
  { method: 'PUT', path: '/units/:id', answer: ({ body }) => json(readJson(body)) },
  { method: 'POST', path: '/short', bodyLimit: 5, accepts: ['text/plain'], answer: ({ body }) => json(body) },
  { method: 'GET', path: '/broken', answer: () => Promise.reject(new Error('a secret')) },
  { method: 'GET', path: '/refused', answer: () => Promise.reject(new Refusal(409, 'Somebody else has it.')) },
  {
    method: 'GET',
    path: '/pieces',
    answer: () => ({
      type: 'text/plain; charset=utf-8',
      body: (async function* () {
        yield await Promise.resolve('один ')
        yield '二'
      })()
    })
  }
]

afterEach(async () => {
  await serving?.close()
  serving = undefined
})

async function start(options: ServeOptions = {}): Promise<void> {
  failures = []
  serving = await serve(routes, { failed: (error) => failures.push(error), ...options })
}

function get(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port: serving?.port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const statusOf = async (path: string, asked: Asked = {}): Promise<number> => (await get(path, asked)).status
const inJson = { 'content-type': 'application/json' }

describe('routes', () => {
  it('are found by method and path, with what their names stand for', async () => {
    await start()
    expect((await get('/')).headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await get('/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await get(`/units/${encodeURIComponent('annex1/9/3#1 فقرة')}?q=${encodeURIComponent('人权')}`)).body).toBe('{"id":"annex1/9/3#1 فقرة","q":"人权"}')
    expect((await get('/tree/a/b%2Fc')).body).toBe('"a/b/c"')
    expect((await get('/units/1', { method: 'PUT', headers: inJson, body: '{"états":"été"}' })).body).toBe('{"états":"été"}')
    expect((await get('/pieces')).body).toBe('один 二')
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it('refuse what they do not have', async () => {
    await start()
    expect(await statusOf('/none')).toBe(404)
    expect(await statusOf('/../../etc/passwd')).toBe(404)
    expect(await statusOf('/%2e%2e/%2e%2e/etc/passwd')).toBe(404)
    expect(await statusOf('/units/%ff')).toBe(400)
    expect(await statusOf('/units/%00')).toBe(400)
    expect(await get('/units/1', { method: 'DELETE' })).toMatchObject({ status: 405, headers: { allow: 'GET, PUT' } })
    expect(await statusOf('/units/1', { method: 'OPTIONS' })).toBe(405)
    expect(await statusOf('/units/1', { method: 'PUT', headers: inJson, body: '{' })).toBe(400)
    expect(await get('/refused')).toMatchObject({ status: 409, body: 'Somebody else has it.\n' })
    expect(failures).toEqual([])
  })

  it('tell a client nothing of an error', async () => {
    await start()
    const { status, body } = await get('/broken')
    expect(status).toBe(500)
    expect(body).not.toContain('secret')
    expect(failures).toEqual([new Error('a secret')])
  })
})

describe('checks', () => {
  it('put strict headers on every answer', async () => {
    await start()
    for (const path of ['/', '/none', '/broken']) {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  it('refuse a name of the host that was made to point here', async () => {
    await start()
    expect(await statusOf('/', { headers: { host: 'localhost:1' } })).toBe(200)
    expect(await statusOf('/', { headers: { host: '127.0.0.1' } })).toBe(200)
    for (const host of ['evil.example', '127.0.0.1.evil.example', '192.0.2.1', 'localhost@evil.example', 'a b']) expect(await statusOf('/', { headers: { host } })).toBe(403)
  })

  it('refuse what another site sends', async () => {
    await start()
    const own = `http://127.0.0.1:${serving?.port ?? 0}`
    expect(await statusOf('/', { headers: { origin: own } })).toBe(200)
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', `${own}.evil.example`]) expect(await statusOf('/', { headers: { origin } })).toBe(403)
    expect(await statusOf('/page.js', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' } })).toBe(403)
    expect(await statusOf('/page.js', { headers: { 'sec-fetch-site': 'same-site' } })).toBe(403)
    expect(await statusOf('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).toBe(200)
  })

  it('refuse bodies that a form can send, that are too long, or no UTF-8', async () => {
    await start({ bodyLimit: 20 })
    const put = (headers: Record<string, string>, body: string): Promise<number> => statusOf('/units/1', { method: 'PUT', headers, body })
    expect(await put({ 'content-type': 'text/plain' }, '{}')).toBe(415)
    expect(await put({}, '{}')).toBe(415)
    expect(await put(inJson, `"${'x'.repeat(30)}"`)).toBe(413)
    expect(await put({ ...inJson, 'transfer-encoding': 'chunked' }, `"${'x'.repeat(30)}"`)).toBe(413)
    expect(await statusOf('/short', { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'abcdef' })).toBe(413)
    expect(await statusOf('/short', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'abcde' })).toBe(200)
    expect(await statusOf(`/?${'q'.repeat(17_000)}`)).toBe(414)
  })

  it('answer what is no HTTP, and go on', async () => {
    await start()
    const said = await new Promise<string>((resolve) => {
      const socket = connect(serving?.port ?? 0, '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'))
      let text = ''
      socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')))
      socket.on('close', () => {
        resolve(text)
      })
    })
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(await statusOf('/')).toBe(200)
  })

  it('slow down who asks too much, and let the others ask', async () => {
    await start({ rate: { perSecond: 0.001, burst: 2 } })
    expect([await statusOf('/'), await statusOf('/'), await statusOf('/')]).toEqual([200, 200, 429])
    let now = 0
    const limit = new RateLimit({ perSecond: 2, burst: 1 }, () => now)
    expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0.5, 0])
    now = 0.5
    expect(limit.take('a')).toBe(0)
  })
})

describe('a token', () => {
  const token = 'sixteen-letters-.~'

  it('is wanted of each request, and goes from the address into a cookie', async () => {
    await start({ token })
    expect(serving?.url).toBe(`http://127.0.0.1:${serving?.port ?? 0}/?token=${token}`)
    expect(await statusOf('/')).toBe(401)
    expect(await statusOf('/?token=other')).toBe(401)
    expect(await statusOf('/', { headers: { authorization: `Bearer ${token}` } })).toBe(200)
    const opened = await get(`//evil.example/x?token=${token}&q=1`)
    expect(opened).toMatchObject({ status: 303, headers: { location: '/evil.example/x?q=1' } })
    const [cookie = ''] = opened.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(await statusOf('/', { headers: { cookie: `a=b; ${cookie.split(';', 1)[0] ?? ''}` } })).toBe(200)
    expect(await statusOf('/', { headers: { cookie: 'hexapla-token=%' } })).toBe(401)
  })

  it('is made where others can reach the server', async () => {
    await start({ host: '0.0.0.0', hosts: ['memory.example.org'] })
    expect(serving?.token).toMatch(/^[\w-]{32}$/)
    const headers = { authorization: `Bearer ${serving?.token ?? ''}` }
    expect(await statusOf('/', { headers })).toBe(200)
    expect(await statusOf('/', { headers: { ...headers, host: 'memory.example.org' } })).toBe(200)
    expect(await statusOf('/', { headers: { ...headers, host: 'evil.example' } })).toBe(403)
    expect(await statusOf('/')).toBe(401)
  })

  it('has sixteen letters at least', async () => {
    await expect(serve([], { token: 'short' })).rejects.toMatchObject({ id: 'server:token-weak' })
  })
})

it('says which address it cannot have', async () => {
  await start()
  const error = await serve([], { port: serving?.port ?? 0 }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(HexaplaError)
  expect(error).toMatchObject({ id: 'server:unavailable', values: { error: 'EADDRINUSE' } })
})
