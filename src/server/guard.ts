/** Who may ask: checks of the headers that a browser sets and a page cannot change, and of the token. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { Refusal } from './refusal.ts'

/** Who may ask. */
export interface Access {
  /** Whether only this machine can reach the server. */
  loopback: boolean
  /** Names in `Host` beside addresses and `localhost`, without a port. */
  hosts: readonly string[]
  /** Wanted of each request where there is one. */
  token?: string
}

/** The cookie that holds the token once a page was opened with it. */
export const tokenCookie = 'hexapla-token'

/** Whether an address to listen on reaches this machine alone. */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

/**
 * Throws a `Refusal` for a request that some other page may have sent: a foreign `Host` (403: a name that was made to
 * point here), a foreign `Origin` or fetch of another site (403).
 */
export function checkSender(headers: IncomingHttpHeaders, { loopback, hosts }: Access): void {
  const { host = '', origin } = headers
  const name = hostName(host)
  const known = name !== undefined && (name === 'localhost' || hosts.includes(name) || (loopback ? isLoopback(name) : isIP(name) !== 0))
  if (!known) throw new Refusal(403, 'The name of the host is not one that this server goes by.')
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw new Refusal(403, 'Another site asks for this.')
  const site = headers['sec-fetch-site']
  // A link on another page may lead here; nothing else of another page may.
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) throw new Refusal(403, 'Another site asks for this.')
}

/** The host without its port, in small letters; an address of version 6 without its brackets. */
function hostName(host: string): string | undefined {
  const found = /^(?:\[([\da-f:.]{2,45})\]|([a-z\d.-]{1,253}))(?::\d{1,5})?$/i.exec(host)
  return (found?.[1] ?? found?.[2])?.toLowerCase()
}

/** Where a request has its token: `Authorization: Bearer`, else the cookie. */
export function tokenOf({ authorization = '', cookie = '' }: IncomingHttpHeaders): string | undefined {
  const [, bearer] = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(authorization) ?? []
  if (bearer !== undefined) return bearer
  return cookie.split('; ').find((pair) => pair.startsWith(`${tokenCookie}=`))?.slice(tokenCookie.length + 1)
}

/** Whether a token is the one, in the same time for any. */
export function isToken(given: string | undefined, token: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

function digest(value: string): Uint8Array {
  return createHash('sha256').update(value).digest()
}
