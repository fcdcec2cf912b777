/** What a server answers: routes as data, found by method and path. */
import { Refusal } from './refusal.ts'

export type Method = 'DELETE' | 'GET' | 'POST' | 'PUT'

/** A request that has passed all checks. */
export interface RouteRequest {
  /** Values of the `:names` in the path of the route, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The body as text in UTF-8; empty for GET. */
  body: string
  /** Name of a header in small letters to its value. */
  header: (name: string) => string | undefined
  /** Aborted when the client has gone. */
  signal: AbortSignal
}

/** What is sent back: a whole text, bytes, or pieces as they come. */
export interface Answer {
  /** 200 where missing. */
  status?: number
  /** Media type, with its charset for text. */
  type: string
  body: AsyncIterable<string | Uint8Array> | string | Uint8Array
  headers?: Readonly<Record<string, string>>
}

export interface Route {
  method: Method
  /** `/units/:id`; a last step `*name` takes the rest, slashes included. */
  path: string
  answer: (request: RouteRequest) => Answer | Promise<Answer>
  /** Media types of bodies that it takes; JSON where missing. */
  accepts?: readonly string[]
  /** Most bytes of a body, where it is another number than that of the server. */
  bodyLimit?: number
}

/** A route, and what its names stand for. */
export interface FoundRoute {
  route: Route
  params: Record<string, string>
}

/**
 * The route for a method and the path of a URL, the first that fits.
 *
 * Throws a `Refusal`: 400 for a path that cannot be decoded, 404 for an unknown one, 405 for a known one by another method.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute {
  const steps = decodePath(path)
  const fitting = routes.flatMap((route) => {
    const params = matchPath(route.path, steps)
    return params === undefined ? [] : [{ route, params }]
  })
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = fitting.find(({ route }) => route.method === wanted)
  if (found) return found
  if (fitting.length === 0) throw new Refusal(404, 'There is nothing at this address.')
  throw new Refusal(405, `This address takes ${fitting.map(({ route }) => route.method).join(', ')}.`, { allow: fitting.map(({ route }) => route.method).join(', ') })
}

function decodePath(path: string): string[] {
  try {
    const steps = path.split('/').slice(1).map(decodeURIComponent)
    // eslint-disable-next-line no-control-regex -- they are what is looked for.
    if (steps.some((step) => /[\u0000-\u001F\u007F]/.test(step))) throw new Refusal(400, 'The address has control characters in it.')
    return steps
  } catch (error) {
    if (error instanceof URIError) throw new Refusal(400, 'The address is not well encoded.')
    throw error
  }
}

function matchPath(pattern: string, steps: readonly string[]): Record<string, string> | undefined {
  const parts = pattern.split('/').slice(1)
  const open = parts.at(-1)?.startsWith('*') === true
  if (open ? steps.length < parts.length : steps.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const step = steps[index] ?? ''
    if (part.startsWith(':') && step !== '') params[part.slice(1)] = step
    else if (part.startsWith('*')) params[part.slice(1)] = steps.slice(index).join('/')
    else if (part !== step) return undefined
  }
  return params
}
