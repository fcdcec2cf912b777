/** The answers that routes give most. */
import { Refusal } from './refusal.ts'
import type { Answer, Route } from './route.ts'

/** A value as JSON. */
export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

/** The body of a request as JSON; throws a `Refusal`, 400, where it is none. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, 'The body is no JSON.')
    throw error
  }
}

/** Media types of what pages are made of, by the ending of the path. */
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8'
}

/** Routes for texts that do not change, by path: `{ '/': page, '/look-up.js': script }`. A path without an ending is HTML. */
export function fixedRoutes(files: Readonly<Record<string, string>>): Route[] {
  return Object.entries(files).map(([path, body]) => {
    const ending = /\.(\w+)$/.exec(path)?.[1] ?? 'html'
    const answer: Answer = { type: types[ending] ?? 'application/octet-stream', body }
    return { method: 'GET', path, answer: () => answer }
  })
}
